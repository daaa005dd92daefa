// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPSCHEDULE_H
#define ROSTER_BACKUP_BACKUPSCHEDULE_H

#include "models/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

namespace roster {

/// A backup that is made by itself: a systemd user timer or, where there is no systemd, a line in
/// the crontab. What is written is plain, shown as it is, and removed again.
class BackupSchedule
{
public:
    enum class Every { Hour, Day, Week, Month };
    enum class Keeper { Systemd, Cron, Nobody };

    struct Plan
    {
        Every every = Every::Day;
        QTime at = QTime(3, 15);  ///< the hour does not count for Hour
        QString folder;           ///< absolute
        QStringList command;      ///< the program's absolute path and its words
    };
    /// One that is installed.
    struct Installed
    {
        QString id;  ///< `roster-backup-…`
        Keeper keeper = Keeper::Nobody;
        QString folder;
        Every every = Every::Day;
        QString text;  ///< what stands in the files or the crontab
    };

    static QString everyWord(Every every);  ///< `hour`, `day`, `week`, `month`
    static qint64 seconds(Every every);

    /// The same command and folder have the same id: installing again replaces.
    static QString idOf(const Plan &plan);
    /// The files' texts, and the line of a crontab, as they would be written.
    static QString serviceText(const Plan &plan);
    static QString timerText(const Plan &plan);
    static QString cronText(const Plan &plan);

    /// Who runs things by the clock here for this account.
    static Keeper keeper();
    /// Errors: InvalidInput (a line end in a word), NotFound (neither systemd nor cron: the hint
    /// has the line to be added by hand), System.
    static Result<Installed> install(const Plan &plan);
    static Result<QList<Installed>> installed();
    /// Takes what install() wrote away again. NotFound.
    static Result<void> remove(const QString &id);
    /// Seconds between two backups in that folder; 0: no schedule is known.
    static qint64 promiseFor(const QString &folder);
};

}  // namespace roster

#endif
