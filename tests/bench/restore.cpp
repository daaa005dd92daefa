// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

constexpr int rounds = 3;
constexpr int tables = 5;
constexpr qint64 mostRows = 2'000'000;  // together: a round takes a minute or two

/// A dump as the backup image makes it, of a database with these players cut into so many tables.
QString dumpOf(const Context &context, int parts, const QString &folder)
{
    const ConnectionProfile profile = context.fresh(u"bench_restore_source"_s);
    const auto session = context.open(profile);
    const qint64 rows = qMin(context.rows(), mostRows) / parts;
    for (int part = 1; part <= parts; ++part) {
        must(*session, uR"(
            CREATE TABLE players_%1 (id serial PRIMARY KEY, name varchar(100) NOT NULL,
                                     level integer NOT NULL, total_exp bigint NOT NULL,
                                     created_at timestamp NOT NULL))"_s.arg(part));
        must(*session, uR"(
            INSERT INTO players_%1 (name, level, total_exp, created_at)
            SELECT substr(md5(n::text), 1, 6 + (n % 8)::int), 1 + (n * 7919 % 100),
                   n * 31 % 1000000, timestamp '2025-01-01' + n * interval '1.7 second'
              FROM generate_series(1, $1::bigint) AS n)"_s.arg(part),
             {QByteArray::number(rows)});
        must(*session, u"CREATE INDEX ON players_%1 (level DESC, name, id)"_s.arg(part));
    }
    const QString path = u"%1/%2-tables.sql.gz"_s.arg(folder).arg(parts);
    run(u"bash"_s, {u"-c"_s, u"set -o pipefail; pg_dump -d '%1' | gzip -6 > '%2'"_s.arg(
                                 urlOf(profile), path)});
    return path;
}

}  // namespace

void benchRestore(const Context &context)
{
    const QTemporaryDir folder;
    const QString target = u"bench_restored"_s;
    for (const int parts : {tables, 1}) {
        const QString path = dumpOf(context, parts, folder.path());
        const auto ours = [&](int) {
            context.drop(target);
            run(QString::fromUtf8(ROSTER_BINARY),
                {u"restore"_s, path, u"--into"_s, target, u"--quiet"_s, u"--url"_s,
                 urlOf(context.server())});
        };
        const auto byHand = [&](int) {
            const QString url = urlOf(context.fresh(target));
            run(u"bash"_s,
                {u"-c"_s, u"set -e -o pipefail; gzip -t '%1'; gunzip -c '%1' | psql -q -X -v "
                          "ON_ERROR_STOP=1 -d '%2' >&2; vacuumdb -q -Z -d '%2'"_s.arg(path, url)});
        };
        const Pair pair = interleaved(rounds, ours, byHand);
        report(
            u"restore of %1 tables, checked: to gzip -t, gunzip | psql, vacuumdb -Z"_s.arg(parts),
            pair.ours.median() / pair.floor.median(), parts > 1 ? 0.9 : 1.05);
    }
}

}  // namespace roster::bench
