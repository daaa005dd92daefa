// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPJOBS_H
#define ROSTER_BACKUP_BACKUPJOBS_H

#include "models/backup/backupfolder.h"
#include "models/backup/backuprequest.h"
#include "models/backup/retention.h"
#include "models/backup/staleness.h"
#include "models/restore/databaseswap.h"
#include "models/restore/restoreleftovers.h"
#include "ui/backup/filejob.h"

#include <QObject>

namespace roster {

class Connections;

/// A folder as the page shows it.
struct BackupOverview
{
    BackupListing listing;
    QList<Staleness> promises;
};

/// What retention would remove of a folder, as it was when people were shown it.
struct PrunePlan
{
    BackupListing listing;
    QList<Retention::Removal> removals;
};

/// Hands the rows of a long list on while the rest is read.
class BackupReading : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void pieceRead(const QList<roster::BackupFile> &files);
};

/// The page's work, none of it on the window's thread.
namespace BackupJobs {

Running<Result<BackupOverview>> list(const QString &path,
                                     const std::shared_ptr<BackupReading> &reading);
/// Notes what it found beside the file; the file looked at anew.
Running<Result<BackupFile>> verify(const BackupFile &file, BackupVerification::Level level);
/// Restores it into a database of its own beside the others, checks it there and drops it.
Running<Result<BackupFile>> drill(const ConnectionProfile &server, const BackupFile &file);
/// What retention would remove by now; nothing is removed.
Running<Result<PrunePlan>> planPrune(const QString &folder, const Retention &retention);
/// Removes that and nothing else; how many names went.
Running<Result<qint64>> prune(const PrunePlan &plan);
/// What is meant where nobody was asked: all of it, into Roster's own folder.
BackupRequest usual(const ConnectionProfile &server);
Running<Result<BackupReceipt>> create(Connections &connections, const BackupRequest &request);

/// What restores left on the server, newest first.
Running<Result<QList<RestoreLeftover>>> leftovers(const ConnectionProfile &server);
Running<Result<SwapOutcome>> undo(const ConnectionProfile &server, const RestoreLeftover &before,
                                  const QString &typedName);
Running<Result<QString>> drop(const ConnectionProfile &server, const RestoreLeftover &leftover);

}  // namespace BackupJobs

}  // namespace roster

#endif
