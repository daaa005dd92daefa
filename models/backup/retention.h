// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RETENTION_H
#define ROSTER_BACKUP_RETENTION_H

#include "models/backup/backupfolder.h"

namespace roster {

/// Which backups have served their time. Only files with our manifest are ever removed, never the
/// last one that was verified, and never so many that fewer than `least` stay of a database.
struct Retention
{
    int lastDays = 1;
    int dailyDays = 7;
    int weeklyWeeks = 4;
    int monthlyMonths = 6;
    int least = 3;

    /// One name in the folder; the file goes with its last name.
    struct Removal
    {
        QString path;
        QString database;
        BackupSlot slot = BackupSlot::Flat;
        bool isLastName = false;
        qint64 size = 0;
    };

    /// What would go, oldest first. `now` before a backup's moment (a clock set back) removes
    /// nothing of it.
    QList<Removal> plan(const BackupListing &listing, const QDateTime &now) const;
    /// Removes it, under the folder's lock, with manifest and what else lies beside.
    /// Errors: Permission, System; Cancelled. What was removed before stays removed.
    static Result<void> remove(const BackupListing &listing, const QList<Removal> &plan,
                               Progress &progress);
};

}  // namespace roster

#endif
