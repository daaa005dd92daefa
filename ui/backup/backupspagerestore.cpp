// SPDX-License-Identifier: GPL-3.0-or-later
// BackupsPage: the look into a backup, and how one, or an empty database, takes a database's place.
#include "models/database/connections.h"
#include "ui/backup/backupspage.h"
#include "ui/backup/dumpxray.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/olddatabases.h"
#include "ui/backup/rescuedialog.h"
#include "ui/backup/restorewizard.h"
#include "ui/migrations/migrationspage.h"

#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace roster {

/// In a tab of its own, one backup at a time.
void BackupsPage::lookInside()
{
    const BackupFile *file = chosen();
    if (!file)
        return;
    if (!m_xray) {
        m_xray = new DumpXray(m_tabs);
        connect(m_xray, &DumpXray::statusMessage, this, &BackupsPage::statusMessage);
        connect(m_xray, &DumpXray::jobStarted, this, &BackupsPage::jobStarted);
        connect(m_xray, &DumpXray::rescueRequested, this, &BackupsPage::compare);
        m_tabs->insertTab(1, m_xray, QString());
    }
    m_tabs->setTabText(1, tr("Inside %1").arg(mnemonicFree(file->name())));
    m_xray->open(*file);
    m_tabs->setCurrentWidget(m_xray);
    m_xray->setFocus();
}

void BackupsPage::compare(const DumpExcerpt &excerpt)
{
    auto *dialog = new RescueDialog(m_connections, m_database, excerpt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RescueDialog::stageRequested, this, &BackupsPage::rowsWanted);
    dialog->open();
}

void BackupsPage::restore()
{
    const BackupFile *file = chosen();
    if (!file || m_wizard)
        return;
    RestorePlan plan;
    plan.server = m_connections.profile();
    plan.database = m_database;
    plan.path = file->path();
    plan.backups = BackupFolder::standard();
    openWizard(plan);
}

void BackupsPage::clean()
{
    if (m_wizard)
        return;
    RestorePlan plan;
    plan.isClean = true;
    plan.server = m_connections.profile();
    plan.database = m_database;
    plan.backups = BackupFolder::standard();
    plan.sources = MigrationsPage::sourcesOf(m_memory);
    plan.clean.server = plan.server;
    plan.clean.database = m_database;
    openWizard(plan);
}

void BackupsPage::openWizard(const RestorePlan &plan)
{
    auto *wizard = new RestoreWizard(plan, this);
    m_wizard = wizard;
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &RestoreWizard::jobStarted, this, &BackupsPage::jobStarted);
    connect(wizard, &RestoreWizard::finishedWell, this, [this](const RestoreReceipt &receipt) {
        m_oldDatabases->refresh();
        if (receipt.database != m_database)
            Q_EMIT statusMessage(tr("%1 is restored").arg(receipt.database));
        else
            Q_EMIT databaseReplaced();
    });
    connect(wizard, &RestoreWizard::undoRequested, this, [this](const RestoreReceipt &receipt) {
        m_tabs->setCurrentWidget(m_oldDatabases);
        m_oldDatabases->askToUndo(receipt.before);
    });
    wizard->open();
}

}  // namespace roster
