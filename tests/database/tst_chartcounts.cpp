// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/pager.h"
#include "models/charts/chartbuilder.h"
#include "models/schema/catalogue.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <memory>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace roster;

/// Charts counted by a real server. What a bar says is held against what its own filter lists.
class ChartCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<test::TestDatabase>();
        m_session = m_database->open();
        m_database->run(uR"(
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
            CREATE TABLE t (
                id int PRIMARY KEY, small smallint, whole int, big bigint, real4 real,
                real8 float8, money_like numeric(12,2), free numeric, at timestamp, zoned timestamptz,
                day date, clock time, name text, code varchar(20) COLLATE "C", flag boolean,
                feeling mood, doc jsonb, raw bytea, one int, nothing int);
            INSERT INTO t
            SELECT i, (i % 200) - 100, (i * 7919) % 100003 - 50000,
                   (i::bigint * 7919) % 100003 * 90000000000000,
                   (i % 97) / 10.0, (i % 1009) / 100.0, (i % 5003) / 100.0, (i % 211) * 0.001,
                   timestamp '2024-01-01' + i * interval '3 hours 7 minutes',
                   timestamptz '2024-01-01 UTC' + i * interval '3 hours 7 minutes',
                   date '2020-01-01' + i % 900, time '00:00' + i * interval '11 minutes',
                   (ARRAY['Arne', 'arvid', 'Åse', '😀 smile', '', ' blank', 'שלום', '"quoted"', '*', '|x',
                          E'line\nend', '>5'])[i % 12 + 1],
                   'c' || i % 45, i % 3 = 0,
                   (ARRAY['sad', 'glad'])[i % 2 + 1]::mood, '{}', '\x00', 7, NULL
            FROM generate_series(1, 4000) i;
            INSERT INTO t (id, real4, real8, free, at, zoned, day, whole, big)
            VALUES (5001, 'NaN', 'NaN', 'NaN', 'infinity', 'infinity', 'infinity', 2147483647,
                    9223372036854775807),
                   (5002, 'infinity', 'infinity', 'infinity', '-infinity', '-infinity',
                    '-infinity', -2147483648, -9223372036854775808),
                   (5003, '-infinity', '-infinity', '-infinity', '4000-01-01', '4000-01-01',
                    '4000-01-01', NULL, NULL),
                   (5004, 1e30, 1e300, '1e500', '0044-03-15 BC', '0044-03-15 BC', '0044-03-15 BC',
                    0, 0);
            CREATE TABLE nobody (level int, name text);
            CREATE VIEW seen AS SELECT * FROM t;
            ANALYZE t)"_s);
        m_schema = readTable(*m_session, {u"public"_s, u"t"_s}).value();
    }

    void everyBarListsItsRows_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QString>("where");
        const QStringList columns{u"id"_s,      u"small"_s,      u"whole"_s,  u"big"_s,  u"real4"_s,
                                  u"real8"_s,   u"money_like"_s, u"free"_s,   u"at"_s,   u"zoned"_s,
                                  u"day"_s,     u"clock"_s,      u"name"_s,   u"code"_s, u"flag"_s,
                                  u"feeling"_s, u"one"_s,        u"nothing"_s};
        for (const QString &name : columns) {
            QTest::newRow(qPrintable(name)) << name << false << QString();
            QTest::newRow(qPrintable(name + u", whole"_s)) << name << true << QString();
            QTest::newRow(qPrintable(name + u", filtered"_s)) << name << false << u"id % 3 = 1"_s;
        }
    }

    void everyBarListsItsRows()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, whole);
        QFETCH(const QString, where);
        ChartRequest request{.column = name};
        request.wholeRange = whole;
        request.query.where = where;
        checkBars(request);
        request.bins = 7;
        checkBars(request);
        request.textBy = ChartRequest::TextBy::Value;
        request.period = ChartRequest::Period::Month;
        checkBars(request);
    }

    void twoColumnsCountAllRows()
    {
        ChartRequest request{.column = u"small"_s, .other = u"real8"_s};
        request.form = ChartRequest::Form::Density;
        const auto counts = read(request);
        QVERIFY2(counts, qPrintable(counts ? QString() : counts.error().toText()));
        QCOMPARE(counts->total, 4004);
        const ChartData chart = buildChart(m_schema, request, *counts);
        const qint64 sum = std::accumulate(chart.cells.cbegin(), chart.cells.cend(), qint64(0));
        QCOMPARE(sum, 4000);
        const auto query = brushedQuery(m_schema, chart, request, {3, 9}, {1, 4});
        QVERIFY(query);
        qint64 expected = 0;
        for (int row = 1; row <= 4; ++row) {
            for (int column = 3; column <= 9; ++column)
                expected += chart.cells.at(row * chart.bins.size() + column);
        }
        QCOMPARE(countOf(*query), expected);
    }

    void pointsAreASample()
    {
        ChartRequest request{.column = u"whole"_s, .other = u"at"_s};
        request.form = ChartRequest::Form::Points;
        const auto counts = read(request);
        QVERIFY(counts);
        const ChartData chart = buildChart(m_schema, request, *counts);
        QCOMPARE(chart.kind, ChartData::Kind::Points);
        QVERIFY(counts->isSample);
        QVERIFY(chart.points.size() > 1000 && chart.points.size() <= 2000);
    }

    void oneMillionDifferentTexts()
    {
        m_database->run(u"CREATE TABLE many AS SELECT 'text ' || i AS name, repeat('x', 300) || i "
                        "% 3 AS long FROM generate_series(1, 1000000) i"_s);
        const TableSchema schema = readTable(*m_session, {u"public"_s, u"many"_s}).value();
        ChartRequest request{.column = u"name"_s, .textBy = ChartRequest::TextBy::Value};
        Progress progress;
        const auto counts = readChartCounts(*m_session, progress, schema, request);
        QVERIFY(counts);
        const ChartData chart = buildChart(schema, request, *counts);
        QCOMPARE(chart.total, 1000000);
        QCOMPARE(chart.bins.size(), 40);
        QCOMPARE(chart.apart.last().count, 999960);
    }

    /// Counting on from the greatest number there is ends nowhere.
    void numbersAtTheirLimits_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QStringList>("bars");
        const QString least = u"-9223372036854775808"_s;
        const QString most = u"9223372036854775807"_s;
        const QString before = u"9223372036854775806"_s;
        QTest::newRow("greatest") << u"(%1)"_s.arg(most) << QStringList{most};
        QTest::newRow("least") << u"(%1)"_s.arg(least) << QStringList{least};
        QTest::newRow("last two") << u"(%1), (%2)"_s.arg(before, most) << QStringList{before, most};
        QTest::newRow("all") << u"(%1), (%2)"_s.arg(least, most) << QStringList();
    }
    void numbersAtTheirLimits()
    {
        QFETCH(const QString, rows);
        QFETCH(const QStringList, bars);
        m_database->run(u"DROP TABLE IF EXISTS limits; CREATE TABLE limits (v bigint); "
                        "INSERT INTO limits VALUES "_s
                        + rows);
        const auto schema = readTable(*m_session, {u"public"_s, u"limits"_s}).value();
        Progress progress;
        const ChartRequest request{.column = u"v"_s};
        const auto counts = readChartCounts(*m_session, progress, schema, request);
        QVERIFY2(counts, counts ? "" : qPrintable(counts.error().toText()));
        const ChartData chart = buildChart(schema, request, *counts);
        qint64 counted = 0;
        for (const ChartBin &bin : chart.bins)
            counted += bin.count;
        QCOMPARE(counted, rows.count(u'('));
        QVERIFY(chart.bins.size() < 200);
        if (!bars.isEmpty()) {
            QCOMPARE(chart.bins.first().filter, bars.first());
            QCOMPARE(chart.bins.last().filter, bars.last());
            QCOMPARE(chart.bins.size(), bars.size());
        }
    }

    void viewsAndEmptyTables()
    {
        const TableSchema view = readTable(*m_session, {u"public"_s, u"seen"_s}).value();
        Progress progress;
        QCOMPARE(readChartCounts(*m_session, progress, view, {.column = u"id"_s})->total, 4004);
        const TableSchema empty = readTable(*m_session, {u"public"_s, u"nobody"_s}).value();
        for (const QString &name : {u"level"_s, u"name"_s}) {
            const ChartRequest request{.column = name};
            const auto counts = readChartCounts(*m_session, progress, empty, request);
            QVERIFY(counts);
            QVERIFY(buildChart(empty, request, *counts).isEmpty());
        }
    }

    void refusesWhatItCannotChart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("where");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("json") << u"doc"_s << u""_s << u""_s << Error::Kind::InvalidInput;
        QTest::newRow("bytea") << u"raw"_s << u""_s << u""_s << Error::Kind::InvalidInput;
        QTest::newRow("text along y") << u"id"_s << u"name"_s << u""_s << Error::Kind::InvalidInput;
        QTest::newRow("no such column") << u"nix"_s << u""_s << u""_s << Error::Kind::NotFound;
        QTest::newRow("bad WHERE")
            << u"id"_s << u""_s << u"levl > 1"_s << Error::Kind::InvalidInput;
        QTest::newRow("two statements")
            << u"id"_s << u""_s << u"true; DROP TABLE t"_s << Error::Kind::InvalidInput;
        QTest::newRow("a WHERE that writes")
            << u"id"_s << u""_s << u"nextval('s') > 0"_s << Error::Kind::Permission;
    }

    void refusesWhatItCannotChart()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, other);
        QFETCH(const QString, where);
        m_database->run(u"CREATE SEQUENCE IF NOT EXISTS s"_s);
        ChartRequest request{.column = name, .other = other};
        request.query.where = where;
        const auto counts = read(request);
        QVERIFY(!counts);
        QTEST(counts.error().kind, "kind");
        QVERIFY(!counts.error().message.isEmpty());
        QCOMPARE(m_database->rows(u"SELECT is_called FROM s"_s), u"f"_s);
    }

    void errorsOfTheServerAreHandedOn()
    {
        m_database->run(u"CREATE TABLE gone (a int)"_s);
        const TableSchema gone = readTable(*m_session, {u"public"_s, u"gone"_s}).value();
        m_database->run(u"DROP TABLE gone"_s);
        Progress progress;
        QVERIFY(!readChartCounts(*m_session, progress, gone, {.column = u"a"_s}));

        m_database->run(u"SELECT 1"_s);
        QVERIFY(m_session->script(u"SET statement_timeout = '50ms'"_s));
        ChartRequest slow{.column = u"id"_s};
        slow.query.where = u"pg_sleep(0.01) IS NOT NULL"_s;
        const auto late = read(slow);
        QVERIFY(m_session->script(u"RESET statement_timeout"_s));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Error::Kind::Timeout);
    }

