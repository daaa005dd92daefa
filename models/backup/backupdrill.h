// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPDRILL_H
#define ROSTER_BACKUP_BACKUPDRILL_H

#include "models/backup/backupfile.h"
#include "models/core/progress.h"
#include "models/database/connectionprofile.h"
#include "models/database/localpaths.h"
#include "models/restore/restorechecks.h"

namespace roster {

/// Restores a backup for trial: into a side database that nobody else sees, checked as a restore is
/// (and row by row of count against the manifest), then dropped. No other database is touched.
class BackupDrill
{
public:
    struct Report
    {
        RestoreCheckReport checks;
        QStringList notes;
        BackupVerification verification;  ///< Drill; noted beside the file
    };

    /// `server`: any database of the server to try it on. `database`: which one of a cluster's.
    /// Errors: those of BackupVerifier, DumpFile (InvalidInput for what is encrypted),
    /// SqlDumpReader and RestoreRun.
    static Result<Report> run(const ConnectionProfile &server, const BackupFile &file,
                              Progress &progress, const QString &database = {},
                              const QStringList &binaries = LocalPaths::standard().binaries);
};

}  // namespace roster

#endif
