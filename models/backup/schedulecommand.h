// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_SCHEDULECOMMAND_H
#define ROSTER_BACKUP_SCHEDULECOMMAND_H

#include "models/backup/retention.h"

namespace roster {

/// What a schedule runs: `roster backup create …`.
struct ScheduleCommand
{
    QString program;        ///< its absolute path
    QString folder;         ///< absolute
    QStringList database;   ///< the words that name it, no password among them
    Retention retention{};  ///< what is removed afterwards
    QStringList more;       ///< further options

    QStringList words() const;
};

}  // namespace roster

#endif
