// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backupspage.h"

#include "models/database/connections.h"
#include "models/views/backuplistmodel.h"
#include "ui/backup/backupbadgedelegate.h"
#include "ui/backup/backupdetails.h"
#include "ui/backup/backupproxy.h"
#include "ui/backup/backuptimeline.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/olddatabases.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/emptystate.h"
#include "ui/common/errorbar.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/pagekeys.h"
#include "ui/common/tablelist.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int minuteMs = 60'000;
}

BackupsPage::BackupsPage(Connections &connections, QString database, PageMemory &memory,
                         QWidget *parent)
    : QWidget(parent),
      m_connections(connections),
      m_database(std::move(database)),
      m_memory(memory),
      m_model(new BackupListModel(this)),
      m_proxy(new BackupProxy(this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_errorBar(new ErrorBar(this)),
      m_warnings(new QLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_list(new QTableView(this)),
      m_details(new BackupDetails(this)),
      m_timeline(new BackupTimeline(this)),
      m_oldDatabases(new OldDatabases(connections.profile(), this)),
      m_folders(new QComboBox(this)),
      m_databases(new QComboBox(this)),
      m_progress(new QWidget(this)),
      m_progressText(new QLabel(this)),
      m_progressBar(new QProgressBar(this)),
      m_create(new QPushButton(themedIcon(u"save"_s), tr("&Back up now…"), this)),
      m_verify(new QToolButton(this)),
      m_restore(new QPushButton(themedIcon(u"undo"_s), tr("&Restore…"), this)),
      m_more(new QToolButton(this)),
      m_inspect(new QPushButton(themedIcon(u"search"_s), tr("&Look inside"), this))
{
    setObjectName(u"backupsPage"_s);
    setAcceptDrops(true);
    m_errorBar->setObjectName(u"backupsError"_s);
    m_tabs->setObjectName(u"backupsTabs"_s);
    m_tabs->setDocumentMode(true);
    buildList();
    buildMenus();
    m_tabs->addTab(buildPage(), tr("Backups"));
    m_tabs->addTab(m_oldDatabases, tr("Old databases kept"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_errorBar);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_progress);
    setFocusProxy(m_list);
    m_clock.setInterval(minuteMs);
    connect(&m_clock, &QTimer::timeout, this,
            [this] { m_model->setNow(QDateTime::currentDateTimeUtc()); });
    m_clock.start();
    connect(m_create, &QPushButton::clicked, this, &BackupsPage::createBackup);
    connect(m_restore, &QPushButton::clicked, this, &BackupsPage::restore);
    connect(m_inspect, &QPushButton::clicked, this, &BackupsPage::lookInside);
    connect(m_oldDatabases, &OldDatabases::counted, this, [this](int number) {
        m_tabs->setTabText(m_tabs->indexOf(m_oldDatabases),
                           number == 0 ? tr("Old databases kept")
                                       : tr("Old databases kept (%1)").arg(number));
    });
    connect(m_oldDatabases, &OldDatabases::failed, this, &BackupsPage::showError);
    connect(m_oldDatabases, &OldDatabases::statusMessage, this, &BackupsPage::statusMessage);
    connect(m_oldDatabases, &OldDatabases::jobStarted, this, &BackupsPage::jobStarted);
    connect(m_oldDatabases, &OldDatabases::databaseReplaced, this, &BackupsPage::databaseReplaced);
    addPageKeys(
        *this, [this] { refresh(); },
        [this] {
            if (m_running)
                m_running->cancel();
        });
    showFolders();
    updateActions();
}

BackupsPage::~BackupsPage()
{
    // Reading goes on for nobody otherwise; what was started on purpose goes on.
    if (m_listing)
        m_listing->cancel();
}

void BackupsPage::buildList()
{
    m_proxy->setSourceModel(m_model);
    m_list->setObjectName(u"backupList"_s);
    m_list->setAccessibleName(tr("Backups"));
    m_list->setModel(m_proxy);
    auto *badges = new BackupBadgeDelegate(m_list);
    m_list->setItemDelegateForColumn(BackupListModel::VerifiedColumn, badges);
    m_list->setItemDelegateForColumn(BackupListModel::StateColumn, badges);
    makeTableList(*m_list);
    QHeaderView *header = m_list->horizontalHeader();
    header->setSectionsMovable(true);
    const int em = fontMetrics().horizontalAdvance(u'm');
    const QList<int> widths{9, 10, 7, 12, 12, 7, 10, 9, 6, 6, 9};
    for (int column = 0; column < widths.size(); ++column)
        header->resizeSection(column, em * widths.at(column));
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(BackupListModel::AgeColumn, Qt::AscendingOrder);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BackupsPage::onChosen);
    connect(m_list, &QTableView::activated, this, [this] { restore(); });
}

QWidget *BackupsPage::buildPage()
{
    m_splitter->setObjectName(u"backupsSplitter"_s);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_warnings->setObjectName(u"backupWarnings"_s);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warnings->setMargin(fontMetrics().lineSpacing() / 3);
    m_warnings->setAutoFillBackground(true);
    m_warnings->hide();
    m_timeline->hide();
    connect(m_timeline, &BackupTimeline::chosen, this, &BackupsPage::choose);
    auto *page = new QWidget(m_tabs);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_warnings);
    layout->addWidget(m_timeline);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildFoot());
    return page;
}

