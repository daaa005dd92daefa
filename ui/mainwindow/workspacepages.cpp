// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace: the pages that are no tables.
#include "ui/common/icons.h"
#include "ui/jobs/jobspage.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/workspace.h"
#include "ui/players/tablepage.h"
#include "ui/seeders/seederspage.h"

using namespace Qt::StringLiterals;

namespace roster {

QWidget *Workspace::addPage(const PageId &page)
{
    if (page.kind == PageId::Kind::Seeders)
        return addSeeders();
    auto *jobs = new JobsPage(m_jobs);
    m_tabs->add(page, jobs, themedIcon(u"jobs"_s), tr("Jobs"));
    return jobs;
}

QWidget *Workspace::addSeeders()
{
    auto *seeders = new SeedersPage(*m_connections);
    connect(seeders, &SeedersPage::statusMessage, this, &Workspace::statusMessage);
    connect(seeders, &SeedersPage::tablesChanged, this, &Workspace::refreshTables);
    connect(seeders, &SeedersPage::tablesCreated, this, &Workspace::refreshOverview);
    m_tabs->add({PageId::Kind::Seeders, {}}, seeders, themedIcon(u"seed"_s), tr("Seeders"));
    return seeders;
}

void Workspace::refreshTables(const QList<TableName> &tables)
{
    for (const TableName &table : tables) {
        const auto *tab = qobject_cast<TableTab *>(m_tabs->find({PageId::Kind::Table, table}));
        if (tab && tab->page())
            tab->page()->refresh();
    }
}

}  // namespace roster
