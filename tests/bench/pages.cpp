// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/pager.h"
#include "models/schema/catalogue.h"
#include "tests/bench/context.h"
#include "tests/bench/measure.h"

#include <array>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr int pageRows = 200;
constexpr int rounds = 200;

/// Page of 200 after a key in (level desc, name, id), written by hand for libpq.
void libpqPage(Session &session, const RowKey &key)
{
    static const char sql[] =
        "(SELECT id, name, level, total_exp, created_at FROM players"
        "  WHERE level = $1::int AND (name, id) > ($2::varchar, $3::int)"
        "  ORDER BY level DESC, name, id LIMIT 200)"
        " UNION ALL"
        "(SELECT id, name, level, total_exp, created_at FROM players WHERE level < $1::int"
        "  ORDER BY level DESC, name, id LIMIT 200)"
        " ORDER BY level DESC, name, id LIMIT 200";
    const std::array<const char *, 3> values{key.at(0)->constData(), key.at(1)->constData(),
                                             key.at(2)->constData()};
    PGresult *result = PQexecParams(session.handle(), sql, int(values.size()), nullptr,
                                    values.data(), nullptr, nullptr, 0);
    if (PQntuples(result) != pageRows)
        giveUp(u"The floor's page has %1 rows."_s.arg(PQntuples(result)));
    PQclear(result);
}

/// Every cell as the grid would show it.
void decode(const Page &page, int columns)
{
    qsizetype characters = 0;
    for (int row = 0; row < page.rows.rows(); ++row) {
        for (int column = 0; column < columns; ++column)
            characters += page.rows.text(row, column).size();
    }
    if (characters == 0 || page.rows.rows() != pageRows)
        giveUp(u"Our page has %1 rows."_s.arg(page.rows.rows()));
}

Pager pagerFor(Session &session, const TableQuery &query)
{
    const auto schema = readTable(session, {u"public"_s, u"players"_s});
    if (!schema)
        giveUp(schema.error().toText());
    const auto pager = Pager::make(*schema, query);
    if (!pager)
        giveUp(pager.error().toText());
    return *pager;
}

const TableQuery defaultOrder{.order = {{u"level"_s, Qt::DescendingOrder}, {u"name"_s}}};

void benchKeyset(Session &session)
{
    const Pager pager = pagerFor(session, defaultOrder);
    // Never the same rows: who comes first would pay for bringing them into memory.
    const QList<RowKey> keys = randomKeys(session, 2 * rounds + 40);
    const int columns = int(pager.schema().columns.size());
    const Pair pair = interleaved(
        rounds,
        [&](int round) {
            const auto page = pager.after(session, keys.at(2 * round), pageRows);
            if (!page)
                giveUp(page.error().toText());
            decode(*page, columns);
        },
        [&](int round) { libpqPage(session, keys.at(2 * round + 1)); });
    report(u"page of 200 by key, decoded: p50 to libpq p50"_s,
           pair.ours.median() / pair.floor.median(), 2.5);
    report(u"page of 200 by key: p99 to its own p50"_s,
           pair.ours.quantile(0.99) / pair.ours.median(), 5);
}

void benchOtherOrder(Session &session)
{
    const Pager pager = pagerFor(session, {.order = {{u"total_exp"_s, Qt::DescendingOrder}}});
    const Pair pair = interleaved(
        3,
        [&](int) {
            if (const auto page = pager.first(session, pageRows); !page)
                giveUp(page.error().toText());
        },
        [&](int) {
            must(session, u"SELECT id, name, level, total_exp, created_at FROM players "
                          "ORDER BY total_exp DESC, id LIMIT 200"_s);
        });
    report(u"first page sorted without an index: to the server's top-N"_s,
           pair.ours.median() / pair.floor.median(), 1.2);
}

void benchSearch(Session &session)
{
    must(session, u"CREATE EXTENSION IF NOT EXISTS pg_trgm"_s);
    must(session, u"CREATE INDEX IF NOT EXISTS players_name_trgm ON players "
                  "USING gin (name gin_trgm_ops)"_s);
    const QList<RowKey> keys = randomKeys(session, 120);
    TableQuery query = defaultOrder;
    const Pager all = pagerFor(session, defaultOrder);
    const Pair pair = interleaved(
        100,
        [&](int round) {
            query.filters = {{u"name"_s, QString::fromUtf8(keys.at(round).at(1)->left(7))}};
            const auto page = pagerFor(session, query).first(session, pageRows);
            if (!page || page->rows.isEmpty())
                giveUp(u"The search found nothing."_s);
        },
        [&](int round) { static_cast<void>(all.after(session, keys.at(round), pageRows)); });
    report(u"selective search with a trigram index: to page p50"_s,
           pair.ours.median() / pair.floor.median(), 10);
    must(session, u"DROP INDEX players_name_trgm"_s);
}

}  // namespace

void benchPages(const Context &context)
{
    const auto session = context.open(context.players(context.rows()));
    benchKeyset(*session);
    benchOtherOrder(*session);
    benchSearch(*session);
}

}  // namespace roster::bench
