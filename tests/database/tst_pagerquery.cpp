// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagertables.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class PagerQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database.run(mixedTable());
        m_database.run(playersTable());
        m_database.run(u"CREATE SEQUENCE counter"_s);
        m_session = m_database.open();
    }

    void conditionsCannotLeaveTheirPlace_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<int>("rows");  // -1: InvalidInput
        QTest::newRow("plain") << u"level = 3 AND players.name = 'name3'"_s << 29;
        QTest::newRow("comment") << u"id < 4 -- all"_s << 3;
        QTest::newRow("or") << u"id = 1 OR id = 2"_s << 2;
        QTest::newRow("subquery") << u"id = (SELECT max(id) FROM players)"_s << 1;
        QTest::newRow("continued") << u"name = E'a' -- on\n '\\') OR (true OR true'"_s << 0;
        QTest::newRow("number before E") << u"id=1ORname=E'\\') OR (true OR true'"_s << -1;
        QTest::newRow("syntax") << u"level >"_s << -1;
        QTest::newRow("second statement") << u"true; DROP TABLE players"_s << -1;
        QTest::newRow("unbalanced") << u"1=1) OR (1=1"_s << -1;
        QTest::newRow("union") << u"true) UNION SELECT 1, 'x', 1 --"_s << -1;
        QTest::newRow("order") << u"true ORDER BY id"_s << -1;
        QTest::newRow("parameter") << u"level = $1"_s << -1;
        QTest::newRow("unknown column") << u"lvl = 3"_s << -1;
        QTest::newRow("writes") << u"nextval('counter') > 0"_s << -2;
    }

    void conditionsCannotLeaveTheirPlace()
    {
        QFETCH(QString, where);
        QFETCH(int, rows);
        const auto pager = Pager::make(playersSchema(), {.where = where});
        if (!pager) {
            QCOMPARE(pager.error().kind, Error::Kind::InvalidInput);
            QCOMPARE(rows, -1);
            return;
        }
        const auto page = pager->first(*m_session, 100);
        if (rows >= 0) {
            QVERIFY2(page, qPrintable(page ? QString() : page.error().toText()));
            QCOMPARE(page->rows.rows(), rows);
            QCOMPARE(*pager->count(*m_session), rows);
            return;
        }
        QVERIFY(!page);
        QCOMPARE(page.error().kind,
                 rows == -2 ? Error::Kind::Permission : Error::Kind::InvalidInput);
        QCOMPARE(m_session->query(u"SELECT count(*) FROM players"_s)->integer(0, 0), 20000);
    }

    void errorsPointIntoTheCondition()
    {
        const auto pager = Pager::make(playersSchema(), {.where = u"name <> '😀' AND lvl = 3"_s});
        const auto page = pager->after(*m_session, {"3", "name", "5"}, 10);
        QVERIFY(!page);
        QCOMPARE(page.error().position, 17);
        QCOMPARE(page.error().statement, u"name <> '😀' AND lvl = 3"_s);
        QCOMPARE(page.error().detail, u"At character 17 of the condition."_s);
        const auto open = Pager::make(playersSchema(), {.where = u"level >"_s});
        QCOMPARE(open->first(*m_session, 10).error().detail, u"At the end of the condition."_s);
    }

    void filtersRun_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("condition");
        const auto row = [](const char *column, const char *filter, const char *condition) {
            QTest::addRow("%s %s", column, filter)
                << QString::fromUtf8(column) << QString::fromUtf8(filter)
                << QString::fromUtf8(condition);
        };
        row("i", ">0|null", "i > 0 OR i IS NULL");
        row("i", ">99999999999", "false");
        row("f", "NaN", "f = 'NaN'");
        row("f", "0.1..", "f >= 0.1");
        row("m", "1.1", "m = 1.1");
        row("t", "%_", "t = '%_'");
        row("t", "LINES", "t ILIKE '%lines%'");
        row("t", "back\\slash", "t LIKE 'back%'");
        row("t", "O'N*", "t LIKE 'O''N%'");
        row("t", "=\"\"", "t = ''");
        row("t", "!=", "t <> '' OR t IS NULL");
        row("nd", "=ARNE", "lower(nd COLLATE \"C\") = 'arne'");
        row("nd", "RN", "lower(nd COLLATE \"C\") = 'arne'");
        row("ts", "2026-01", "ts > '2026-01-01' AND ts < '2026-02-01'");
        row("ts", "infinity", "ts = 'infinity'");
        row("ts", "!=2026", "ts NOT BETWEEN '2026-01-01' AND '2026-12-31' OR ts IS NULL");
        row("b", "00ff", "b = '\\x00ff'");
        row("c", "=a", "c = 'a'");
        row("k 2", "..7", "\"k 2\" <= 7");
    }

    void filtersRun()
    {
        QFETCH(QString, column);
        QFETCH(QString, filter);
        QFETCH(QString, condition);
        const auto pager = Pager::make(mixedSchema(), {.filters = {{column, filter}}});
        QVERIFY(pager);
        const auto page = pager->first(*m_session, 400);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().toText()));
        QCOMPARE(join(keysOf(*pager, *page)),
                 m_database.rows(u"SELECT k1, \"k 2\" FROM mixed WHERE "_s + condition
                                 + u" ORDER BY k1, \"k 2\""_s));
    }

    void searchLooksIntoEveryColumn()
    {
        for (const QString &text : {u"ARNE"_s, u"%_"_s, u"1.1"_s, u"k'3"_s, u"2147483647"_s}) {
            const auto pager = Pager::make(mixedSchema(), {.anyColumn = text});
            const auto found = pager->count(*m_session);
            QVERIFY2(found, qPrintable(found ? QString() : found.error().toText()));
            QVERIFY2(*found > 0 && *found < 400, qPrintable(text));
        }
    }

    void wrongQueriesAreRefused()
    {
        const auto unknown = Pager::make(mixedSchema(), {.order = {{u"gone"_s}}});
        QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
        const auto filter = Pager::make(mixedSchema(), {.filters = {{u"i"_s, u">abc"_s}}});
        QCOMPARE(filter.error().kind, Error::Kind::InvalidInput);
        TableSchema schema = mixedSchema();
        schema.columns.append(column(u"j"_s, u"json"_s, TypeKind::Json));
        const auto json = Pager::make(schema, {.order = {{u"j"_s}}});
        QCOMPARE(json.error().message, u"mixed.j: values of type json have no order."_s);
    }

    void typesWithoutOrderAreSaidByTheServerToo()
    {
        m_database.run(
            u"CREATE TYPE spot AS (p point); CREATE TABLE spots (id int PRIMARY KEY, s spot);"
            "INSERT INTO spots VALUES (1, NULL), (2, ROW('(1,2)'))"_s);
        TableSchema schema;
        schema.name = {u"public"_s, u"spots"_s};
        schema.columns = {column(u"id"_s, u"integer"_s, TypeKind::Integer),
                          column(u"s"_s, u"spot"_s, TypeKind::Other, true)};
        schema.primaryKey = QStringList{u"id"_s};
        const auto page = Pager::make(schema, {.order = {{u"s"_s}}})->first(*m_session, 5);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(Pager::make(schema, {})->first(*m_session, 5)->rows.rows(), 2);
    }

    void searchUsesATrigramIndex()
    {
        m_database.run(u"CREATE EXTENSION pg_trgm"_s);
        m_database.run(u"CREATE INDEX trgm ON players USING gin (name gin_trgm_ops)"_s);
        m_database.run(u"UPDATE players SET name = 'Ab12cd' WHERE id = 777"_s);
        m_database.run(u"ANALYZE players"_s);
        const auto pager = Pager::make(playersSchema(), {.anyColumn = u"AB12"_s});
        const QString plan = planOf(*m_session, [&] { QVERIFY(pager->first(*m_session, 50)); });
        QVERIFY2(plan.contains("on trgm"_L1), qPrintable(plan));
        QCOMPARE(keysOf(*pager, *pager->first(*m_session, 50)), QStringList{u"777"_s});
        m_database.run(u"DROP INDEX trgm"_s);
    }

    void describesThePage()
    {
        const auto pager = Pager::make(playersSchema(), {.filters = {{u"name"_s, u"=O'Neil"_s}},
                                                         .where = u"level > 3 -- high"_s});
        const QString sql = pager->describePage(200);
        QCOMPARE(sql, QString::fromUtf8("SELECT \"id\", \"name\", \"level\"\n"
                                        "FROM \"public\".\"players\"\n"
                                        "WHERE \"name\" = 'O''Neil'::character varying AND (\n"
                                        "level > 3 -- high\n)\n"
                                        "ORDER BY \"level\" DESC, \"name\", \"id\"\n"
                                        "LIMIT 200;"));
        QVERIFY(m_session->query(sql));
        const auto [all, values] = pager->selectAll();
        QVERIFY(m_session->query(all, values));
        const auto beyond =
            Pager::make(playersSchema(), {.filters = {{u"level"_s, u"<9999999999"_s}}});
        QCOMPARE(m_session->query(beyond->selectAllAsText())->rows(), 20000);
        QCOMPARE(values, QList<SqlValue>{"O'Neil"});
    }

private:
    TestDatabase m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(PagerQueryTest)
#include "tst_pagerquery.moc"
