// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

/// The same number of rows made by the server itself, with the same keys and indexes.
void insertSelect(Session &session, qint64 rows, bool append)
{
    must(session, u"BEGIN"_s);
    if (!append)
        must(session, u"TRUNCATE players RESTART IDENTITY"_s);
    must(session, uR"(
        INSERT INTO players (name, level, total_exp, created_at)
        SELECT substr(md5(n::text), 1, 6 + (n % 8)::int), 1 + (n * 7919 % 100), n * 31 % 1000000,
               timestamp '2025-01-01' + n * interval '1.7 second'
          FROM generate_series(1, $1::bigint) AS n)"_s,
         {QByteArray::number(rows)});
    must(session, u"COMMIT"_s);
}

void seed(const QString &url, qint64 rows, bool append)
{
    QStringList words{
        u"seed"_s,          u"run"_s, u"players"_s, u"--rows"_s, QString::number(rows),
        u"--random-seed"_s, u"7"_s,   u"--url"_s,   url};
    words += append ? QStringList{u"--append"_s} : QStringList{u"--yes"_s, u"players"_s};
    run(QString::fromUtf8(ROSTER_BINARY), words);
}

}  // namespace

void benchSeeding(const Context &context)
{
    constexpr qint64 million = 1'000'000;
    struct Case
    {
        qint64 rows;
        bool append;
        int rounds;
        const char *title;
    };
    for (const Case &each : {Case{million, false, 3, "seed %L1 players"},
                             Case{million, true, 3, "add %L1 players to a filled table"},
                             Case{context.rows(), false, 1, "seed %L1 players"}}) {
        const ConnectionProfile profile = context.fresh(u"seeding"_s);
        const QString url = urlOf(profile);
        run(QString::fromUtf8(ROSTER_BINARY), {u"schema"_s, u"create"_s, u"--url"_s, url});
        const auto session = context.open(profile);
        if (each.append)
            insertSelect(*session, each.rows, false);
        // The table grows for both alike; ours comes second and finds it larger.
        Samples ours, floor;
        for (int round = 0; round < each.rounds; ++round) {
            floor.add(timed([&] { insertSelect(*session, each.rows, each.append); }));
            ours.add(timed([&] { seed(url, each.rows, each.append); }));
        }
        report(QString::fromLatin1(each.title).arg(each.rows)
                   + u": to server-side INSERT … SELECT"_s,
               ours.median() / floor.median(), 0.85);
    }
}

}  // namespace roster::bench