private:
    Result<ChartCounts> read(const ChartRequest &request)
    {
        Progress progress;
        return readChartCounts(*m_session, progress, m_schema, request);
    }

    qint64 countOf(const TableQuery &query)
    {
        const auto pager = Pager::make(m_schema, query);
        const auto count = pager ? pager->count(*m_session) : Result<qint64>(fail(pager.error()));
        if (!count)
            qWarning("%s", qPrintable(count.error().toText()));
        return count.value_or(-1);
    }

    void checkBars(const ChartRequest &request)
    {
        const auto counts = read(request);
        QVERIFY2(counts, qPrintable(counts ? QString() : counts.error().toText()));
        const ChartData chart = buildChart(m_schema, request, *counts);
        const QList<ChartBin> bins = chart.bins + chart.apart;
        qint64 sum = 0;
        int filtered = 0;
        for (int i = 0; i < bins.size(); ++i) {
            sum += bins.at(i).count;
            const auto query = brushedQuery(m_schema, chart, request, {i, i});
            if (!query)
                continue;
            ++filtered;
            const QString what = u"%1 [%2]"_s.arg(bins.at(i).label, bins.at(i).filter);
            QVERIFY2(countOf(*query) == bins.at(i).count,
                     qPrintable(u"%1: %2 rows listed, %3 counted"_s.arg(what)
                                    .arg(countOf(*query))
                                    .arg(bins.at(i).count)));
        }
        QCOMPARE(sum, countOf(request.query));
        QVERIFY(filtered > 0);
        QVERIFY2(chart.bins.size() <= 400, qPrintable(QString::number(chart.bins.size())));
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
    TableSchema m_schema;
};

QTEST_GUILESS_MAIN(ChartCountsTest)
#include "tst_chartcounts.moc"
