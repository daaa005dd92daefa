// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/tabletab.h"

#include "models/database/connections.h"
#include "models/schema/catalogue.h"
#include "models/schema/declaredtables.h"
#include "models/views/tablemodel.h"
#include "ui/common/emptystate.h"
#include "ui/players/tablepage.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr std::chrono::milliseconds busyAfter(100);  // sooner, it would only flicker
}

TableTab::TableTab(Connections &connections, TableName table, PageMemory &memory, QWidget *parent)
    : QStackedWidget(parent),
      m_connections(connections),
      m_table(std::move(table)),
      m_memory(memory),
      m_busy(new QTimer(this))
{
    addWidget(new QWidget(this));  // nothing, until there is something to say
    m_busy->setSingleShot(true);
    m_busy->setInterval(busyAfter);
    connect(m_busy, &QTimer::timeout, this, [this] {
        state().presentBusy(u"table"_s, tr("Opening %1…").arg(m_table.name));
        setCurrentWidget(m_state);
    });
}

bool TableTab::hasStagedEdits() const
{
    return m_page && m_page->hasStagedEdits();
}

EmptyState &TableTab::state()
{
    if (!m_state) {
        m_state = new EmptyState(this);
        addWidget(m_state);
    }
    return *m_state;
}

void TableTab::showRows(const TableQuery &query)
{
    if (m_page)
        m_page->showRows(query);
    else
        m_wanted = query;
}

void TableTab::stage(const RowDifference &difference)
{
    if (m_page)
        m_page->stage(difference);
    else
        m_toStage = difference;
}

void TableTab::reload()
{
    if (m_asked)
        load();
}

void TableTab::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    if (!m_asked)
        load();
}

void TableTab::load()
{
    m_asked = true;
    if (!m_page)
        m_busy->start();
    auto reading = m_connections.page().run(
        tr("Read the columns of %1").arg(m_table.name),
        [table = m_table](Session &session, Progress &) { return readTable(session, table); },
        Job::Visibility::Quiet);
    // Its widgets are made while the server answers.
    if (!m_page && !m_unopened) {
        m_unopened = new TablePage(m_connections, m_memory, this);
        addWidget(m_unopened);
    }
    reading.future.then(this, [this](const Result<TableSchema> &schema) {
        m_busy->stop();
        if (schema)
            showPage(mergeDeclared(*schema));
        else
            showError(schema.error());
    });
}

void TableTab::showPage(const TableSchema &schema)
{
    if (m_page) {
        m_page->open(schema);
        setCurrentWidget(m_page);
        return;
    }
    const bool hadFocus = isAncestorOf(focusWidget()) || hasFocus();
    m_page = std::exchange(m_unopened, nullptr);
    paintWithRows();
    m_page->open(schema);
    connect(m_page, &TablePage::dirtyChanged, this, &TableTab::dirtyChanged);
    connect(m_page, &TablePage::statusMessage, this, &TableTab::statusMessage);
    connect(m_page, &TablePage::seedRequested, this, &TableTab::seedRequested);
    setCurrentWidget(m_page);
    setFocusProxy(m_page);
    if (hadFocus)
        m_page->setFocus();
    Q_EMIT pageCreated();
    if (m_wanted)
        m_page->showRows(*m_wanted);
    m_wanted.reset();
    if (m_toStage)
        m_page->stage(*m_toStage);
    m_toStage.reset();
}

/// The empty grid is not painted where its rows come at once: it would flicker, and they would
/// wait.
void TableTab::paintWithRows()
{
    m_page->setUpdatesEnabled(false);
    const auto paint = [page = m_page] { page->setUpdatesEnabled(true); };
    connect(&m_page->model(), &TableModel::loaded, m_page, paint, Qt::SingleShotConnection);
    connect(&m_page->model(), &TableModel::failed, m_page, paint, Qt::SingleShotConnection);
    QTimer::singleShot(busyAfter, m_page, paint);
}

void TableTab::showError(const Error &error)
{
    // What is staged on a page is worth more than the news that its table could not be read again.
    if (hasStagedEdits()) {
        Q_EMIT statusMessage(error.message);
        return;
    }
    state().present(u"warning"_s, error.message, error.hint);
    m_state->addButton(u"retryTable"_s, tr("Try again"), [this] { load(); });
    setCurrentWidget(m_state);
}

}  // namespace roster
