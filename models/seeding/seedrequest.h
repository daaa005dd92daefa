// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDREQUEST_H
#define ROSTER_SEEDING_SEEDREQUEST_H

#include <QMap>
#include <QString>
#include <QtGlobal>

namespace roster {

/// How a seeder is to run.
struct SeedRequest
{
    enum class Mode {
        Replace,  ///< the old rows go, ids begin at 1 again; all or nothing
        Append,   ///< the old rows stay
        TopUp,    ///< as Append, as many rows as are missing to `rows`
    };

    Mode mode = Mode::Replace;
    qint64 rows = -1;                ///< -1: the seeder's own number; TopUp: rows in the table then
    quint64 randomSeed = 1;          ///< the same seed gives the same rows, everywhere
    bool fixture = false;            ///< begin with the known rows that tests rely on
    QMap<QString, QString> options;  ///< by name, see Seeder::options()
    /// What a person typed to agree that rows go which no run made: the name of the database, or
    /// of the table.
    QString confirmation;
};

}  // namespace roster

#endif
