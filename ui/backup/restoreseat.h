// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTORESEAT_H
#define ROSTER_BACKUP_RESTORESEAT_H

#include "models/backup/backupmanifest.h"
#include "models/dump/dumpsummary.h"
#include "models/migration/revisionfiles.h"
#include "models/restore/databaseclean.h"
#include "models/restore/dumpfill.h"
#include "models/restore/restorerun.h"
#include "models/restore/restoretarget.h"
#include "ui/backup/filejob.h"

namespace roster {

/// A file that was opened once and read to its end.
struct ReadDump
{
    DumpFile file;
    DumpScan scan;
    std::optional<BackupManifest> manifest;  ///< beside it, where Roster made it
    /// Of a cluster's: one is to be chosen, and the file read again for it.
    QList<DumpSummary::Database> databases;
};

/// What a restored and checked database shows before it counts.
struct RestoreRehearsal
{
    RestoreCheckReport checks;
    DatabaseComparison comparison;
    QString sideName;
};

/// One restore, step after step, on a thread of its own: what was prepared belongs to the thread
/// that prepared it. When this goes, what runs is stopped and what is not finished is dropped, in
/// its own time.
class RestoreSeat
{
public:
    RestoreSeat();
    ~RestoreSeat();
    Q_DISABLE_COPY_MOVE(RestoreSeat)

    /// `database`: the one of a cluster's, empty to see which there are.
    Running<Result<ReadDump>> read(const QString &path, const QString &database = {});
    Running<Result<RestorePreflight>> preflight(const RestoreRequest &request);
    Running<Result<RestoreRehearsal>> prepare(const RestoreRequest &request);
    /// `backups`: the folder in which a fresh backup is looked for.
    Running<Result<RestoreRehearsal>> prepareClean(CleanRequest request,
                                                   const RevisionSources &sources,
                                                   const QString &backups);
    /// The one moment in which the live database changes. May be tried again after an error.
    Running<Result<RestoreReceipt>> finish(const QString &typedName);
    /// Without a rehearsal, in one transaction of the live database. `backups` as above; empty:
    /// none is asked for.
    Running<Result<RestoreReceipt>> restoreInPlace(const RestoreRequest &request,
                                                   const QStringList &schemas,
                                                   const QString &typedName,
                                                   const QString &backups);
    /// Stops what runs, and drops what was prepared.
    void discard();

private:
    struct State
    {
        std::unique_ptr<PreparedRestore> prepared;
    };
    static Result<RestoreRehearsal> keep(State &state,
                                         Result<std::unique_ptr<PreparedRestore>> prepared);

    QThreadPool *m_pool;  ///< of one thread that stays
    std::shared_ptr<State> m_state = std::make_shared<State>();
    std::weak_ptr<Job> m_last;
};

}  // namespace roster

#endif
