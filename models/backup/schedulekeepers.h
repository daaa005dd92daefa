// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_SCHEDULEKEEPERS_H
#define ROSTER_BACKUP_SCHEDULEKEEPERS_H

#include "models/core/result.h"

#include <QList>
#include <QString>

namespace roster {

/// One schedule as it stands in a file or a crontab.
struct ScheduleEntry
{
    QString id;
    QString mark;  ///< what follows `roster-schedule: `
    QString text;
};

/// Timers of the account's own systemd.
struct SystemdKeeper
{
    static bool isThere();
    /// Writes both units and starts the timer; takes them away again where that fails.
    static Result<void> install(const QString &id, const QString &service, const QString &timer);
    static QList<ScheduleEntry> entries();
    static Result<void> remove(const QString &id);
};

/// The account's crontab; lines of others stay as they are.
struct CronKeeper
{
    static bool isThere();
    static Result<void> install(const QString &id, const QString &text);
    static Result<QList<ScheduleEntry>> entries();
    static Result<void> remove(const QString &id);
};

}  // namespace roster

#endif
