// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/pager.h"
#include "models/database/transaction.h"
#include "tests/support/pagertables.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

QString orderText(const QList<SortColumn> &order)
{
    QStringList terms;
    for (const SortColumn &sort : order)
        terms << quoted(sort.column) + (sort.order == Qt::DescendingOrder ? u" DESC"_s : QString());
    return terms.join(u", "_s);
}

/// The page's primary keys, a line each.
QStringList keysOf(const Pager &pager, const Page &page)
{
    QStringList result;
    for (int row = 0; row < page.rows.rows(); ++row) {
        QStringList parts;
        for (const SqlValue &value : pager.primaryKeyOf(page.rows, row))
            parts << QString::fromUtf8(*value);
        result << parts.join(u'|');
    }
    return result;
}

QString join(const QStringList &lines)
{
    return lines.join(u'\n');
}

}  // namespace

class PagerTest : public QObject
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

    void pagesFollowTheServersOrder_data()
    {
        QTest::addColumn<QList<SortColumn>>("order");
        const TableSchema schema = mixedSchema();
        for (const ColumnSchema &one : schema.columns) {
            for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                QTest::addRow("%s %d", qPrintable(one.name), int(direction))
                    << QList<SortColumn>{{one.name, direction}};
            }
        }
        QRandomGenerator random(7);
        for (int i = 0; i < 60; ++i) {
            QList<SortColumn> order;
            for (int n = random.bounded(2, 5); n > 0; --n) {
                order.append({schema.columns.at(random.bounded(int(schema.columns.size()))).name,
                              random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder});
            }
            QTest::addRow("%d: %s", i, qPrintable(orderText(order))) << order;
        }
        QTest::addRow("key only") << QList<SortColumn>{};
    }

    void pagesFollowTheServersOrder()
    {
        QFETCH(QList<SortColumn>, order);
        const auto pager = Pager::make(mixedSchema(), {.order = order});
        QVERIFY2(pager, qPrintable(pager ? QString() : pager.error().toText()));
        const QString expected = m_database.rows(u"SELECT k1, \"k 2\" FROM mixed ORDER BY "_s
                                                 + orderText(pager->order()));
        QCOMPARE(join(walkForward(*pager)), expected);
        QCOMPARE(join(walkBackward(*pager)), expected);

        // By ranges, as if indexes served them.
        TableSchema indexed = mixedSchema();
        for (const ColumnSchema &one : mixedSchema().columns) {
            IndexSchema index;
            index.columns = {{.column = one.name}};
            indexed.indexes.append(index);
        }
        const auto ranged = Pager::make(indexed, {.order = order});
        QCOMPARE(join(walkForward(*ranged)), expected);
        QCOMPARE(join(walkBackward(*ranged)), expected);
    }

    void inclusiveStartsAtTheKey()
    {
        const auto pager =
            Pager::make(mixedSchema(),
                        {.order = {{u"f"_s, Qt::DescendingOrder}, {u"t"_s, Qt::AscendingOrder}}});
        const auto page = pager->first(*m_session, 400);
        QVERIFY(page);
        const QStringList all = keysOf(*pager, *page);
        for (const int row : {0, 57, 123, 399}) {
            const RowKey key = pager->keyOf(page->rows, row);
            const auto from = pager->after(*m_session, key, 3, true);
            QVERIFY(from);
            QCOMPARE(keysOf(*pager, *from), all.mid(row, 3));
            const auto position = pager->position(*m_session, key);
            QVERIFY(position);
            QCOMPARE(*position, row);
        }
    }

    void endsAreKnown()
    {
        const auto pager = Pager::make(playersSchema(), {.filters = {{u"id"_s, u"1..10"_s}}});
        QVERIFY(pager);
        const auto all = pager->first(*m_session, 10);
        QVERIFY(all->reachesStart && all->reachesEnd);
        const auto part = pager->first(*m_session, 9);
        QVERIFY(part->reachesStart && !part->reachesEnd);
        QCOMPARE(part->rows.rows(), 9);
        const auto end = pager->last(*m_session, 9);
        QVERIFY(!end->reachesStart && end->reachesEnd);
        const auto rest = pager->before(*m_session, pager->keyOf(end->rows, 0), 1);
        QVERIFY(rest->reachesStart && !rest->reachesEnd);
        QCOMPARE(keysOf(*pager, *rest) + keysOf(*pager, *end), keysOf(*pager, *all));
        const auto none = pager->after(*m_session, pager->keyOf(all->rows, 9), 5);
        QVERIFY(none->rows.isEmpty() && none->reachesEnd);
    }

    void indexServesThePages()
    {
        const auto pager = Pager::make(playersSchema(), {});
        QVERIFY(pager->isOrderIndexed());
        const auto page = pager->first(*m_session, 100);
        const RowKey key = pager->keyOf(page->rows, 99);
        for (const QString &sql : {statementOf([&] { return pager->after(*m_session, key, 50); }),
                                   statementOf([&] { return pager->before(*m_session, key, 50); }),
                                   statementOf([&] { return pager->last(*m_session, 50); })}) {
            QVERIFY2(sql.contains("ix_players_order"_L1), qPrintable(sql));
            QVERIFY2(!sql.contains("Seq Scan"_L1), qPrintable(sql));
        }
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

    void longValuesAreCut()
    {
        m_database.run(
            u"CREATE TABLE long (k text PRIMARY KEY, b bytea, t text, j jsonb, x xml)"_s);
        m_database.run(u"INSERT INTO long VALUES (repeat('k', 2000), NULL, repeat('æ', 1024), NULL,"
                       "NULL), ('b', decode(repeat('00ff', 25000000), 'hex'), repeat('æ', 1025),"
                       "to_jsonb(repeat('j', 2000)), '<x/>')"_s);
        TableSchema schema;
        schema.name = {u"public"_s, u"long"_s};
        schema.columns = {column(u"k"_s, u"text"_s, TypeKind::Text),
                          column(u"b"_s, u"bytea"_s, TypeKind::Bytes, true),
                          column(u"t"_s, u"text"_s, TypeKind::Text, true),
                          column(u"j"_s, u"jsonb"_s, TypeKind::Json, true),
                          column(u"x"_s, u"xml"_s, TypeKind::Other, true)};
        schema.primaryKey = QStringList{u"k"_s};
        const auto pager = Pager::make(schema, {});
        const auto page = pager->first(*m_session, 5);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().toText()));
        QString cut;
        for (int row = 0; row < 2; ++row) {
            for (int i = 0; i < 5; ++i)
                cut += QChar(pager->isCut(page->rows, row, i) ? u'x' : u'-');
        }
        QCOMPARE(cut, u"-xxx-x----"_s);
        QVERIFY(page->rows.bytes(0, 1).size() < 1100);
        QCOMPARE(page->rows.text(0, 1).left(10), u"\\x00ff00ff"_s);
        QCOMPARE(pager->primaryKeyOf(page->rows, 1), RowKey{QByteArray(2000, 'k')});
        QCOMPARE((*pager->cell(*m_session, {"b"}, 3))->size(), 2002);
        QCOMPARE((*pager->cell(*m_session, {"b"}, 1))->size(), 100000002);
        QVERIFY(!*pager->cell(*m_session, {QByteArray(2000, 'k')}, 1));
        QCOMPARE(pager->cell(*m_session, {"gone"}, 1).error().kind, Error::Kind::NotFound);
        QCOMPARE(keysOf(*pager, *pager->before(*m_session, pager->keyOf(page->rows, 1), 5)),
                 QStringList{u"b"_s});
    }

    void rowsAreFoundByKey()
    {
        const auto pager =
            Pager::make(mixedSchema(), {.order = {{u"ts"_s, Qt::DescendingOrder}, {u"k 2"_s}}});
        const auto page = pager->first(*m_session, 400);
        const RowKey wanted = pager->primaryKeyOf(page->rows, 123);
        const auto found = pager->find(*m_session, wanted);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().toText()));
        QCOMPARE(**found, pager->keyOf(page->rows, 123));
        QCOMPARE(keysOf(*pager, *pager->after(*m_session, **found, 1, true)),
                 keysOf(*pager, *page).mid(123, 1));
        QVERIFY(!*pager->find(*m_session, {"k'1", "2"}));
        const auto again = pager->byPrimaryKey(
            *m_session, {wanted, pager->primaryKeyOf(page->rows, 7), {"k'1", "2"}});
        QVERIFY2(again, qPrintable(again ? QString() : again.error().toText()));
        QCOMPARE(again->rows(), 2);
        QCOMPARE(pager->keyOf(*again, 1), pager->keyOf(page->rows, 123));
        QCOMPARE(again->text(0, pager->xminColumn()), page->rows.text(7, pager->xminColumn()));
        const auto filtered = Pager::make(playersSchema(), {.filters = {{u"level"_s, u"3"_s}}});
        QVERIFY(!*filtered->find(*m_session, {"1"}));
        QVERIFY(*filtered->find(*m_session, {"3"}));
    }

    void relationsWithoutKeyGoForward_data()
    {
        QTest::addColumn<QString>("relation");
        QTest::addColumn<RelationKind>("kind");
        QTest::newRow("heap") << u"keyless"_s << RelationKind::Table;
        QTest::newRow("view") << u"keyless_view"_s << RelationKind::View;
        m_database.run(u"CREATE TABLE keyless AS SELECT g % 3 AS a, g AS b FROM"
                       " generate_series(1, 100) g; CREATE VIEW keyless_view AS TABLE keyless"_s);
    }

    void relationsWithoutKeyGoForward()
    {
        QFETCH(QString, relation);
        QFETCH(RelationKind, kind);
        TableSchema schema;
        schema.name = {u"public"_s, relation};
        schema.kind = kind;
        schema.hasXmin = kind == RelationKind::Table;
        schema.columns = {column(u"a"_s, u"integer"_s, TypeKind::Integer, true),
                          column(u"b"_s, u"integer"_s, TypeKind::Integer, true)};
        for (const QList<SortColumn> &order :
             {QList<SortColumn>{}, QList<SortColumn>{{u"a"_s, Qt::DescendingOrder}}}) {
            const auto pager = Pager::make(schema, {.order = order});
            QVERIFY(!pager->isKeyed());
            QStringList seen;
            for (int offset = 0; offset < 100; offset += 30) {
                const auto page = pager->forward(*m_session, offset, 30);
                QVERIFY2(page, qPrintable(page ? QString() : page.error().toText()));
                QCOMPARE(page->reachesStart, offset == 0);
                QCOMPARE(page->reachesEnd, offset == 90);
                for (int row = 0; row < page->rows.rows(); ++row)
                    seen << page->rows.text(row, 1);
            }
            QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), 100);
            if (order.isEmpty())
                QCOMPARE(seen.last(), u"100"_s);
            QVERIFY(pager->last(*m_session, 5)->rows.isEmpty());
            QCOMPARE(*pager->count(*m_session), 100);
            QVERIFY(pager->sample(*m_session)->places.isEmpty());
            QVERIFY(pager->cell(*m_session, {}, 0).error().kind == Error::Kind::NotFound);
        }
    }

    void uniqueColumnsServeAsKey()
    {
        TableSchema schema = playersSchema();
        schema.primaryKey.clear();
        const auto pager = Pager::make(schema, {});
        QVERIFY(pager->isKeyed());
        const auto page = pager->last(*m_session, 3);
        QVERIFY(pager->primaryKeyOf(page->rows, 0).isEmpty());
        QCOMPARE(pager->after(*m_session, pager->keyOf(page->rows, 1), 3)->rows.rows(), 1);
    }

    void emptyAndWideTables()
    {
        m_database.run(u"CREATE TABLE nothing (); INSERT INTO nothing DEFAULT VALUES"_s);
        TableSchema schema;
        schema.name = {u"public"_s, u"nothing"_s};
        auto pager = Pager::make(schema, {});
        QCOMPARE(pager->first(*m_session, 10)->rows.rows(), 1);
        QCOMPARE(*pager->estimate(*m_session), 1);
        schema.hasXmin = false;
        pager = Pager::make(schema, {});
        QCOMPARE(pager->first(*m_session, 10)->rows.rows(), 1);

        QStringList definitions;
        schema = {};
        schema.name = {u"public"_s, u"wide"_s};
        for (int i = 0; i < 200; ++i) {
            const QString name = u"column \"%1\" %L1 %2"_s.arg(i);
            definitions << quoted(name) + u" text NOT NULL DEFAULT 'x'"_s;
            schema.columns.append(column(name, u"text"_s, TypeKind::Text));
        }
        schema.primaryKey = QStringList{schema.columns.first().name};
        m_database.run(u"CREATE TABLE wide ("_s + definitions.join(u", "_s) + u", PRIMARY KEY ("_s
                       + quoted(schema.primaryKey.first()) + u"))"_s);
        pager = Pager::make(schema, {.order = {{schema.columns.last().name}}, .anyColumn = u"x"_s});
        QVERIFY(pager->first(*m_session, 10)->rows.isEmpty());
        QVERIFY(pager->first(*m_session, 10)->reachesEnd);
        m_database.run(u"INSERT INTO wide DEFAULT VALUES"_s);
        const auto page = pager->first(*m_session, 10);
        QVERIFY2(page, qPrintable(page ? QString() : page.error().toText()));
        QCOMPARE(page->rows.rows(), 1);
        QCOMPARE(*pager->position(*m_session, pager->keyOf(page->rows, 0)), 0);
        const auto sample = pager->sample(*m_session);
        QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().toText()));
        QCOMPARE(sample->places.size(), 1);
    }

    void placesAreSampledAndSurveyed()
    {
        m_database.run(u"CREATE TABLE many (id integer PRIMARY KEY, name varchar(100) NOT NULL,"
                       "level integer NOT NULL)"_s);
        for (
            const QString &sql :
            {u"INSERT INTO many SELECT g, 'name' || g % 1000, g % 50 FROM generate_series(1, 300000) g"_s,
             u"CREATE INDEX ON many (level DESC, name, id)"_s, u"VACUUM ANALYZE many"_s})
            m_database.run(sql);
        TableSchema schema = playersSchema();
        schema.name.name = u"many"_s;
        const auto pager = Pager::make(schema, {});
        QVERIFY(qAbs(*pager->estimate(*m_session) - 300000) < 3000);
        const auto sample = pager->sample(*m_session);
        QVERIFY2(sample, qPrintable(sample ? QString() : sample.error().toText()));
        QVERIFY(sample->places.size() > 500 && sample->places.size() < 3000);
        QVERIFY(!sample->exact);
        for (int i = 0; i < sample->places.size(); i += 100) {
            const auto position = pager->position(*m_session, sample->places.at(i).key);
            QVERIFY(qAbs(*position - sample->places.at(i).row) < 300000 / 20);
        }

        Progress progress;
        int grown = 0;
        const auto survey = pager->survey(*m_session, progress, [&](const Milestones &places) {
            ++grown;
            QVERIFY(!places.complete && !places.places.isEmpty());
        });
        QVERIFY2(survey, qPrintable(survey ? QString() : survey.error().toText()));
        QVERIFY(survey->exact && survey->complete && grown > 0);
        QCOMPARE(survey->total, 300000);
        QCOMPARE(survey->places.size(), 300);
        for (const int i : {0, 1, 150, 299}) {
            QCOMPARE(survey->places.at(i).row, i * 1000);
            QCOMPARE(*pager->position(*m_session, survey->places.at(i).key), i * 1000);
        }

        const auto other = Pager::make(schema, {.order = {{u"name"_s}}});
        QVERIFY(!other->isOrderIndexed());
        const auto filtered = Pager::make(schema, {.filters = {{u"name"_s, u"=name7"_s}}});
        const auto few = filtered->sample(*m_session);
        QVERIFY2(few, qPrintable(few ? QString() : few.error().toText()));
    }

    void unindexedOrdersAreReadOnce()
    {
        const auto pager = Pager::make(playersSchema(), {.order = {{u"name"_s}}});
        const auto page = pager->first(*m_session, 100);
        const QString plan =
            statementOf([&] { return pager->after(*m_session, pager->keyOf(page->rows, 99), 50); });
        QCOMPARE(plan.count("Seq Scan"_L1), 1);
    }

    void smallTablesAreReadExactly()
    {
        const auto pager = Pager::make(playersSchema(), {.filters = {{u"level"_s, u">3"_s}}});
        const auto sample = pager->sample(*m_session);
        QVERIFY(sample && sample->exact);
        QCOMPARE(sample->total, *pager->count(*m_session));
        for (const int i : {0, 100, 700}) {
            QCOMPARE(*pager->position(*m_session, sample->places.at(i).key),
                     sample->places.at(i).row);
        }
        QCOMPARE(*pager->estimate(*m_session), *pager->count(*m_session));
    }

    void partitionsArePagedAsOne()
    {
        m_database.run(u"CREATE TABLE parts (id integer PRIMARY KEY, name varchar(100) NOT NULL,"
                       "level integer NOT NULL) PARTITION BY RANGE (id);"
                       "CREATE TABLE parts1 PARTITION OF parts FOR VALUES FROM (0) TO (500);"
                       "CREATE TABLE parts2 PARTITION OF parts FOR VALUES FROM (500) TO (1001);"
                       "INSERT INTO parts SELECT * FROM players WHERE id <= 1000"_s);
        TableSchema schema = playersSchema();
        schema.name.name = u"parts"_s;
        schema.kind = RelationKind::PartitionedTable;
        const auto pager = Pager::make(schema, {});
        const QString expected =
            m_database.rows(u"SELECT id FROM parts ORDER BY level DESC, name, id"_s);
        QCOMPARE(join(walkForward(*pager)), expected);
        QCOMPARE(join(walkBackward(*pager)), expected);
        QCOMPARE(*pager->estimate(*m_session), 1000);
        QCOMPARE(pager->sample(*m_session)->total, 1000);
    }

    void indexedOrders_data()
    {
        QTest::addColumn<QList<SortColumn>>("order");
        QTest::addColumn<bool>("indexed");
        constexpr auto up = Qt::AscendingOrder;
        constexpr auto down = Qt::DescendingOrder;
        QTest::newRow("default") << QList<SortColumn>{} << true;
        QTest::newRow("same") << QList<SortColumn>{{u"level"_s, down}, {u"name"_s, up}} << true;
        QTest::newRow("reversed") << QList<SortColumn>{{u"level"_s, up},
                                                       {u"name"_s, down},
                                                       {u"id"_s, down}}
                                  << true;
        QTest::newRow("id not reversed")
            << QList<SortColumn>{{u"level"_s, up}, {u"name"_s, down}} << false;
        QTest::newRow("mixed") << QList<SortColumn>{{u"level"_s, up}, {u"name"_s, up}} << false;
        QTest::newRow("prefix") << QList<SortColumn>{{u"level"_s, down}} << false;
        QTest::newRow("key") << QList<SortColumn>{{u"id"_s, down}} << true;
        QTest::newRow("key decides") << QList<SortColumn>{{u"id"_s, up}, {u"name"_s, up}} << true;
        QTest::newRow("other") << QList<SortColumn>{{u"name"_s, up}} << false;
    }

    void indexedOrders()
    {
        QFETCH(QList<SortColumn>, order);
        QTEST(Pager::make(playersSchema(), {.order = order})->isOrderIndexed(), "indexed");
    }

    void onlyFittingIndexesCount()
    {
        const auto indexed = [](const std::function<void(TableSchema &)> &change) {
            TableSchema schema = playersSchema();
            change(schema);
            return Pager::make(schema, {})->isOrderIndexed();
        };
        QVERIFY(!indexed([](TableSchema &s) { s.indexes[1].valid = false; }));
        QVERIFY(!indexed([](TableSchema &s) { s.indexes[1].predicate = u"level > 3"_s; }));
        QVERIFY(!indexed([](TableSchema &s) { s.indexes[1].method = u"brin"_s; }));
        QVERIFY(!indexed(
            [](TableSchema &s) { s.indexes[1].columns[1].operatorClass = u"text_pattern_ops"_s; }));
        QVERIFY(!indexed([](TableSchema &s) {
            s.columns[2].nullable = true;
            s.indexes[1].columns[0].nullsFirst = false;
        }));
        QVERIFY(indexed([](TableSchema &s) { s.indexes[1].columns[0].nullsFirst = false; }));
        QVERIFY(indexed([](TableSchema &s) {
            s.indexes[1].columns.removeLast();
            s.indexes[1].unique = true;
        }));
    }

    void searchUsesATrigramIndex()
    {
        m_database.run(u"CREATE EXTENSION pg_trgm"_s);
        m_database.run(u"CREATE INDEX trgm ON players USING gin (name gin_trgm_ops)"_s);
        m_database.run(u"UPDATE players SET name = 'Ab12cd' WHERE id = 777"_s);
        m_database.run(u"ANALYZE players"_s);
        const auto pager = Pager::make(playersSchema(), {.anyColumn = u"AB12"_s});
        const QString plan = statementOf([&] { return pager->first(*m_session, 50); });
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
    QStringList walkForward(const Pager &pager)
    {
        QStringList keys;
        auto page = pager.first(*m_session, 37);
        while (page && !page->rows.isEmpty()) {
            keys += keysOf(pager, *page);
            if (page->reachesEnd)
                return keys;
            page = pager.after(*m_session, pager.keyOf(page->rows, page->rows.rows() - 1), 37);
        }
        return {page ? u"ended early"_s : page.error().toText()};
    }

    QStringList walkBackward(const Pager &pager)
    {
        QStringList keys;
        auto page = pager.last(*m_session, 41);
        while (page && !page->rows.isEmpty()) {
            keys = keysOf(pager, *page) + keys;
            if (page->reachesStart)
                return keys;
            page = pager.before(*m_session, pager.keyOf(page->rows, 0), 41);
        }
        return {page ? u"ended early"_s : page.error().toText()};
    }

    /// The plan of what `work` sends, read from auto_explain's notices.
    template <class Work>
    QString statementOf(Work work)
    {
        QString plan;
        PQsetNoticeProcessor(
            m_session->handle(),
            [](void *to, const char *text) {
                *static_cast<QString *>(to) += QString::fromUtf8(text);
            },
            &plan);
        const auto loaded =
            m_session->script(u"LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0;"
                              "SET auto_explain.log_level = notice"_s);
        if (loaded)
            static_cast<void>(work());
        static_cast<void>(m_session->script(u"SET auto_explain.log_min_duration = -1"_s));
        PQsetNoticeProcessor(m_session->handle(), [](void *, const char *) {}, nullptr);
        return plan;
    }

    test::TestDatabase m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(PagerTest)
#include "tst_pager.moc"
