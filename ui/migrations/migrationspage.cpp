// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/migrationspage.h"

#include "models/database/connections.h"
#include "models/views/migrationlistmodel.h"
#include "ui/common/emptystate.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"
#include "ui/common/pagekeys.h"
#include "ui/common/pagememory.h"
#include "ui/common/tablelist.h"
#include "ui/migrations/revisiondetails.h"
#include "ui/migrations/revisiongraphdelegate.h"
#include "ui/migrations/revisiontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int lintAfterMs = 150;
constexpr int lanesShown = 10;
const auto memoryKey = u"migrations"_s;
}  // namespace

MigrationsPage::MigrationsPage(Connections &connections, PageMemory &memory, QWidget *parent)
    : QWidget(parent),
      m_connections(connections),
      m_memory(memory),
      m_model(new MigrationListModel(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_errorBar(new ErrorBar(this)),
      m_summary(new QLabel(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_list(new QTableView(this)),
      m_details(new RevisionDetails(this)),
      m_progress(new QWidget(this)),
      m_progressText(new QLabel(this)),
      m_progressBar(new QProgressBar(this)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), this)),
      m_merge(new QPushButton(tr("M&erge the heads…"), this)),
      m_upgradeAll(new QPushButton(tr("Upgrade to h&ead…"), this)),
      m_upgrade(new QPushButton(this)),
      m_downgrade(new QPushButton(this)),
      m_more(new QToolButton(this))
{
    setObjectName(u"migrationsPage"_s);
    m_errorBar->setObjectName(u"migrationsError"_s);
    buildList();
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    auto *page = new QWidget(m_stack);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(buildHead());
    pageLayout->addWidget(m_splitter, 1);
    pageLayout->addWidget(buildFoot());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_errorBar);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);

    m_lintSoon.setSingleShot(true);
    m_lintSoon.setInterval(lintAfterMs);
    connect(&m_lintSoon, &QTimer::timeout, this, &MigrationsPage::lintChosen);
    connect(m_details, &RevisionDetails::rehearsalRequested, this, &MigrationsPage::rehearseChosen);
    connect(m_details, &RevisionDetails::locksWanted, this, &MigrationsPage::readLocks);
    connect(m_merge, &QPushButton::clicked, this, &MigrationsPage::mergeHeads);
    connect(m_upgradeAll, &QPushButton::clicked, this,
            [this] { askFor(act(MigrationAct::Kind::Upgrade, u"head"_s, u"head"_s)); });
    connect(m_upgrade, &QPushButton::clicked, this, [this] { askFor(upgradeAct()); });
    connect(m_downgrade, &QPushButton::clicked, this, [this] { askFor(downgradeAct()); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_running->cancel();
    });
    addPageKeys(
        *this, [this] { refresh(); },
        [this] {
            if (m_running)
                m_running->cancel();
        });
    updateActions();
}

MigrationsPage::~MigrationsPage() = default;

void MigrationsPage::buildList()
{
    m_list->setObjectName(u"revisionList"_s);
    m_list->setAccessibleName(tr("Revisions"));
    m_list->setModel(m_model);
    m_list->setItemDelegateForColumn(MigrationListModel::GraphColumn,
                                     new RevisionGraphDelegate(m_list));
    makeTableList(*m_list);
    QHeaderView *header = m_list->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(MigrationListModel::MessageColumn, QHeaderView::Stretch);
    const int em = fontMetrics().horizontalAdvance(u'm');
    header->setMinimumSectionSize(em * 3);
    header->resizeSection(MigrationListModel::RevisionColumn, em * 10);
    header->resizeSection(MigrationListModel::StateColumn, em * 13);
    header->resizeSection(MigrationListModel::CreatedColumn, em * 10);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MigrationsPage::onChosen);
}

QWidget *MigrationsPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 6, 8, 6);
    m_summary->setObjectName(u"migrationsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_summary, 1);
    m_merge->setObjectName(u"mergeHeads"_s);
    m_merge->setToolTip(tr("Writes a revision that joins them; nothing runs"));
    layout->addWidget(m_merge, 0, Qt::AlignTop);
    auto *refreshButton = new QToolButton(head);
    refreshButton->setObjectName(u"refreshMigrations"_s);
    refreshButton->setIcon(themedIcon(u"refresh"_s));
    refreshButton->setAccessibleName(tr("Read files and database again"));
    refreshButton->setToolTip(tr("Read files and database again (F5)"));
    refreshButton->setAutoRaise(true);
    connect(refreshButton, &QToolButton::clicked, this, &MigrationsPage::refresh);
    addNewRevision(layout);
    layout->addWidget(refreshButton, 0, Qt::AlignTop);
    return head;
}

