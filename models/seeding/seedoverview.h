// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDOVERVIEW_H
#define ROSTER_SEEDING_SEEDOVERVIEW_H

#include "models/core/result.h"
#include "models/schema/tableschema.h"
#include "models/seeding/seedbatches.h"
#include "models/seeding/seedoption.h"

#include <QList>
#include <QString>

#include <optional>

namespace roster {

class Seeder;
class Session;

/// A seeder and the table it fills, as they are now: what a card shows.
struct SeederState
{
    QString seeder;  ///< its name; empty: the generic one
    QString title;
    QString description;
    TableName table;
    QList<SeedOption> options;
    qint64 defaultRows = 0;
    qint64 maxRows = 0;
    qint64 fixtureRows = 0;

    /// In the table: exact up to a hundred thousand, beyond that the planner's estimate; -1: not
    /// known.
    qint64 rows = -1;
    bool rowsAreEstimated = false;
    std::optional<Error> obstacle;     ///< why it cannot run: no table, no right
    std::optional<SeedBatch> lastRun;  ///< the newest one recorded for its table
};

/// All that the panel shows of a database.
struct SeedOverview
{
    QString database;
    std::optional<Error> obstacle;  ///< why nothing can be seeded here: production, read-only
    QList<SeederState> seeders;     ///< in the order of "Run all", those without a table last
    QList<TableName> tables;        ///< that the generic seeder could fill
    QList<SeedBatch> batches;       ///< newest first
    QString noHistory;              ///< why runs are not recorded; empty: they are
};

/// Only reads. Errors: those of Session::query.
Result<SeedOverview> readSeedOverview(Session &session);

/// The generic seeder for one table. Errors: as GenericSeeder::forTable.
Result<SeederState> readGenericState(Session &session, const TableName &table);

}  // namespace roster

Q_DECLARE_METATYPE(roster::SeedOverview)

#endif
