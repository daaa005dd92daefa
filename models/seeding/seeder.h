// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDER_H
#define ROSTER_SEEDING_SEEDER_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/schema/tableschema.h"
#include "models/seeding/randomsource.h"
#include "models/seeding/seedoption.h"
#include "models/seeding/seedrequest.h"
#include "models/seeding/seedrows.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace roster {

class Session;

/// Fills a table with made-up rows. One file under models/seeders is one seeder; REGISTER_SEEDER
/// makes it known to the panel and the command line. A seeder of a declared table derives from
/// RowSeeder, which leaves one function to write.
class Seeder
{
public:
    Seeder() = default;
    virtual ~Seeder() = default;
    Q_DISABLE_COPY_MOVE(Seeder)

    /// As it is typed on the command line.
    virtual QString name() const = 0;
    virtual QStringList aliases() const { return {}; }
    virtual QString title() const = 0;
    virtual QString description() const = 0;
    /// To be raised whenever the same seed gives other rows than before: a batch is only taken
    /// back by the version that made it.
    virtual int version() const { return 1; }
    /// The table it fills.
    virtual TableName table() const = 0;
    virtual QList<SeedOption> options() const { return {}; }
    virtual qint64 defaultRows() const { return 1000; }
    /// The most rows it can make.
    virtual qint64 maxRows() const = 0;
    /// How many known rows `SeedRequest::fixture` gives; 0: it has none.
    virtual qint64 fixtureRows() const { return 0; }

    /// The rows for `input`. Where a column refers to another table and `input.references` lacks
    /// its keys, they are read there and added, so that they can be recorded. `live` is the table
    /// as the catalogue has it. Errors: InvalidInput where so many rows cannot be, NotFound where
    /// a table that rows must refer to is empty.
    virtual Result<std::unique_ptr<SeedRows>> prepare(Session &session, const TableSchema &live,
                                                      SeedInput &input) const = 0;
};

/// `guild_members` as people write it: `Guild members`.
QString titleOf(const QString &tableName);
/// The place of the column that the server numbers; -1: none.
qsizetype numberedColumn(const TableSchema &table);
/// How many rows that column's type can number; without one as many as a bigint can count.
qint64 maxRowsOf(const TableSchema &table);
/// Adds the keys that the table's foreign keys of one column may refer to, where `input` lacks
/// them. Errors: NotFound where there are none and the column is NOT NULL.
Result<void> readReferences(Session &session, const TableSchema &table, SeedInput &input);

/// All seeders, by name.
QList<const Seeder *> seeders();
/// By name or alias, whatever its case; null where there is none.
const Seeder *findSeeder(const QString &name);
/// The one that fills this table; null where there is none.
const Seeder *findSeeder(const TableName &table);

/// Called by REGISTER_SEEDER before main(); always true.
bool registerSeeder(std::unique_ptr<Seeder> seeder);

}  // namespace roster

/// At the end of the seeder's own file: `REGISTER_SEEDER(PlayerSeeder)`.
#define REGISTER_SEEDER(Class)                                                                     \
    namespace {                                                                                    \
    [[maybe_unused]] const bool Class##Registered =                                                \
        ::roster::registerSeeder(std::make_unique<Class>());                                       \
    }

#endif
