// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr int tables = 10'000;
constexpr int perTransaction = 500;  // a transaction can hold some thousand locks

/// A database of many small tables, each with a serial key, a check, a default and an index.
QString manyTables(const Context &context, const QString &name)
{
    const ConnectionProfile profile = context.fresh(name);
    const auto session = context.open(profile);
    for (int first = 0; first < tables; first += perTransaction) {
        must(*session, uR"(
DO $do$ BEGIN
  FOR i IN %1 .. %2 LOOP
    EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, name varchar(100) NOT NULL, '
                   'level int NOT NULL DEFAULT 1, created_at timestamp NOT NULL, '
                   'CHECK (level > 0))', i);
    EXECUTE format('CREATE INDEX ix_t%s ON t%s (level DESC, name)', i, i);
  END LOOP;
END $do$)"_s.arg(first)
                           .arg(first + perTransaction - 1));
    }
    return urlOf(profile);
}

}  // namespace

void benchComparison(const Context &context)
{
    const QString one = manyTables(context, u"bench_schema_one"_s);
    const QString other = manyTables(context, u"bench_schema_other"_s);
    const QString roster = QString::fromUtf8(ROSTER_BINARY);
    const auto pair = interleaved(
        3,
        [&](int) {
            run(roster, {u"schema"_s, u"diff"_s, u"--from"_s, one, u"--to"_s, other, u"--quiet"_s});
        },
        [&](int) {
            run(u"pg_dump"_s, {u"-s"_s, u"-d"_s, one});
            run(u"pg_dump"_s, {u"-s"_s, u"-d"_s, other});
        });
    report(u"schema diff of two databases of %1 tables: to pg_dump -s of both"_s.arg(tables),
           pair.ours.median() / pair.floor.median(), 1.0);
}

}  // namespace roster::bench
