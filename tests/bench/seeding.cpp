// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

/// The same number of rows made by the server itself, with the same keys and indexes.
void insertSelect(Session &session, qint64 rows)
{
    must(session, u"BEGIN"_s);
    must(session, u"TRUNCATE players RESTART IDENTITY"_s);
    must(session, uR"(
        INSERT INTO players (name, level, total_exp, created_at)
        SELECT substr(md5(n::text), 1, 6 + (n % 8)::int), 1 + (n * 7919 % 100), n * 31 % 1000000,
               timestamp '2025-01-01' + n * interval '1.7 second'
          FROM generate_series(1, $1::bigint) AS n)"_s,
         {QByteArray::number(rows)});
    must(session, u"COMMIT"_s);
}

}  // namespace

void benchSeeding(const Context &context)
{
    for (const qint64 rows : {qint64(1000000), context.rows()}) {
        const ConnectionProfile profile = context.fresh(u"seeding"_s);
        const QString url = u"postgresql://%1@/%2?host=%3"_s.arg(
            profile.value(u"user"_s), profile.value(u"dbname"_s), profile.value(u"host"_s));
        const QString roster = QString::fromUtf8(ROSTER_BINARY);
        run(roster, {u"schema"_s, u"create"_s, u"--url"_s, url});
        const auto session = context.open(profile);
        Samples ours, floor;
        for (int round = 0; round < (rows > 1000000 ? 1 : 3); ++round) {
            floor.add(timed([&] { insertSelect(*session, rows); }));
            ours.add(
                run(roster, {u"seed"_s, u"run"_s, u"players"_s, u"--rows"_s, QString::number(rows),
                             u"--random-seed"_s, u"7"_s, u"--yes"_s, u"players"_s, u"--url"_s, url})
                    .milliseconds);
        }
        report(u"seed %1 players: to server-side INSERT … SELECT"_s.arg(rows),
               ours.median() / floor.median(), 0.85);
    }
}

}  // namespace roster::bench
