// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_FRESHBACKUP_H
#define ROSTER_BACKUP_FRESHBACKUP_H

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QString>

namespace roster {

/// The name of a backup of `database` in that folder that was read to its end and is younger than
/// an hour; empty: there is none, or no folder. Errors: those of BackupFolder::list.
Result<QString> findFreshBackup(const QString &folder, const QString &database, Progress &progress);

}  // namespace roster

#endif
