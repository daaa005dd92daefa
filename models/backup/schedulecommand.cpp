// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/schedulecommand.h"

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

QStringList ScheduleCommand::words() const
{
    QStringList words{program, u"backup"_s, u"create"_s, u"--quiet"_s, u"--prune"_s};
    struct Age
    {
        QString option;
        int value;
        int usual;
    };
    const Retention usual;
    for (const Age &age :
         std::array{Age{u"--keep-last"_s, retention.lastDays, usual.lastDays},
                    Age{u"--keep-daily"_s, retention.dailyDays, usual.dailyDays},
                    Age{u"--keep-weekly"_s, retention.weeklyWeeks, usual.weeklyWeeks},
                    Age{u"--keep-monthly"_s, retention.monthlyMonths, usual.monthlyMonths},
                    Age{u"--least"_s, retention.least, usual.least}}) {
        if (age.value != age.usual)
            words << age.option << QString::number(age.value);
    }
    return words + QStringList{u"--to"_s, folder} + database + more;
}

}  // namespace roster
