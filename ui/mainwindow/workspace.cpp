// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/workspace.h"
#include "ui/backup/backupspage.h"

#include "models/database/connections.h"
#include "models/migration/tablecreation.h"
#include "models/views/joblistmodel.h"
#include "models/views/tablemodel.h"
#include "ui/charts/chartpage.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/retire.h"
#include "ui/mainwindow/connectionbar.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/pendingbar.h"
#include "ui/mainwindow/seedjob.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/windowsettings.h"
#include "ui/migrations/migrationspage.h"
#include "ui/players/tablepage.h"
#include "ui/seeders/seederspage.h"

#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

Workspace::Workspace(std::unique_ptr<Connections> connections, ConnectionTarget target,
                     DatabaseOverview overview, WindowSettings &settings, JobListModel &jobs,
                     QWidget *parent)
    : QWidget(parent),
      m_connections(std::move(connections)),
      m_target(std::move(target)),
      m_overview(std::move(overview)),
      m_settings(settings),
      m_memory(settings, m_target.key()),
      m_jobs(jobs),
      m_connectionBar(new ConnectionBar(*m_connections, this)),
      m_pendingBar(new PendingBar(*m_connections, this)),
      m_errorBar(new ErrorBar(this)),
      m_empty(new EmptyState(this)),
      m_tabs(new PageTabs(this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(u"workspace"_s);
    buildLayout();
    connect(m_tabs, &QTabWidget::currentChanged, this, &Workspace::onCurrentChanged);
    connect(m_tabs, &PageTabs::closeRequested, this, &Workspace::closePage);
    connect(m_connectionBar, &ConnectionBar::restored, this, &Workspace::onRestored);
    connect(m_pendingBar, &PendingBar::pageRequested, this,
            [this] { openPage({PageId::Kind::Migrations, {}}); });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &Workspace::noticeTables);
    connect(m_pendingBar, &PendingBar::schemaChanged, this, &Workspace::onSchemaChanged);
    m_tabs->setEnvironment(m_overview.server.environment);
    showEmpty();
}

Workspace::~Workspace()
{
    // Pages go first: they use the connections to their last moment.
    delete m_stack;
    retire(std::move(m_connections), window());
}

void Workspace::buildLayout()
{
    m_errorBar->setObjectName(u"workspaceError"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_connectionBar);
    layout->addWidget(m_errorBar);
    layout->addWidget(m_pendingBar);
    layout->addWidget(m_stack, 1);
}

TableTab *Workspace::currentTable() const
{
    return qobject_cast<TableTab *>(m_tabs->currentWidget());
}

QList<TableTab *> Workspace::stagedTabs() const
{
    QList<TableTab *> tabs;
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *tab = qobject_cast<TableTab *>(m_tabs->widget(i));
        if (tab && tab->hasStagedEdits())
            tabs << tab;
    }
    return tabs;
}

QStringList Workspace::stagedPages() const
{
    QStringList titles;
    const QList<TableTab *> tabs = stagedTabs();
    for (const TableTab *tab : tabs)
        titles << tab->accessibleName();
    return titles;
}

StagedFate Workspace::stagedFate(TableTab *only)
{
    const auto tabs = [this, only, still = QPointer(only)] {
        if (!only)
            return stagedTabs();
        return still && still->hasStagedEdits() ? QList<TableTab *>{still} : QList<TableTab *>();
    };
    StagedFate fate;
    fate.pages = [tabs] {
        QStringList titles;
        for (const TableTab *tab : tabs())
            titles << tab->accessibleName();
        return titles;
    };
    fate.discard = [tabs] {
        for (TableTab *tab : tabs())
            tab->page()->model().discard();
    };
    const QList<TableTab *> now = tabs();
    fate.canKeep = std::all_of(now.cbegin(), now.cend(), [](const TableTab *tab) {
        return tab->page()->model().keepsEdits();
    });
    return fate;
}

void Workspace::openTable(const TableName &table)
{
    openPage({PageId::Kind::Table, table});
}

void Workspace::openJobs()
{
    openPage({PageId::Kind::Jobs, {}});
}

void Workspace::openPage(const PageId &page)
{
    QWidget *widget = m_tabs->find(page);
    if (!widget)
        widget = page.kind == PageId::Kind::Table ? addTable(page.table) : addPage(page);
    m_tabs->setCurrentWidget(widget);
    m_stack->setCurrentWidget(m_tabs);
    widget->setFocus();
}

TableTab *Workspace::addTable(const TableName &table)
{
    const RelationEntry *found = m_overview.find(table);
    const RelationEntry relation = found ? *found : RelationEntry{table};
    auto *tab = new TableTab(*m_connections, table, m_memory);
    connect(tab, &TableTab::dirtyChanged, this,
            [this, tab](bool dirty) { m_tabs->setDirty(tab, dirty); });
    connect(tab, &TableTab::statusMessage, this, &Workspace::statusMessage);
    connect(tab, &TableTab::pageCreated, this, &Workspace::actionsChanged);
    connect(tab, &TableTab::seedRequested, this, [this, tab](qint64 rows) { seed(tab, rows); });
    m_tabs->add({PageId::Kind::Table, table}, tab, relationIcon(relation.kind), titleOf(relation));
    return tab;
}

void Workspace::closeCurrent()
{
    if (QWidget *page = m_tabs->currentWidget())
        closePage(page);
}

void Workspace::closePage(QWidget *page)
{
    auto *tab = qobject_cast<TableTab *>(page);
    if (tab && tab->hasStagedEdits()) {
        confirmDiscard(window(), stagedFate(tab), [this, id = m_tabs->idOf(page)] {
            if (QWidget *still = m_tabs->find(id))
                m_tabs->remove(still);
            showEmpty();
        });
        return;
    }
    m_tabs->remove(page);
    showEmpty();
}

