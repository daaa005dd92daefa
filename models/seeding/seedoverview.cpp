// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedoverview.h"

#include "models/database/serverinfo.h"
#include "models/database/transaction.h"
#include "models/schema/catalogue.h"
#include "models/seeding/genericseeder.h"
#include "models/seeding/seedhistory.h"
#include "models/seeding/seedplan.h"
#include "models/seeding/seedpresence.h"
#include "models/seeding/seedrun.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedOverview)
};

constexpr qint64 countedRows = 100'000;

/// Reads in a transaction of its own. Who fills a table, here or elsewhere, holds it locked until
/// the end, and even the catalogue's expressions wait for that: then it is Timeout at once.
template <class Read>
auto withoutWaiting(Session &session, Read read) -> decltype(read())
{
    const auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnly);
    if (!transaction)
        return fail(transaction.error());
    const auto timeout = session.query(u"SET LOCAL lock_timeout = '200ms'"_s);
    if (!timeout)
        return fail(timeout.error());
    return read();
}

/// Counting ten million rows takes longer than anybody waits for a card.
Result<void> readRows(Session &session, SeederState &state)
{
    const QString table = quoted(state.table.schema, state.table.name);
    const auto counted =
        session.query(u"SELECT count(*) FROM (SELECT FROM %1 LIMIT %2) AS some_rows"_s.arg(
            table, QString::number(countedRows + 1)));
    if (!counted)
        return fail(counted.error());
    state.rows = counted->integer(0, 0);
    if (state.rows <= countedRows)
        return {};
    const auto live = readTable(session, state.table);
    if (!live)
        return fail(live.error());
    state.rows = std::max(state.rows, live->estimatedRows);
    state.rowsAreEstimated = true;
    return {};
}

bool breaksAll(const Error &error)
{
    return error.kind == Error::Kind::Connection || error.kind == Error::Kind::Cancelled;
}

Result<SeederState> stateOf(Session &session, const Seeder &seeder)
{
    SeederState state;
    state.seeder = seeder.name();
    state.title = seeder.title();
    state.description = seeder.description();
    state.table = seeder.table();
    state.options = seeder.options();
    state.defaultRows = seeder.defaultRows();
    state.maxRows = seeder.maxRows();
    state.fixtureRows = seeder.fixtureRows();
    const auto read = withoutWaiting(session, [&]() -> Result<void> {
        ROSTER_TRY(SeedRun(session, seeder, {}).begin());
        return readRows(session, state);
    });
    if (!read && read.error().kind != Error::Kind::Timeout)
        state.obstacle = read.error();
    if (state.obstacle && breaksAll(*state.obstacle))
        return fail(*state.obstacle);
    if (state.obstacle && state.obstacle->kind == Error::Kind::Permission) {
        // Who may not write may still read how many there are; or not.
        static_cast<void>(withoutWaiting(session, [&] { return readRows(session, state); }));
    }
    return state;
}

Result<std::optional<Error>> obstacleTo(Session &session, const ServerInfo &server)
{
    if (const auto allowed = SeedRun::checkEnvironment(session); !allowed) {
        if (allowed.error().kind != Error::Kind::Refused)
            return fail(allowed.error());
        return std::optional(allowed.error());
    }
    if (!server.readOnly)
        return std::optional<Error>();
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = Text::tr("This connection is read-only, so no rows can be written.");
    error.hint = server.recovering
                   ? Text::tr("The server is a standby: connect to the one it follows.")
                   : Text::tr("Connect without read-only, or as another role.");
    return std::optional(error);
}

/// Those of the catalogue that rows can be written to, but for Roster's own.
Result<QList<TableName>> fillableTables(Session &session)
{
    const auto relations = listRelations(session);
    if (!relations)
        return fail(relations.error());
    QList<TableName> tables;
    for (const RelationInfo &relation : *relations) {
        const bool isTable =
            relation.kind == RelationKind::Table || relation.kind == RelationKind::PartitionedTable;
        if (isTable && relation.name.schema != "roster"_L1)
            tables << relation.name;
    }
    return tables;
}

/// In the order of their foreign keys, as far as the tables are there.
Result<QList<const Seeder *>> orderedSeeders(Session &session)
{
    const auto plan = withoutWaiting(session, [&] { return SeedPlan::all(session, {}); });
    if (!plan && plan.error().kind != Error::Kind::Timeout)
        return fail(plan.error());
    QList<const Seeder *> ordered;
    for (const SeedPlan::Step &step : plan ? plan->steps() : QList<SeedPlan::Step>())
        ordered << step.seeder;
    for (const Seeder *seeder : seeders()) {
        if (!ordered.contains(seeder))
            ordered << seeder;
    }
    return ordered;
}

Result<void> readBatches(Session &session, SeedOverview &overview)
{
    const auto history = SeedHistory::open(session);
    if (!history)
        return fail(history.error());
    overview.noHistory = history->obstacle();
    auto batches = history->batches();
    if (!batches)
        return fail(batches.error());
    markGone(session, *batches);
    overview.batches = std::move(*batches);
    return {};
}

void addLastRun(SeederState &state, const QList<SeedBatch> &batches)
{
    const auto last = std::find_if(batches.cbegin(), batches.cend(), [&](const SeedBatch &batch) {
        return batch.table == state.table;
    });
    if (last != batches.cend())
        state.lastRun = *last;
}

}  // namespace

Result<SeedOverview> readSeedOverview(Session &session)
{
    const auto server = readServerInfo(session);
    if (!server)
        return fail(server.error());
    SeedOverview overview;
    overview.database = server->database;
    auto obstacle = obstacleTo(session, *server);
    if (!obstacle)
        return fail(obstacle.error());
    overview.obstacle = std::move(*obstacle);
    ROSTER_TRY(readBatches(session, overview));
    auto tables = fillableTables(session);
    const auto ordered = orderedSeeders(session);
    if (!tables || !ordered)
        return fail(tables ? ordered.error() : tables.error());
    overview.tables = std::move(*tables);
    for (const Seeder *seeder : *ordered) {
        auto state = stateOf(session, *seeder);
        if (!state)
            return fail(state.error());
        addLastRun(*state, overview.batches);
        overview.seeders << *state;
    }
    return overview;
}

Result<SeederState> readGenericState(Session &session, const TableName &table)
{
    const auto seeder =
        withoutWaiting(session, [&] { return GenericSeeder::forTable(session, table); });
    if (!seeder)
        return fail(seeder.error());
    auto state = stateOf(session, **seeder);
    if (!state)
        return state;
    const auto batches = SeedBatches::list(session, table);
    if (batches)
        addLastRun(*state, *batches);
    return state;
}

}  // namespace roster
