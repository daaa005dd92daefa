// SPDX-License-Identifier: GPL-3.0-or-later
// MigrationsPage: what it writes into the folder of revisions, and what it asks of the server
// beside what runs.
#include "models/database/connections.h"
#include "models/migration/replacements.h"
#include "models/migration/revisionheader.h"
#include "models/views/migrationlistmodel.h"
#include "ui/common/errorbar.h"
#include "ui/migrations/driftdialog.h"
#include "ui/migrations/migrationconfirm.h"
#include "ui/migrations/migrationspage.h"
#include "ui/migrations/revisiondetails.h"
#include "ui/migrations/squashdialog.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace roster {

void MigrationsPage::readLocks()
{
    const MigrationHistory::Row *row = chosen();
    if (!row || !row->revision->isRunnable() || m_isReadingLocks)
        return;
    m_isReadingLocks = true;
    const Direction direction =
        row->marks.testFlag(RevisionMark::Applied) ? Direction::Downgrade : Direction::Upgrade;
    MigrationJobs::readLocks(m_connections, *row->revision, direction)
        .future.then(this, [this, id = row->revision->id](const Result<RevisionLocks> &locks) {
            m_isReadingLocks = false;
            if (chosen() && chosen()->revision->id == id)
                m_details->showLocks(locks);
            else
                readLocks();
        });
}

void MigrationsPage::showDrift()
{
    auto *dialog = new DriftDialog(m_connections, sourcesOf(m_memory), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MigrationsPage::withFolder(const std::function<void(const QString &)> &then)
{
    const QString folder = sourcesOf(m_memory).folder;
    if (!folder.isEmpty()) {
        then(folder);
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Folder for new revisions"));
    dialog->setObjectName(u"newRevisionFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString &chosen) {
        RevisionSources sources = sourcesOf(m_memory);
        sources.folder = chosen;
        setSources(sources);
        then(chosen);
    });
    dialog->open();
}

void MigrationsPage::mergeHeads()
{
    withFolder([this](const QString &folder) { confirmMerge(folder); });
}

/// Only a file: no name has to be typed for it, also on production.
void MigrationsPage::confirmMerge(const QString &folder)
{
    NewRevision revision;
    revision.parents = m_model->history()->state.heads();
    revision.message = u"merge "_s + revision.parents.join(u" and "_s);
    completeNewRevision(revision);
    auto *dialog = new MigrationConfirm(
        {tr("Merge the heads"),
         tr("This file will be written to %1. It changes no table: it joins the branches, so that "
            "there is one head to upgrade to. Put statements into it where the branches have to be "
            "reconciled.")
             .arg(folder),
         QString::fromUtf8(RevisionFile::format(revision)),
         tr("&Write the file"),
         {}},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, revision, folder] { write(revision, folder); });
    dialog->open();
}

void MigrationsPage::askForSquash()
{
    const HistoryPointer history = m_model->history();
    if (!history)
        return;
    const QString last =
        chosen() && chosen()->revision->isRunnable() ? chosen()->revision->id : QString();
    auto *dialog = new SquashDialog(
        RevisionGraph(Replacements::of(history->files.revisions, {}).revisions), last, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { squash(dialog->first(), dialog->last(), dialog->message()); });
    dialog->open();
}

void MigrationsPage::squash(const QString &first, const QString &last, const QString &message)
{
    auto running =
        MigrationJobs::squash(m_connections, m_model->history()->files, first, last, message);
    showRunning(running.job);
    running.future.then(this, [this](const Result<NewRevision> &revision) {
        showRunning({});
        if (!revision) {
            showError(revision.error());
            return;
        }
        withFolder([this, squashed = *revision](const QString &folder) {
            confirmSquash(squashed, folder);
        });
    });
}

/// Only a file, as with merging.
void MigrationsPage::confirmSquash(const NewRevision &revision, const QString &folder)
{
    auto *dialog = new MigrationConfirm(
        {tr("Squash revisions"),
         tr("This file will be written to %1. It makes what %n revision(s) make: that was tried. "
            "Keep their files until every database that matters is past the last of them.",
            nullptr, int(revision.replaces.size()))
             .arg(folder),
         QString::fromUtf8(RevisionFile::format(revision)),
         tr("&Write the file"),
         {}},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, revision, folder] { write(revision, folder); });
    dialog->open();
}

void MigrationsPage::write(const NewRevision &revision, const QString &folder)
{
    MigrationJobs::writeRevision(m_connections, revision, folder)
        .future.then(this, [this](const Result<Revision> &written) {
            if (!written) {
                showError(written.error());
                return;
            }
            m_chooseNext = written->id;
            Q_EMIT statusMessage(tr("Written: %1").arg(written->path));
            refresh();
        });
}

}  // namespace roster
