// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seederspage.h"

#include "models/database/connections.h"
#include "ui/common/emptystate.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"
#include "ui/common/pagekeys.h"
#include "ui/seeders/seedbatchlist.h"
#include "ui/seeders/seedercard.h"
#include "ui/seeders/seedjobs.h"
#include "ui/seeders/seednews.h"
#include "ui/seeders/seedprogress.h"
#include "ui/seeders/seedtext.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int chooserInEms = 18;
constexpr int revealMs = 500;
}  // namespace

SeedersPage::SeedersPage(Connections &connections, QWidget *parent)
    : QWidget(parent),
      m_connections(connections),
      // It may go within a call of its own.
      m_news(new SeedNews, [](SeedNews *news) { news->deleteLater(); }),
      m_error(new ErrorBar(this)),
      m_note(new ErrorBar(this)),
      m_stack(new QStackedWidget(this)),
      m_state(new EmptyState(m_stack)),
      m_tabs(new QTabWidget(m_stack)),
      m_batches(new SeedBatchList(m_tabs))
{
    setObjectName(u"seedersPage"_s);
    m_error->setObjectName(u"seedersError"_s);
    m_note->setObjectName(u"seedersNote"_s);
    buildLayout();
    addPageKeys(
        *this, [this] { refresh(); },
        [this] {
            if (m_job)
                m_job->cancel();
        });
    connect(m_batches, &SeedBatchList::removeRequested, this, &SeedersPage::lookAtBatch);
    connect(m_batches, &SeedBatchList::copyRequested, this,
            [this](qint64 batch) { copy(removeCommand(m_connections.profile(), batch)); });
    m_state->presentBusy(u"seed"_s, tr("Reading what there is…"));
}

void SeedersPage::buildLayout()
{
    m_tabs->setObjectName(u"seedersTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildCards(), tr("Seeders"));
    m_tabs->addTab(m_batches, tr("Past runs"));
    auto *refreshButton = new QToolButton(m_tabs);
    refreshButton->setObjectName(u"refreshSeeders"_s);
    refreshButton->setIcon(themedIcon(u"refresh"_s));
    refreshButton->setToolTip(tr("Read again (F5)"));
    refreshButton->setAccessibleName(tr("Read again"));
    refreshButton->setAutoRaise(true);
    refreshButton->setFocusPolicy(Qt::StrongFocus);
    connect(refreshButton, &QToolButton::clicked, this, &SeedersPage::refresh);
    m_tabs->setCornerWidget(refreshButton);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_tabs);
    setFocusProxy(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_error);
    layout->addWidget(m_stack, 1);
}

QWidget *SeedersPage::buildCards()
{
    auto *area = new QScrollArea(m_tabs);
    area->setObjectName(u"cards"_s);
    area->setAccessibleName(tr("Seeders"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(area);
    auto *layout = new QVBoxLayout(inner);
    m_cardLayout = new QVBoxLayout;
    layout->addLayout(m_cardLayout);
    layout->addWidget(buildTableChooser());
    layout->addStretch(1);
    area->setWidget(inner);
    connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this, area] {
        if (m_revealed)
            area->ensureWidgetVisible(m_revealed, 0, 0);
    });
    return area;
}

QWidget *SeedersPage::buildTableChooser()
{
    auto *box = new QWidget(m_tabs);
    m_tables = new QComboBox(box);
    m_tables->setObjectName(u"tableChooser"_s);
    m_tables->setMinimumWidth(fontMetrics().horizontalAdvance(u'm') * chooserInEms);
    m_tables->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *label = new QLabel(tr("Fill any other &table, by what the database says of it:"), box);
    label->setWordWrap(true);
    label->setBuddy(m_tables);
    m_tables->setAccessibleName(tr("Any other table"));
    m_tableLayout = new QVBoxLayout(box);
    m_tableLayout->setContentsMargins(0, 0, 0, 0);
    m_tableLayout->addWidget(label);
    m_tableLayout->addWidget(m_tables, 0, Qt::AlignLeft);
    connect(m_tables, &QComboBox::activated, this, [this](int index) {
        delete m_tableCard;
        if (const QStringList name = m_tables->itemData(index).toStringList(); name.size() == 2)
            openTable({name.first(), name.last()});
    });
    return box;
}

void SeedersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SeedersPage::refresh()
{
    if (m_isBusy)
        return;  // the table may be locked by what runs, which reads again in the end
    readSeeders(m_connections).future.then(this, [this](const Result<SeedOverview> &overview) {
        onOverview(overview);
    });
}

void SeedersPage::onOverview(const Result<SeedOverview> &overview)
{
    if (overview) {
        m_overview = *overview;
        m_loaded = true;
        showOverview();
        return;
    }
    if (m_loaded) {
        // What was read before is still worth something.
        m_error->showError(overview.error());
        m_error->setAction(tr("&Retry"), [this] {
            m_error->clear();
            refresh();
        });
        return;
    }
    m_state->present(u"warning"_s, overview.error().message, overview.error().hint);
    m_state->addButton(u"retrySeeders"_s, tr("Try again"), [this] {
        m_state->presentBusy(u"seed"_s, tr("Reading what there is…"));
        refresh();
    });
    m_stack->setCurrentWidget(m_state);
}

