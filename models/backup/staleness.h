// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_STALENESS_H
#define ROSTER_BACKUP_STALENESS_H

#include "models/backup/backupfolder.h"

#include <optional>

namespace roster {

/// Whether the newest good backup of each database is as young as promised.
struct Staleness
{
    QString database;
    QDateTime newest;     ///< of the good ones; null where there is none
    qint64 promised = 0;  ///< seconds between two backups
    QString text;         ///< in words, empty where all is well

    /// `promised`: seconds between two, of a schedule; 0: what the four folders promise
    /// (a daily one where there is `last` or `daily`). Databases without a promise are left out.
    static QList<Staleness> of(const BackupListing &listing, const QDateTime &now,
                               qint64 promised = 0);
    /// `3 hours`, `12 days`: the age in its largest unit.
    static QString ageText(qint64 seconds);
};

}  // namespace roster

#endif
