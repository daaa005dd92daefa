// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagertables.h"
#include "tests/support/testserver.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

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

}  // namespace

class PagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database.run(mixedTable());
        m_database.run(playersTable());
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
        skipsAsItReads(*pager);
        skipsAsItReads(*ranged);
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
        for (const QString &sql :
             {planOf(*m_session, [&] { QVERIFY(pager->after(*m_session, key, 50)); }),
              planOf(*m_session, [&] { QVERIFY(pager->before(*m_session, key, 50)); }),
              planOf(*m_session, [&] { QVERIFY(pager->last(*m_session, 50)); })}) {
            QVERIFY2(sql.contains("ix_players_order"_L1), qPrintable(sql));
            QVERIFY2(!sql.contains("Seq Scan"_L1), qPrintable(sql));
        }
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

    void hugeSortValuesStayOnTheServer()
    {
        m_database.run(u"CREATE TABLE huge (id int PRIMARY KEY, t text, b bytea);"
                       "INSERT INTO huge SELECT g, repeat('æ', 100000) || g % 3,"
                       "decode(repeat('00', 100000), 'hex') FROM generate_series(1, 20) g;"
                       "INSERT INTO huge VALUES (21, 'short', NULL)"_s);
        TableSchema schema;
        schema.name = {u"public"_s, u"huge"_s};
        schema.columns = {column(u"id"_s, u"integer"_s, TypeKind::Integer),
                          column(u"t"_s, u"text"_s, TypeKind::Text, true),
                          column(u"b"_s, u"bytea"_s, TypeKind::Bytes, true)};
        schema.primaryKey = QStringList{u"id"_s};
        const auto pager = Pager::make(
            schema, {.order = {{u"t"_s, Qt::DescendingOrder}, {u"b"_s, Qt::AscendingOrder}}});
        const QString expected = m_database.rows(u"SELECT id FROM huge ORDER BY t DESC, b, id"_s);
        const auto all = pager->first(*m_session, 30);
        QVERIFY2(all, qPrintable(all ? QString() : all.error().toText()));
        QCOMPARE(join(keysOf(*pager, *all)), expected);
        QVERIFY(pager->keyOf(all->rows, 0).first()->size() < 10);
        for (const int row : {0, 7, 19, 20}) {
            const RowKey key = pager->keyOf(all->rows, row);
            QCOMPARE(keysOf(*pager, *pager->after(*m_session, key, 2)),
                     keysOf(*pager, *all).mid(row + 1, 2));
            QCOMPARE(*pager->position(*m_session, key), row);
        }
        m_database.run(u"DELETE FROM huge WHERE id = 20"_s);
        const auto gone = pager->after(
            *m_session, pager->keyOf(all->rows, expected.split(u'\n').indexOf(u"20"_s)), 2);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
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

    void unindexedOrdersAreReadOnce()
    {
        const auto pager = Pager::make(playersSchema(), {.order = {{u"name"_s}}});
        const auto page = pager->first(*m_session, 100);
        const QString plan = planOf(*m_session, [&] {
            QVERIFY(pager->after(*m_session, pager->keyOf(page->rows, 99), 50));
        });
        QCOMPARE(plan.count("Seq Scan"_L1), 1);
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

private:
    void skipsAsItReads(const Pager &pager)
    {
        const auto all = pager.first(*m_session, 10000);
        QVERIFY(all && all->reachesEnd);
        const int count = all->rows.rows();
        for (const int from : {0, count / 3, count - 1}) {
            for (const int skipped : {0, 1, count / 2, count - 1 - from, count - from}) {
                const auto key = pager.keyBehind(*m_session, pager.keyOf(all->rows, from), skipped);
                QVERIFY2(key, qPrintable(key ? QString() : key.error().toText()));
                QCOMPARE(key->has_value(), from + skipped < count);
                if (*key)
                    QCOMPARE(pager.primaryKeyOf(**key),
                             pager.primaryKeyOf(all->rows, from + skipped));
            }
        }
    }

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

    TestDatabase m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(PagerTest)
#include "tst_pager.moc"