QWidget *BackupsPage::buildHead()
{
    const int em = fontMetrics().horizontalAdvance(u'm');
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 6, 8, 6);
    m_folders->setObjectName(u"backupFolders"_s);
    m_folders->setAccessibleName(tr("Folder of backups"));
    m_folders->setMinimumWidth(em * 10);
    m_folders->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_folders, &QComboBox::activated, this, [this](int index) {
        const QString path = m_folders->itemData(index).toString();
        m_folders->setCurrentIndex(m_folders->findData(m_path));
        if (path == "folder"_L1)
            chooseFolder();
        else if (path == "file"_L1)
            chooseFile();
        else if (path == "container"_L1)
            chooseContainer();
        else
            open(path);
    });
    layout->addWidget(m_folders, 2);
    m_databases->setObjectName(u"backupDatabases"_s);
    m_databases->setAccessibleName(tr("Backups of which database"));
    m_databases->setMinimumWidth(em * 8);
    m_databases->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_databases, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant name = m_databases->currentData();
        m_proxy->setDatabase(name.isValid() ? name.toString() : QString());
        showTimeline();
        if (!m_list->currentIndex().isValid())
            choose({});
    });
    layout->addWidget(m_databases, 1);
    auto *refreshButton = new QToolButton(head);
    refreshButton->setObjectName(u"refreshBackups"_s);
    refreshButton->setIcon(themedIcon(u"refresh"_s));
    refreshButton->setAccessibleName(tr("Read the folder again"));
    refreshButton->setToolTip(tr("Read the folder again (F5)"));
    refreshButton->setAutoRaise(true);
    connect(refreshButton, &QToolButton::clicked, this, &BackupsPage::refresh);
    layout->addWidget(refreshButton);
    return head;
}

QWidget *BackupsPage::buildFoot()
{
    auto *stop = new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), m_progress);
    stop->setObjectName(u"stopBackup"_s);
    connect(stop, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_running->cancel();
    });
    m_progressBar->setAccessibleName(tr("How far it is"));
    m_progressText->setObjectName(u"backupProgress"_s);
    m_progressText->setTextFormat(Qt::PlainText);
    m_progressText->setWordWrap(true);
    auto *progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(8, 0, 8, 6);
    progress->addWidget(m_progressText, 1);
    progress->addWidget(m_progressBar);
    progress->addWidget(stop);
    m_progress->hide();
    m_create->setObjectName(u"createBackup"_s);
    m_restore->setObjectName(u"restoreBackup"_s);
    m_inspect->setObjectName(u"inspectBackup"_s);
    auto *foot = new QWidget(this);
    auto *layout = new FlowLayout(foot);
    layout->setContentsMargins(8, 6, 8, 6);
    for (QWidget *button : QList<QWidget *>{m_create, m_verify, m_inspect, m_restore, m_more})
        layout->addWidget(button);
    return foot;
}

void BackupsPage::buildMenus()
{
    using Level = BackupVerification::Level;
    auto *levels = new QMenu(m_verify);
    levels
        ->addAction(tr("On &trial: restore it beside, check it, drop it"), this,
                    &BackupsPage::drill)
        ->setObjectName(u"drillBackup"_s);
    levels->addAction(tr("&Everything: unpack it and read it as a dump"), this,
                      [this] { verify(Level::Full); });
    levels->addAction(tr("Only the &checksum"), this, [this] { verify(Level::Checksum); });
    levels->addAction(tr("Only &size and kind"), this, [this] { verify(Level::Bytes); });
    m_verify->setObjectName(u"verifyBackup"_s);
    m_verify->setText(tr("&Verify"));
    m_verify->setIcon(themedIcon(u"done"_s));
    m_verify->setMenu(levels);
    m_verify->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Back up by the &clock…"), this, &BackupsPage::schedule)
        ->setObjectName(u"scheduleBackups"_s);
    m_pruneAction =
        menu->addAction(tr("Remove what has served its &time…"), this, &BackupsPage::prune);
    m_pruneAction->setObjectName(u"pruneBackups"_s);
    menu->addAction(tr("&Empty the database %1…").arg(mnemonicFree(m_database)), this,
                    &BackupsPage::clean)
        ->setObjectName(u"cleanDatabase"_s);
    menu->addSeparator();
    menu->addAction(tr("Open a &folder…"), this, &BackupsPage::chooseFolder);
    menu->addAction(tr("Open a &file…"), this, &BackupsPage::chooseFile);
    menu->addAction(tr("Open a folder in a docker co&ntainer…"), this,
                    &BackupsPage::chooseContainer)
        ->setObjectName(u"openContainer"_s);
    menu->addSeparator();
    menu->addAction(themedIcon(u"copy"_s), tr("Copy &as command"), this, &BackupsPage::copyCommand)
        ->setObjectName(u"copyBackupCommand"_s);
    m_more->setObjectName(u"moreBackups"_s);
    m_more->setText(tr("&More"));
    m_more->setIcon(themedIcon(u"more"_s));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton *button : {m_verify, m_more}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
    }
}

}  // namespace roster
