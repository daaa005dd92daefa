// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPRUN_H
#define ROSTER_BACKUP_BACKUPRUN_H

#include "models/backup/backuprequest.h"
#include "models/core/progress.h"

namespace roster {

class Session;

/// Makes one backup: pg_dump reads an exported snapshot, rows are counted in the same, the file is
/// packed on its way, written under a temporary name, read again to its end, and only then gets its
/// name. Whatever fails or kills it, no half file is ever listed.
class BackupRun
{
public:
    /// Errors: NotFound (no pg_dump that fits), Permission, System (pg_dump failed, disk full …),
    /// those of Session::query; Cancelled.
    static Result<BackupReceipt> run(Session &session, Progress &progress,
                                     const BackupRequest &request);
};

}  // namespace roster

#endif
