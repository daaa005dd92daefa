// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDER_H
#define ROSTER_SEEDING_SEEDER_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/schema/tableschema.h"
#include "models/seeding/randomsource.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace roster {

class Session;

/// How a seeder is to run.
struct SeedRequest
{
    qint64 rows = -1;        ///< -1: the seeder's own number
    quint64 randomSeed = 1;  ///< the same seed gives the same rows, everywhere
    bool append = false;     ///< keep the rows that are there
    bool fixture = false;    ///< begin with the known rows that tests rely on
};

/// Fills tables with made-up rows. One file under models/seeders is one seeder; REGISTER_SEEDER
/// makes it known to the panel and the command line.
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
    /// The tables it fills, those that others refer to first. Schema "public" where it is empty.
    virtual QList<TableName> tables() const = 0;
    virtual qint64 defaultRows() const { return 1000; }
    /// The most rows it can make.
    virtual qint64 maxRows() const = 0;
    /// How many known rows `SeedRequest::fixture` gives; 0: it has none.
    virtual qint64 fixtureRows() const { return 0; }

    /// Writes `request.rows` rows inside the open transaction; the tables are empty unless
    /// `request.append`, and `frozen` says that COPY FREEZE may be used on them. Reports done rows.
    /// Returns the rows written.
    virtual Result<qint64> run(Session &session, Progress &progress, const RandomSource &random,
                               const SeedRequest &request, bool frozen) const = 0;
};

/// All seeders, by name.
QList<const Seeder *> seeders();
/// By name or alias, whatever its case; null where there is none.
const Seeder *findSeeder(const QString &name);

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