QWidget *MigrationsPage::buildFoot()
{
    m_upgradeAll->setObjectName(u"upgradeToHead"_s);
    m_upgrade->setObjectName(u"upgradeToThis"_s);
    m_downgrade->setObjectName(u"downgradeToThis"_s);
    m_stop->setObjectName(u"stopMigration"_s);
    m_more->setObjectName(u"moreMigrations"_s);
    m_progressBar->setAccessibleName(tr("Revisions done"));
    m_progressText->setTextFormat(Qt::PlainText);
    m_progressText->setWordWrap(true);
    m_progressText->setObjectName(u"migrationProgress"_s);
    auto *progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(m_progressText, 1);
    progress->addWidget(m_progressBar);
    progress->addWidget(m_stop);
    m_progress->hide();
    buildMenu();
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    buttons->addWidget(m_downgrade);
    buttons->addWidget(m_upgrade);
    buttons->addWidget(m_upgradeAll);
    layout->addLayout(buttons);
    return foot;
}

void MigrationsPage::buildMenu()
{
    auto *menu = new QMenu(m_more);
    m_stampAction =
        menu->addAction(tr("&Mark the database as being at this revision…"), this, [this] {
            if (const auto *row = chosen())
                askFor(act(MigrationAct::Kind::Stamp, row->revision->id, row->revision->title()));
        });
    m_stampAction->setObjectName(u"stampHere"_s);
    m_baseAction = menu->addAction(tr("&Undo all revisions…"), this, [this] {
        askFor(act(MigrationAct::Kind::Downgrade, u"base"_s, tr("the beginning")));
    });
    m_baseAction->setObjectName(u"downgradeToBase"_s);
    m_squashAction = menu->addAction(tr("&Squash revisions…"), this, &MigrationsPage::askForSquash);
    m_squashAction->setObjectName(u"squashRevisions"_s);
    menu->addAction(tr("How the &database differs…"), this, &MigrationsPage::showDrift)
        ->setObjectName(u"showDrift"_s);
    menu->addSeparator();
    menu->addAction(tr("&Folder of revisions…"), this, [this] { chooseFolder(false); })
        ->setObjectName(u"chooseRevisionFolder"_s);
    menu->addAction(tr("Folder of &Alembic's…"), this, [this] { chooseFolder(true); })
        ->setObjectName(u"chooseAlembicFolder"_s);
    menu->addAction(tr("Only the &built-in revisions"), this, [this] { setSources({}); })
        ->setObjectName(u"forgetFolders"_s);
    menu->addSeparator();
    menu->addAction(themedIcon(u"copy"_s), tr("&Copy as command"), this,
                    [this] {
                        const MigrationAct up = upgradeAct();
                        copyCommand(up.target.isEmpty() ? downgradeAct() : up);
                    })
        ->setObjectName(u"copyMigrationCommand"_s);
    m_more->setMenu(menu);
    m_more->setText(tr("&More"));
    m_more->setIcon(themedIcon(u"more"_s));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
}

RevisionSources MigrationsPage::sourcesOf(const PageMemory &memory)
{
    const QVariantMap saved = memory.load(memoryKey);
    return {saved.value(u"folder"_s).toString(), saved.value(u"alembic"_s).toString(), true};
}

void MigrationsPage::rememberFolder(PageMemory &memory, const QString &folder)
{
    memory.save(memoryKey, {{u"folder"_s, folder}, {u"alembic"_s, sourcesOf(memory).alembic}});
}

void MigrationsPage::setSources(const RevisionSources &sources)
{
    if (sources.folder != sourcesOf(m_memory).folder)
        Q_EMIT folderChosen(sources.folder);
    m_memory.save(memoryKey, {{u"folder"_s, sources.folder}, {u"alembic"_s, sources.alembic}});
    refresh();
}

void MigrationsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        refresh();
}

