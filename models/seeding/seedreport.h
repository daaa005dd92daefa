// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDREPORT_H
#define ROSTER_SEEDING_SEEDREPORT_H

#include "models/schema/tableschema.h"
#include "models/seeding/seedrequest.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

namespace roster {

/// A table that loses rows when a seeder replaces its rows.
struct SeedVictim
{
    TableName table;
    qint64 rows = 0;  ///< that it holds
    /// Some of them no recorded run made, or somebody edited them since.
    bool holdsOthers = false;
    bool operator==(const SeedVictim &) const = default;
};

/// What a run would meet, found out before it.
struct SeedCheck
{
    TableName table;
    QString database;
    qint64 rows = 0;         ///< that would be written
    qint64 firstNumber = 0;  ///< see SeedInput
    /// The seeder's own table first, then those whose rows go along (ON DELETE CASCADE). Empty
    /// where rows are added only.
    QList<SeedVictim> victims;
    qint64 rowsNow = 0;  ///< in the table
    QString noHistory;   ///< why the run will not be recorded; empty: it will

    /// Somebody must type the database's (or the table's) name first.
    bool needsConfirmation() const
    {
        for (const SeedVictim &victim : victims) {
            if (victim.holdsOthers)
                return true;
        }
        return false;
    }
};

/// How a run went, when it went through.
struct SeedReport
{
    QString seeder;
    TableName table;
    SeedRequest::Mode mode = SeedRequest::Mode::Replace;
    qint64 rows = 0;         ///< written; of a rehearsal, those it would write
    qint64 leftOut = 0;      ///< made, and dropped by a trigger of the table; not among `rows`
    qint64 firstNumber = 0;  ///< see SeedInput
    quint64 randomSeed = 1;
    QMap<QString, QString> options;
    QList<SeedVictim> victims;  ///< tables that lost rows, with how many
    qint64 milliseconds = 0;
    qint64 batch = 0;        ///< its number in the history; 0: none
    QString noHistory;       ///< why it has none
    QString notice;          ///< see alembicNotice(); empty: nothing to know
    bool rehearsed = false;  ///< tried and taken back
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::SeedCheck)
Q_DECLARE_METATYPE(roster::SeedReport)

#endif
