// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/insert.h"
#include "models/schema/schemacreation.h"
#include "models/schema/select.h"
#include "models/tables/player.h"
#include "tests/support/guild.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using roster::test::guilds;

namespace {

QString printed(const SqlStatement &statement)
{
    QString text = statement.sql;
    for (const SqlValue &value : statement.values)
        text += u'|' + (value ? QString::fromUtf8(*value) : u"∅"_s);
    return text;
}

const QString playerColumns = u"\"id\", \"name\", \"level\", \"total_exp\", \"created_at\""_s;
const QString fromPlayers = u"SELECT "_s + playerColumns + u" FROM \"public\".\"players\""_s;

}  // namespace

class SelectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto created =
            createDeclaredTables(*m_session, {describe(players), describe(guilds)});
        QVERIFY2(created, qPrintable(created ? QString() : created.error().toText()));
        for (int i = 1; i <= 5; ++i) {
            const Player player{.name = u"P%1"_s.arg(i), .level = i * 5};
            const auto inserted = insert(*m_session, players, player);
            QVERIFY(inserted);
            QCOMPARE(inserted->id, i);
            QCOMPARE(inserted->createdAt, player.createdAt);
        }
    }

    void prints()
    {
        QCOMPARE(printed(select(players).statement()), fromPlayers);
        QCOMPARE(printed(select(players)
                             .where(players.level >= 10 && players.name != u"O'Neil"_s)
                             .orderBy(players.level.desc(), players.name)
                             .limit(3)
                             .statement()),
                 fromPlayers
                     + u" WHERE \"level\" >= $1 AND \"name\" <> $2"
                       " ORDER BY \"level\" DESC, \"name\" LIMIT $3|10|O'Neil|3"_s);
        QCOMPARE(
            printed(select(players)
                        .where((players.level < 3 || players.level > 8)
                               && !(players.name == "x"_L1 && players.id <= 7))
                        .where(players.id.in({1, 2}))
                        .countStatement()),
            u"SELECT count(*) FROM \"public\".\"players\" WHERE (\"level\" < $1 OR \"level\" > $2)"
            " AND NOT (\"name\" = $3 AND \"id\" <= $4) AND \"id\" = ANY ($5)"
            "|3|8|x|7|{\"1\",\"2\"}"_s);
        QCOMPARE(printed(select(guilds).where(guilds.motto.isNull()).limit(2).countStatement()),
                 u"SELECT count(*) FROM (SELECT FROM \"public\".\"guilds\" WHERE \"motto\" IS NULL"
                 " LIMIT $1) AS limited|2"_s);
        const Player player{.name = u"Auby"_s,
                            .createdAt = *Timestamp::fromText("2026-01-02 03:04:05")};
        QCOMPARE(printed(insertStatement(players, player)),
                 u"INSERT INTO \"public\".\"players\" (\"name\", \"level\", \"total_exp\", "
                 "\"created_at\") VALUES ($1, $2, $3, $4) RETURNING "_s
                     + playerColumns + u"|Auby|1|0|2026-01-02 03:04:05"_s);
    }

    void conditionsWithoutContent()
    {
        QCOMPARE(printed(select(players).where(Condition() && players.id == 1).statement()),
                 fromPlayers + u" WHERE \"id\" = $1|1"_s);
        QCOMPARE(printed(select(players).where(Condition() || players.id == 1).statement()),
                 fromPlayers);
    }

    void reads()
    {
        const auto rows = select(players)
                              .where(players.level >= 10)
                              .orderBy(players.level.desc())
                              .limit(2)
                              .all(*m_session);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->first().name, u"P5"_s);
        QCOMPARE(*select(players).where(players.id.in({1, 3, 99})).count(*m_session), 2);
        QCOMPARE(*select(players).limit(3).count(*m_session), 3);
        QCOMPARE((*select(players).where(players.name.like(u"P2"_s)).first(*m_session))->level, 10);
        QVERIFY(!*select(players).where(players.id == 99).first(*m_session));
    }

    void everyTypeGoesThereAndBack()
    {
        test::Guild guild;
        guild.name = u"Ærlig \"talt\" 🎲"_s;
        guild.rank = test::Rank::Leader;
        guild.size = -0;
        guild.score = 0.1;
        guild.weight = 0.1F;
        guild.open = false;
        guild.gold = {"1234567890.10"};
        guild.leaderId = 2;
        guild.token = QUuid::createUuid();
        guild.badge = QByteArray("\0\xff\\'", 4);
        guild.settings = {"{\"n\": 1.000}"};
        guild.tags = {u"a,b"_s, u""_s, u"\"NULL\""_s, u"NULL"_s};
        guild.founded = Date::infinity();
        guild.raidAt = *Time::fromText("23:59:59.000001");
        guild.createdAt = *Timestamp::fromText("10000-01-01 00:00:00.000001");
        guild.seenAt = *TimestampTz::fromText("0044-03-15 12:00:00+00 BC");
        QVERIFY(m_session->query(u"SET timezone = 'Asia/Kolkata'"_s));
        const auto back = insert(*m_session, guilds, guild);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().toText()));
        guild.id = back->id;
        QCOMPARE(boost::pfr::structure_tie(*back) == boost::pfr::structure_tie(guild), true);
    }

    void aTableOfAnotherShapeIsSaid()
    {
        test::TestDatabase database;
        database.run(
            u"CREATE TABLE players (id int, name text, level text, total_exp int,"
            " created_at timestamp); INSERT INTO players VALUES (1, 'a', 'high', 0, now())"_s);
        const auto session = database.open();
        const auto rows = select(players).all(*session);
        QVERIFY(!rows);
        QCOMPARE(rows.error().message, u"players.level: 'high' does not fit the declared type."_s);
    }

private:
    test::TestDatabase m_database;
    std::unique_ptr<Session> m_session = m_database.open();
};

QTEST_GUILESS_MAIN(SelectTest)
#include "tst_select.moc"