void MigrationsPage::refresh()
{
    m_asked = true;
    if (!m_model->history()) {
        m_empty->presentBusy(u"migrations"_s, tr("Reading the history…"));
        m_stack->setCurrentIndex(0);
    }
    const int read = ++m_reads;
    MigrationJobs::readHistory(m_connections, sourcesOf(m_memory))
        .future.then(this, [this, read](const Result<HistoryPointer> &history) {
            if (read == m_reads)
                onHistory(history);
        });
}

void MigrationsPage::onHistory(const Result<HistoryPointer> &history)
{
    if (!history) {
        showError(history.error());
        m_errorBar->setAction(tr("&Retry"), [this] { refresh(); });
        if (!m_model->history()) {
            m_empty->present(u"warning"_s, tr("The history could not be read"),
                             history.error().message);
            m_empty->addButton(u"retryMigrations"_s, tr("Try again"), [this] { refresh(); });
            m_empty->addButton(u"forgetFoldersEmpty"_s, tr("Only the built-in revisions"),
                               [this] { setSources({}); });
        }
        return;
    }
    const QList<Error> &faults = (*history)->state.faults();
    if (faults.isEmpty()) {
        m_errorBar->clear();
    } else {
        Error shown = faults.first();
        for (const Error &other : faults.sliced(1))
            shown.detail += (shown.detail.isEmpty() ? u""_s : u"\n"_s) + other.message;
        showError(shown);
    }
    showHistory(*history);
}

/// What the error bar says stays.
void MigrationsPage::showHistory(const HistoryPointer &history)
{
    const MigrationHistory::Row *row = chosen();
    const QString before = !m_chooseNext.isEmpty() ? m_chooseNext
                         : row                     ? row->revision->id
                                                   : QString();
    m_chooseNext.clear();
    m_model->setHistory(history);
    m_merge->setVisible(history->state.heads().size() > 1 && history->state.faults().isEmpty());
    m_newAction->setEnabled(true);
    m_summary->setText(RevisionText::summary(*history));
    const QFontMetrics metrics = m_list->fontMetrics();
    m_list->setColumnWidth(
        MigrationListModel::GraphColumn,
        std::max(RevisionGraphDelegate::widthOf(std::min(history->lanes, lanesShown), metrics),
                 metrics.horizontalAdvance(tr("Graph")) * 2));
    if (history->rows.isEmpty()) {
        m_empty->present(u"migrations"_s, tr("No revisions yet"),
                         tr("A revision is an .sql file that changes the schema and can be taken "
                            "back. Choose the folder that holds them."));
        m_empty->addButton(u"chooseFolderEmpty"_s, tr("&Choose a folder…"),
                           [this] { chooseFolder(false); });
        m_stack->setCurrentIndex(0);
    } else {
        m_stack->setCurrentIndex(1);
    }
    choose(before);
    Q_EMIT historyRead(history);
}

/// This one, else what comes next: the first pending one, or where the database stands.
void MigrationsPage::choose(const QString &id)
{
    const MigrationHistory &history = *m_model->history();
    int row = id.isEmpty() ? -1 : history.rowOf(id);
    if (row < 0 && !history.state.pending().isEmpty())
        row = history.rowOf(history.state.pending().first());
    if (row < 0 && !history.state.rows().isEmpty())
        row = history.rowOf(history.state.rows().first());
    row = std::max(row, 0);
    m_list->setCurrentIndex(m_model->index(row, MigrationListModel::MessageColumn));
    onChosen();
}

void MigrationsPage::onChosen()
{
    const MigrationHistory::Row *row = chosen();
    m_details->present(m_model->history().get(), row);
    updateActions();
    if (m_lint)
        m_lint->cancel();
    m_lint.reset();
    m_lintSoon.stop();
    if (row && row->revision->isRunnable())
        m_lintSoon.start();
}

void MigrationsPage::lintChosen()
{
    const MigrationHistory::Row *row = chosen();
    if (!row)
        return;
    auto linting = MigrationJobs::lintRevision(m_connections, *row->revision);
    m_lint = linting.job;
    linting.future.then(this, [this, job = linting.job](const Result<QList<LintFinding>> &found) {
        if (job == m_lint)
            m_details->showFindings(found);
    });
}

const MigrationHistory::Row *MigrationsPage::chosen() const
{
    return m_model->at(m_list->currentIndex().row());
}

bool MigrationsPage::isProduction() const
{
    return m_model->history() && m_model->history()->state.environment() == Environment::Production;
}

}  // namespace roster
