// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPVERIFIER_H
#define ROSTER_BACKUP_BACKUPVERIFIER_H

#include "models/backup/backupfile.h"
#include "models/core/progress.h"
#include "models/database/localpaths.h"

namespace roster {

/// Looks into a backup as far as is asked, and notes beside it how far it got.
class BackupVerifier
{
public:
    using Level = BackupVerification::Level;

    /// `wanted`: Bytes, Checksum or Full. What comes back may be less than that, then `note` says
    /// why: a foreign file has no checksum of its own, an encrypted one cannot be looked into.
    /// `binaries`: where PostgreSQL's programs are.
    /// Errors: InvalidInput (truncated, damaged, not what the manifest says), Refused (whole, but
    /// holds what a restore does not run), System, Cancelled.
    static Result<BackupVerification> verify(
        const BackupFile &file, Level wanted, Progress &progress,
        const QStringList &binaries = LocalPaths::standard().binaries);
    /// Notes it beside all names of the file.
    static Result<void> note(const BackupFile &file, const BackupVerification &verification);
};

}  // namespace roster

#endif
