// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pagertables.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class PagerCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database.run(playersTable());
        m_session = m_database.open();
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
        for (const int id : {2000, 150000, 299000}) {
            const RowKey key = **other->find(*m_session, {QByteArray::number(id)});
            const qint64 position = *other->position(*m_session, key);
            QVERIFY(qAbs(*other->guessPosition(*m_session, key) - position) < 300000 / 20);
        }
        const auto filtered = Pager::make(schema, {.filters = {{u"name"_s, u"=name7"_s}}});
        const auto few = filtered->sample(*m_session);
        QVERIFY2(few, qPrintable(few ? QString() : few.error().toText()));

        schema.estimatedRows = 300000;
        const auto isIndexed = [&](const TableQuery &query) {
            return *Pager::make(schema, query)->isFilterIndexed(*m_session);
        };
        QVERIFY(isIndexed({}));
        QVERIFY(isIndexed({.filters = {{u"id"_s, u"=7"_s}}}));
        QVERIFY(isIndexed({.filters = {{u"level"_s, u">0"_s}}}));  // nearly all: no search
        QVERIFY(!isIndexed({.filters = {{u"name"_s, u"=name7"_s}}}));
        QVERIFY(!isIndexed({.anyColumn = u"ame77"_s}));
        QVERIFY(!isIndexed({.where = u"id % 1000 = 7"_s}));
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

private:
    TestDatabase m_database;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(PagerCountsTest)
#include "tst_pagercounts.moc"