void Workspace::reopenClosed()
{
    PageId id;
    if (m_tabs->takeClosed(&id))
        openPage(id);
}

void Workspace::saveTabs() const
{
    m_settings.setOpenTabs(m_target.key(), {m_tabs->ids(), m_tabs->currentIndex()});
}

void Workspace::restoreTabs()
{
    const OpenTabs saved = m_settings.openTabs(m_target.key());
    for (const PageId &page : saved.pages) {
        const bool exists = page.kind != PageId::Kind::Table || m_overview.find(page.table);
        if (exists)
            openPage(page);
    }
    if (m_tabs->count() == 0 && !m_overview.relations.isEmpty()
        && m_overview.relations.first().declared)
        openTable(m_overview.relations.first().name);
    else if (QWidget *current = m_tabs->find(saved.pages.value(saved.current)))
        m_tabs->setCurrentWidget(current);
    showEmpty();
    readPending();
}

void Workspace::refreshOverview()
{
    readOverview(*m_connections).future.then(this, [this](const Result<DatabaseOverview> &result) {
        onOverview(result);
    });
}

void Workspace::noticeTables(Qt::ApplicationState state)
{
    if (state != Qt::ApplicationActive || m_isNoticing || m_creating
        || m_connections->state() != Connections::State::Connected)
        return;
    m_isNoticing = true;
    readOverview(*m_connections).future.then(this, [this](const Result<DatabaseOverview> &now) {
        m_isNoticing = false;
        // A failure is no news: whatever one does next says it.
        if (now && now->relations != m_overview.relations)
            onOverview(now);
    });
}

void Workspace::onOverview(const Result<DatabaseOverview> &overview)
{
    if (!overview) {
        m_errorBar->showError(overview.error());
        m_errorBar->setAction(tr("&Retry"), [this] { refreshOverview(); });
        return;
    }
    m_errorBar->clear();
    m_overview = *overview;
    m_tabs->setEnvironment(m_overview.server.environment);
    fillCharts();
    Q_EMIT overviewChanged();
    showEmpty();
}

void Workspace::createDeclaredTables()
{
    m_creating = true;
    m_pendingBar->clear();
    showEmpty();
    auto creating = m_connections->jobs().run(tr("Create the declared tables"),
                                              [](Session &session, Progress &progress) {
                                                  return createTablesByRevisions(session, progress);
                                              });
    creating.future.then(this, [this](const Result<SchemaCreation> &creation) {
        m_creating = false;
        if (!creation) {
            m_errorBar->showError(creation.error());
            m_errorBar->setAction(tr("&Retry"), [this] { createDeclaredTables(); });
            showEmpty();
            return;
        }
        Q_EMIT statusMessage(tr("%n table(s) created", nullptr, int(creation->created.size())));
        readOverview(*m_connections)
            .future.then(this, [this, created = creation->created](
                                   const Result<DatabaseOverview> &overview) {
                onOverview(overview);
                if (overview && !created.isEmpty())
                    openTable(created.first());
            });
    });
}

void Workspace::onCurrentChanged()
{
    if (m_tabs->count() > 0)
        Q_EMIT currentChanged(m_tabs->currentId());
    Q_EMIT actionsChanged();
}

void Workspace::onRestored()
{
    Q_EMIT statusMessage(tr("Connected again"));
    for (int i = 0; i < m_tabs->count(); ++i)
        refreshPage(m_tabs->widget(i));
}

void Workspace::refreshPage(QWidget *page)
{
    if (auto *seeders = qobject_cast<SeedersPage *>(page))
        seeders->refresh();
    if (auto *migrations = qobject_cast<MigrationsPage *>(page))
        migrations->refresh();
    if (auto *backups = qobject_cast<BackupsPage *>(page))
        backups->refresh();
    auto *tab = qobject_cast<TableTab *>(page);
    if (tab && tab->page())
        tab->page()->refresh();
    else if (tab)
        tab->reload();
}

void Workspace::refresh()
{
    refreshOverview();
    refreshPage(m_tabs->currentWidget());
    if (m_charts && m_tabs->currentWidget() == m_charts)
        m_charts->refresh();
}

void Workspace::showEmpty()
{
    if (m_tabs->count() > 0) {
        m_stack->setCurrentWidget(m_tabs);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    if (m_creating) {
        m_empty->presentBusy(u"table"_s, tr("Creating the tables…"));
    } else if (!m_overview.missing.isEmpty()) {
        m_empty->present(u"empty"_s, tr("No tables yet"),
                         tr("%1 has none of the tables that Roster looks after. Create them here; "
                            "other tables of the database stay as they are.")
                             .arg(m_overview.server.database));
        m_empty->addButton(u"createTables"_s, tr("&Create the declared tables"),
                           [this] { createDeclaredTables(); });
    } else {
        m_empty->present(u"table"_s, tr("No page is open"),
                         tr("Choose a table on the left, or press Ctrl+Shift+T to open the page "
                            "that was closed last."));
    }
}

void Workspace::seed(TableTab *tab, qint64 rows)
{
    seedTable(*m_connections, tab->table(), rows)
        .future.then(tab, [this, tab](const Result<qint64> &seeded) {
            if (!seeded) {
                m_errorBar->showError(seeded.error());
                return;
            }
            m_errorBar->clear();
            Q_EMIT statusMessage(tr("%n row(s) seeded", nullptr, int(*seeded)));
            if (tab->page())
                tab->page()->refresh();
        });
}

}  // namespace roster
