// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPHOOK_H
#define ROSTER_BACKUP_BACKUPHOOK_H

#include "models/backup/backuprequest.h"

namespace roster {

/// A person's command that runs after a backup: to copy it elsewhere, to raise an alarm. Its words
/// are taken apart at blanks and quotes and started as they are, without a shell: what a database
/// or a folder is called never becomes a command. Whoever wants a shell writes `sh -c '…'`. What
/// happened stands in its environment: ROSTER_BACKUP_STATUS (`done`, `failed`),
/// ROSTER_BACKUP_DATABASE, ROSTER_BACKUP_FILE or ROSTER_BACKUP_ERROR.
class BackupHook
{
public:
    /// Waits for its end; what it writes goes to our standard error. Errors: Usage (no words),
    /// NotFound, System.
    static Result<void> afterSuccess(const QString &command, const BackupReceipt &receipt);
    static Result<void> afterFailure(const QString &command, const QString &database,
                                     const Error &error);
};

}  // namespace roster

#endif
