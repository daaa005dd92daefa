// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace: the pages that are no tables.
#include "models/views/joblistmodel.h"
#include "models/views/tablemodel.h"
#include "ui/backup/backupspage.h"
#include "ui/charts/chartpage.h"
#include "ui/common/icons.h"
#include "ui/jobs/jobspage.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/pendingbar.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/windowsettings.h"
#include "ui/mainwindow/workspace.h"
#include "ui/migrations/migrationspage.h"
#include "ui/players/tablepage.h"
#include "ui/seeders/seederspage.h"
#include "ui/seeders/seednews.h"

using namespace Qt::StringLiterals;

namespace roster {

QWidget *Workspace::addPage(const PageId &page)
{
    if (page.kind == PageId::Kind::Seeders)
        return addSeeders();
    if (page.kind == PageId::Kind::Migrations)
        return addMigrations();
    if (page.kind == PageId::Kind::Backups)
        return addBackups();
    if (page.kind == PageId::Kind::Charts) {
        addCharts();
        return m_charts;
    }
    auto *jobs = new JobsPage(m_jobs);
    m_tabs->add(page, jobs, themedIcon(u"jobs"_s), tr("Jobs"));
    return jobs;
}

QWidget *Workspace::addSeeders()
{
    auto *seeders = new SeedersPage(*m_connections);
    connect(seeders, &SeedersPage::statusMessage, this, &Workspace::statusMessage);
    connect(&seeders->news(), &SeedNews::tablesChanged, this, &Workspace::refreshTables);
    connect(seeders, &SeedersPage::tablesCreated, this, &Workspace::refreshOverview);
    m_tabs->add({PageId::Kind::Seeders, {}}, seeders, themedIcon(u"seed"_s), tr("Seeders"));
    return seeders;
}

QWidget *Workspace::addMigrations()
{
    auto *migrations = new MigrationsPage(*m_connections, m_memory);
    connect(migrations, &MigrationsPage::statusMessage, this, &Workspace::statusMessage);
    connect(migrations, &MigrationsPage::folderChosen, this, &Workspace::revisionFolderChosen);
    connect(migrations, &MigrationsPage::historyRead, m_pendingBar, &PendingBar::showHistory);
    connect(migrations, &MigrationsPage::schemaChanged, this, &Workspace::reloadAll);
    m_tabs->add({PageId::Kind::Migrations, {}}, migrations, themedIcon(u"migrations"_s),
                tr("Migrations"));
    return migrations;
}

QWidget *Workspace::addBackups()
{
    auto *backups = new BackupsPage(*m_connections, m_overview.server.database, m_memory);
    connect(backups, &BackupsPage::statusMessage, this, &Workspace::statusMessage);
    connect(backups, &BackupsPage::jobStarted, &m_jobs, &JobListModel::add);
    connect(backups, &BackupsPage::databaseReplaced, this, &Workspace::onDatabaseReplaced);
    connect(backups, &BackupsPage::rowsWanted, this, &Workspace::stageRows);
    m_tabs->add({PageId::Kind::Backups, {}}, backups, themedIcon(u"save"_s), tr("Backups"));
    return backups;
}

void Workspace::readPending()
{
    m_pendingBar->read(MigrationsPage::sourcesOf(m_memory), m_settings.runsReviewed());
}

/// Revisions ran without their page.
void Workspace::onSchemaChanged()
{
    reloadAll();
    if (auto *page = qobject_cast<MigrationsPage *>(m_tabs->find({PageId::Kind::Migrations, {}})))
        page->refresh();
}

/// The swap ended our sessions, too: work goes to new ones instead of finding that out.
void Workspace::onDatabaseReplaced()
{
    for (DatabaseWorker *worker :
         {&m_connections->page(), &m_connections->background(), &m_connections->jobs()})
        worker->reconnect();
    onSchemaChanged();
}

/// Columns may be others than they were, tables may be gone.
void Workspace::reloadAll()
{
    refreshOverview();
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *tab = qobject_cast<TableTab *>(m_tabs->widget(i)))
            tab->reload();
    }
}

void Workspace::refreshTables(const QList<TableName> &tables)
{
    for (const TableName &table : tables) {
        const auto *tab = qobject_cast<TableTab *>(m_tabs->find({PageId::Kind::Table, table}));
        if (tab && tab->page())
            tab->page()->refresh();
    }
}

void Workspace::addCharts()
{
    const TableTab *front = currentTable();
    m_charts = new ChartPage(*m_connections, [this](const TableName &table) {
        const auto *tab = qobject_cast<TableTab *>(m_tabs->find({PageId::Kind::Table, table}));
        return tab && tab->page() ? tab->page()->model().query() : TableQuery();
    });
    connect(m_charts, &ChartPage::statusMessage, this, &Workspace::statusMessage);
    connect(m_charts, &ChartPage::rowsRequested, this, &Workspace::showRows);
    fillCharts();
    if (front)
        m_charts->open(front->table());
    m_tabs->add({PageId::Kind::Charts, {}}, m_charts, themedIcon(u"chart"_s), tr("Charts"));
}

void Workspace::fillCharts()
{
    if (!m_charts)
        return;
    QList<TableName> tables;
    QStringList titles;
    for (const RelationEntry &relation : std::as_const(m_overview.relations)) {
        tables << relation.name;
        titles << (relation.declared || relation.name.schema == "public"_L1
                       ? titleOf(relation)
                       : relation.name.schema + u'.' + relation.name.name);
    }
    m_charts->setTables(tables, titles);
}

void Workspace::showRows(const TableName &table, const TableQuery &query)
{
    openTable(table);
    if (TableTab *tab = currentTable())
        tab->showRows(query);
}

/// From a backup: reviewed and committed there, as any edit.
void Workspace::stageRows(const RowDifference &difference)
{
    openTable(difference.table);
    if (TableTab *tab = currentTable())
        tab->stage(difference);
}

}  // namespace roster
