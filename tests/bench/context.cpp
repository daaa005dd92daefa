// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/context.h"

#include "models/schema/ddl.h"
#include "models/tables/player.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace roster::bench {

void giveUp(const QString &why)
{
    QTextStream(stderr) << why << Qt::endl;
    std::exit(1);
}

QString urlOf(const ConnectionProfile &profile)
{
    return u"postgresql://%1@/%2?host=%3"_s.arg(
        profile.value(u"user"_s), profile.value(u"dbname"_s), profile.value(u"host"_s));
}

ResultSet must(Session &session, const QString &sql, const QList<SqlValue> &values)
{
    const auto result = session.query(sql, values);
    if (!result)
        giveUp(result.error().toText() + u'\n' + sql);
    return *result;
}

Context::Context(const QString &url, qint64 rows, QStringList only)
    : m_rows(rows), m_only(std::move(only))
{
    // Only what tests/support/postgres-server prints: postgresql://roster@/postgres?host=FOLDER
    m_server.parameters = {{u"host"_s, url.section(u"host="_s, 1)},
                           {u"user"_s, u"roster"_s},
                           {u"dbname"_s, u"postgres"_s}};
}

std::unique_ptr<Session> Context::open(const ConnectionProfile &profile) const
{
    auto session = Session::open(profile);
    if (!session)
        giveUp(session.error().toText());
    return std::move(*session);
}

void Context::drop(const QString &name) const
{
    must(*open(m_server), u"DROP DATABASE IF EXISTS "_s + quoted(name));
}

ConnectionProfile Context::fresh(const QString &name) const
{
    drop(name);
    must(*open(m_server), u"CREATE DATABASE "_s + quoted(name));
    ConnectionProfile profile = m_server;
    profile.parameters.insert(u"dbname"_s, name);
    return profile;
}

ConnectionProfile Context::players(qint64 rows) const
{
    const QString name = u"players_%1"_s.arg(rows);
    ConnectionProfile profile = m_server;
    profile.parameters.insert(u"dbname"_s, name);
    const auto admin = open(m_server);
    const auto prewarm = [&] {  // all bars are about cached tables
        const auto own = open(profile);
        must(*own, u"CREATE EXTENSION IF NOT EXISTS pg_prewarm"_s);
        must(*own, u"SELECT pg_prewarm(oid, 'read') FROM pg_class WHERE relname IN "
                   "('players', 'players_pkey', 'ix_players_level_name')"_s);
    };
    if (!must(*admin, u"SELECT 1 FROM pg_database WHERE datname = $1"_s, {name.toUtf8()})
             .isEmpty()) {
        prewarm();
        return profile;
    }

    // Under another name until it is whole: an interrupted run leaves nothing that looks done.
    const ConnectionProfile unfinished = fresh(name + u"_unfinished"_s);
    auto session = open(unfinished);
    for (const QString &statement : createStatements(describe(roster::players)))
        must(*session, statement);
    must(*session, uR"(
        INSERT INTO players (name, level, total_exp, created_at)
        SELECT substr(md5(n::text), 1, 6 + (n % 8)::int), 1 + (n * 7919 % 100), n * 31 % 1000000,
               timestamp '2025-01-01' + n * interval '1.7 second'
          FROM generate_series(1, $1::bigint) AS n)"_s,
         {QByteArray::number(rows)});
    must(*session, u"VACUUM ANALYZE players"_s);
    session.reset();
    must(*admin,
         u"ALTER DATABASE %1 RENAME TO %2"_s.arg(quoted(name + u"_unfinished"_s), quoted(name)));
    prewarm();
    return profile;
}

QList<RowKey> randomKeys(Session &session, int count)
{
    const ResultSet rows = must(session, uR"(
        SELECT level, name, id FROM players
         WHERE id IN (SELECT 1 + (random() * (m - 1))::int
                        FROM (SELECT max(id) AS m FROM players) AS s, generate_series(1, $1))
           AND level > 1
         ORDER BY random())"_s,
                                {QByteArray::number(count)});
    QList<RowKey> keys;
    for (int row = 0; row < rows.rows(); ++row) {
        keys << RowKey{rows.bytes(row, 0).toByteArray(), rows.bytes(row, 1).toByteArray(),
                       rows.bytes(row, 2).toByteArray()};
    }
    return keys;
}

}  // namespace roster::bench