SeederCard *SeedersPage::addCard(SeederCard *card, QVBoxLayout *layout)
{
    layout->addWidget(card);
    connect(card, &SeederCard::runRequested, this, [this, card] { start(card); });
    connect(card, &SeederCard::rehearsalRequested, this,
            [this, card] { run(card, card->task(), false); });
    connect(card, &SeederCard::previewRequested, this, [this, card] { preview(card); });
    connect(card, &SeederCard::createRequested, this, [this, card] { create(card); });
    connect(card, &SeederCard::copyRequested, this,
            [this, card] { copy(seedCommand(m_connections.profile(), card->task())); });
    return card;
}

void SeedersPage::showOverview()
{
    if (m_cards.isEmpty()) {
        for (const SeederState &state : std::as_const(m_overview.seeders))
            m_cards << addCard(new SeederCard(state, m_tabs), m_cardLayout);
        for (SeederCard *card : std::as_const(m_cards)) {
            if (card->table() == TableName{u"public"_s, u"players"_s})
                m_cardLayout->insertWidget(0, card);  // what most people come for
        }
        m_all = addCard(new SeederCard(m_overview.seeders, m_tabs), m_cardLayout);
    }
    for (SeederCard *card : std::as_const(m_cards)) {
        for (const SeederState &state : std::as_const(m_overview.seeders)) {
            if (state.seeder == card->seeder())
                card->setState(state);
        }
    }
    m_all->setAll(m_overview.seeders);
    fillTables();
    if (SeederCard *card = m_tableCard)
        openTable(card->table());
    m_batches->setOverview(m_overview);
    if (m_overview.obstacle) {
        m_note->showMessage(Theme::Meaning::Warning, m_overview.obstacle->message,
                            m_overview.obstacle->hint);
    } else if (!m_overview.noHistory.isEmpty()) {
        QString why = m_overview.noHistory;
        why.replace(0, 1, why.first(1).toUpper());  // elsewhere it ends a sentence
        m_note->showMessage(Theme::Meaning::Info,
                            tr("Runs cannot be recorded here, so they cannot be taken back later."),
                            why);
    } else {
        m_note->clear();
    }
    updateBlocked();
    if (m_stack->currentWidget() != m_tabs) {
        const bool hadFocus = isAncestorOf(focusWidget()) || hasFocus();
        m_stack->setCurrentWidget(m_tabs);
        if (hadFocus)
            m_tabs->setFocus();
    }
}

void SeedersPage::fillTables()
{
    const QSignalBlocker blocker(m_tables);
    const QVariant before = m_tables->currentData();
    m_tables->clear();
    m_tables->addItem(tr("Choose a table…"));
    for (const TableName &table : std::as_const(m_overview.tables))
        m_tables->addItem(plainName(table), QStringList{table.schema, table.name});
    m_tables->setCurrentIndex(before.isValid() ? std::max(0, m_tables->findData(before)) : 0);
}

void SeedersPage::openTable(const TableName &table)
{
    readTableSeeder(m_connections, table)
        .future.then(this, [this, table](const Result<SeederState> &state) {
            const QStringList chosen = m_tables->currentData().toStringList();
            if (chosen == QStringList{table.schema, table.name})  // else another one meanwhile
                showTable(state);
        });
}

void SeedersPage::showTable(const Result<SeederState> &state)
{
    if (!state) {
        m_error->showError(state.error());
        return;
    }
    if (SeederCard *card = m_tableCard; card && card->table() == state->table) {
        card->setState(*state);
        return;
    }
    delete m_tableCard;
    m_tableCard = addCard(new SeederCard(*state, m_tabs), m_tableLayout);
    updateBlocked();
    // Its place is known after some passes of the layout.
    m_revealed = m_tableCard;
    QTimer::singleShot(revealMs, this, [this] { m_revealed.clear(); });
}

void SeedersPage::updateBlocked()
{
    const QString reason = m_overview.obstacle ? m_overview.obstacle->message
                         : m_isBusy            ? tr("Other seeding is going on.")
                                               : QString();
    for (SeederCard *card : std::as_const(m_cards))
        card->setBlocked(reason, m_isBusy);
    if (m_all)
        m_all->setBlocked(reason, m_isBusy);
    if (m_tableCard)
        m_tableCard->setBlocked(reason, m_isBusy);
    m_batches->setBlocked(reason);
    m_tables->setEnabled(!m_isBusy);  // its card would go away under the work
}

void SeedersPage::begin(const JobPointer &job)
{
    m_job = job;
    m_isBusy = true;
    m_error->clear();
    updateBlocked();
}

void SeedersPage::end()
{
    m_job.reset();
    m_isBusy = false;
    updateBlocked();
}

}  // namespace roster
