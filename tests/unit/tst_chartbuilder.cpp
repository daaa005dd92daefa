// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartbuilder.h"
#include "models/charts/chartstatements.h"
#include "models/charts/charttable.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

using Unit = ChartScale::Unit;

ColumnSchema column(const QString &name, TypeKind kind, const QString &type)
{
    ColumnSchema result;
    result.name = name;
    result.kind = kind;
    result.type = type;
    return result;
}

TableSchema table()
{
    TableSchema schema;
    schema.name = {u"public"_s, u"players"_s};
    schema.columns = {
        column(u"level"_s, TypeKind::Integer, u"integer"_s),
        column(u"total_exp"_s, TypeKind::Integer, u"integer"_s),
        column(u"score"_s, TypeKind::Float, u"double precision"_s),
        column(u"price"_s, TypeKind::Numeric, u"numeric"_s),
        column(u"created_at"_s, TypeKind::Timestamp, u"timestamp without time zone"_s),
        column(u"name"_s, TypeKind::Text, u"character varying(100)"_s)};
    return schema;
}

ChartCounts countsOf(ChartScale scale, const QList<std::pair<qint64, qint64>> &numbers)
{
    ChartCounts counts;
    counts.x = scale;
    for (const auto &[number, rows] : numbers) {
        counts.groups.append({number, 0, rows});
        counts.total += rows;
    }
    return counts;
}

/// `label [filter] rows`, one line a bar; what stands apart after a line of dashes.
QString text(const ChartData &chart)
{
    QStringList lines;
    const auto add = [&lines](const ChartBin &bin) {
        lines << u"%1 [%2] %3"_s.arg(bin.label, bin.filter).arg(bin.count);
    };
    for (const ChartBin &bin : chart.bins)
        add(bin);
    if (!chart.apart.isEmpty())
        lines << u"--"_s;
    for (const ChartBin &bin : chart.apart)
        add(bin);
    return lines.join(u'\n');
}

QString statement(const std::function<QString(ChartStatements &)> &make,
                  const TableQuery &query = {})
{
    const Pager pager = Pager::make(table(), query).value();
    Bindings bindings(Bindings::Style::Literals);
    ChartStatements statements(pager, bindings);
    return make(statements);
}

}  // namespace

class ChartBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void decimalsAreExact_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<int>("exponent");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << -3 << u"0"_s;
        QTest::newRow("below one") << qint64(3) << -1 << u"0.3"_s;
        QTest::newRow("small") << qint64(-25) << -4 << u"-0.0025"_s;
        QTest::newRow("no empty fraction") << qint64(500) << -2 << u"5"_s;
        QTest::newRow("large") << qint64(-7) << 3 << u"-7000"_s;
    }

    void decimalsAreExact()
    {
        QFETCH(const qint64, number);
        QFETCH(const int, exponent);
        QTEST(decimalText(number, exponent), "text");
    }

    void verySmallNumbersHaveAnExponent()
    {
        QCOMPARE(localDecimal(decimalText(5, -28)), u"5e-28"_s);
        QCOMPARE(localDecimal(decimalText(-125, -12)), u"-1.25e-10"_s);
        QCOMPARE(localDecimal(decimalText(5, -4)), u"0.0005"_s);
    }

    void fewWholeNumbersHaveABarEach()
    {
        const auto counts = countsOf({}, {{-1, 2}, {0, 3}, {2, 5}});
        const ChartData chart = buildChart(table(), {.column = u"level"_s}, counts);
        QCOMPARE(text(chart), u"-1 [-1] 2\n0 [0] 3\n1 [1] 0\n2 [2] 5"_s);
        QCOMPARE(chart.total, 10);
    }

    void barsHaveNiceWidths()
    {
        QList<std::pair<qint64, qint64>> numbers;
        for (int i = -30; i < 1000; ++i)
            numbers.append({i, 1});
        ChartRequest request{.column = u"level"_s};
        request.bins = 6;
        const ChartData chart = buildChart(table(), request, countsOf({}, numbers));
        QCOMPARE(text(chart), u"-200 – -1 [-200..-1] 30\n0–199 [0..199] 200\n"
                              "200–399 [200..399] 200\n400–599 [400..599] 200\n"
                              "600–799 [600..799] 200\n800–999 [800..999] 200"_s);
        QVERIFY(chart.x.ticksAtEdges);
        QCOMPARE(chart.x.ticks.size(), chart.bins.size() + 1);
    }

    void oneOutlierDoesNotFlattenTheRest()
    {
        QList<std::pair<qint64, qint64>> numbers;
        for (int i = 0; i < 100; ++i)
            numbers.append({i, 10});
        numbers.append({2147483647, 1});
        ChartRequest request{.column = u"level"_s};
        const ChartCounts counts = countsOf({}, numbers);
        const ChartData cut = buildChart(table(), request, counts);
        QCOMPARE(cut.bins.size(), 100);
        QCOMPARE(cut.apart.size(), 1);
        QCOMPARE(cut.apart.first().filter, u">=100"_s);
        QCOMPARE(cut.apart.first().count, 1);
        QCOMPARE(cut.notes.size(), 1);

        request.wholeRange = true;
        const ChartData whole = buildChart(table(), request, counts);
        QCOMPARE(whole.apart.size(), 0);
        QCOMPARE(whole.bins.first().count, 1000);
        QCOMPARE(whole.bins.last().count, 1);
        QVERIFY(whole.bins.size() <= 50);
    }

    void theGreatestNumbersDoNotOverflow()
    {
        const qint64 most = std::numeric_limits<qint64>::max();
        const qint64 least = std::numeric_limits<qint64>::min();
        ChartRequest request{.column = u"level"_s};
        request.wholeRange = true;
        const ChartData chart =
            buildChart(table(), request,
                       countsOf({Unit::Integer, 15}, {{least / 1'000'000'000'000'000 - 1, 1},
                                                      {0, 1},
                                                      {most / 1'000'000'000'000'000, 1}}));
        qint64 sum = 0;
        for (const ChartBin &bin : chart.bins)
            sum += bin.count;
        QCOMPARE(sum, 3);
        QVERIFY(chart.bins.last().filter.endsWith(u".."_s + QString::number(most)));
    }

    void fractionsEndBeforeTheNextBar()
    {
        const ChartData chart = buildChart(table(), {.column = u"score"_s},
                                           countsOf({Unit::Decimal, -1}, {{3, 4}, {4, 1}, {5, 2}}));
        QCOMPARE(text(chart),
                 u"0.3–0.4 [0.3..<0.4] 4\n0.4–0.5 [0.4..<0.5] 1\n0.5–0.6 [0.5..<0.6] 2"_s);
    }

    void whatIsNoNumberStandsApart()
    {
        ChartCounts counts = countsOf({Unit::Decimal, 0}, {{1, 1}});
        counts.special = {.nulls = 2, .notNumbers = 3, .below = 4, .above = 5, .tooLarge = 6};
        const ChartData chart = buildChart(table(), {.column = u"score"_s}, counts);
        QCOMPARE(text(chart), u"1–2 [1..<2] 1\n--\n≥ 2 [2..<infinity] 6\n-infinity [-infinity] 4\n"
                              "infinity [infinity] 5\nNaN [NaN] 3\nNULL [null] 2"_s);
    }

    void timesAreCutByTheCalendar()
    {
        const auto day = [](int y, int m, int d) { return QDate(y, m, d).toJulianDay(); };
        const auto counts = countsOf(
            {Unit::Day, 0}, {{day(2025, 12, 31), 1}, {day(2026, 1, 1), 2}, {day(2026, 2, 28), 4}});
        ChartRequest request{.column = u"created_at"_s, .period = ChartRequest::Period::Month};
        QCOMPARE(text(buildChart(table(), request, counts)),
                 u"2025-12 [2025-12] 1\n2026-01 [2026-01] 2\n2026-02 [2026-02] 4"_s);
        request.period = ChartRequest::Period::Year;
        QCOMPARE(text(buildChart(table(), request, counts)), u"2025 [2025] 1\n2026 [2026] 6"_s);
        request.period = ChartRequest::Period::Week;
        const ChartData weeks = buildChart(table(), request, counts);
        QCOMPARE(weeks.bins.first().label, u"2025-12-29 – 2026-01-04"_s);
        QCOMPARE(weeks.bins.first().filter, u"2025-12-29..2026-01-04"_s);
        QCOMPARE(weeks.bins.first().count, 3);
        request.period = ChartRequest::Period::Day;
        QCOMPARE(buildChart(table(), request, counts).bins.size(), 60);
    }

    void lettersOfAllKinds()
    {
        ChartCounts counts;
        counts.values = {{u"a"_s, 3}, {u"A"_s, 4},  {u"😀"_s, 2}, {u""_s, 1},  {{}, 5},
                         {u" "_s, 6}, {u"\""_s, 7}, {u"ש"_s, 8},  {u"\n"_s, 9}};
        counts.total = 45;
        const ChartData chart = buildChart(table(), {.column = u"name"_s}, counts);
        const QString shown = text(chart);
        QVERIFY2(shown.contains(u"A [a*|A*] 7"_s), qPrintable(shown));
        QVERIFY(shown.contains(u"😀 [😀*] 2"_s));
        QVERIFY(shown.contains(u"ש [ש*] 8"_s));
        QVERIFY(shown.contains(u"(blank) [] 6"_s));
        QVERIFY(shown.contains(u"\" [] 7"_s));
        QVERIFY(shown.contains(u"U+000A [] 9"_s));
        QVERIFY(shown.endsWith(u"--\n(empty) [=\"\"] 1\nNULL [null] 5"_s));
    }

    void brushedBarsBecomeFilters()
    {
        const TableSchema schema = table();
        ChartRequest request{.column = u"level"_s};
        request.query.filters = {{u"name"_s, u"arne"_s}};
        const ChartData chart =
            buildChart(schema, request, countsOf({}, {{10, 1}, {11, 1}, {20, 1}}));
        const auto query = brushedQuery(schema, chart, request, {0, 10});
        QVERIFY(query);
        QCOMPARE(query->filters.value(u"level"_s), u"10..20"_s);
        QCOMPARE(query->filters.value(u"name"_s), u"arne"_s);
        QCOMPARE(query->where, QString());
        QCOMPARE(brushedQuery(schema, chart, request, {1, 1})->filters.value(u"level"_s), u"11"_s);
        QVERIFY(!brushedQuery(schema, chart, request, {}));
        QVERIFY(!brushedQuery(schema, chart, request, {0, 99}));
    }

    void anOlderFilterOfTheColumnStaysTrue()
    {
        const TableSchema schema = table();
        ChartRequest request{.column = u"level"_s};
        request.query.filters = {{u"level"_s, u"5..50"_s}};
        const ChartData chart = buildChart(schema, request, countsOf({}, {{10, 1}, {20, 1}}));
        QCOMPARE(brushedQuery(schema, chart, request, {0, 10})->where, QString());
        request.query.filters = {{u"level"_s, u"!=15"_s}};
        const auto query = brushedQuery(schema, chart, request, {0, 10});
        QCOMPARE(query->filters.value(u"level"_s), u"10..20"_s);
        QCOMPARE(query->where, u"\"level\" IS DISTINCT FROM 15"_s);
    }

    void lettersWithoutAFilterBecomeAWhere()
    {
        const TableSchema schema = table();
        ChartCounts counts;
        counts.values = {{u"\""_s, 7}, {u"\n"_s, 1}};
        counts.total = 8;
        const ChartRequest request{.column = u"name"_s};
        const ChartData chart = buildChart(schema, request, counts);
        int quote = chart.bins.first().label == "\""_L1 ? 0 : 1;
        QCOMPARE(brushedQuery(schema, chart, request, {quote, quote})->where,
                 u"left(\"name\", 1) COLLATE \"C\" IN ('\"')"_s);
        QVERIFY(!brushedQuery(schema, chart, request, {1 - quote, 1 - quote}));
    }

    void densityCountsEveryCell()
    {
        ChartCounts counts;
        counts.groups = {{1, 10, 5}, {2, 10, 7}, {2, 11, 1}};
        counts.total = 14;
        counts.special.nulls = 1;
        const ChartRequest request{.column = u"level"_s, .other = u"total_exp"_s};
        const ChartData chart = buildChart(table(), request, counts);
        QCOMPARE(chart.kind, ChartData::Kind::Density);
        QCOMPARE(chart.cells, (QList<qint64>{5, 7, 0, 1}));
        QCOMPARE(chart.notes.size(), 1);
        const auto query = brushedQuery(table(), chart, request, {1, 1}, {0, 1});
        QCOMPARE(query->filters.value(u"level"_s), u"2"_s);
        QCOMPARE(query->filters.value(u"total_exp"_s), u"10..11"_s);
        QCOMPARE(ChartTable(chart).rows.size(), 3);
    }

    void numbersAreWrittenAsCsvAndJson()
    {
        const ChartData chart =
            buildChart(table(), {.column = u"level"_s}, countsOf({}, {{1, 2}, {2, 3}}));
        QCOMPARE(ChartTable(chart).csv(), "level,filter,rows\n1,1,2\n2,2,3\n"_ba);
        const QJsonObject json = QJsonDocument::fromJson(chartJson(chart)).object();
        QCOMPARE(json.value("rows"_L1).toInt(), 5);
    }

    void statementsRead()
    {
        const TableSchema schema = table();
        const auto *level = schema.column(u"level"_s);
        QCOMPARE(statement([&](auto &s) { return s.counted(*level, {}, 10); }),
                 u"WITH g AS MATERIALIZED (\nSELECT \"level\" AS k, count(*) AS n\n"
                 "FROM \"public\".\"players\"\nGROUP BY 1)\nSELECT k::text, n FROM g\n"
                 "LIMIT 10"_s);
        TableQuery filtered;
        filtered.where = u"level % 2 = 0"_s;
        filtered.filters = {{u"level"_s, u">5"_s}};
        QCOMPARE(
            statement([&](auto &s) { return s.counted(*level, {Unit::Integer, 1}, 10); }, filtered),
            u"WITH g AS MATERIALIZED (\nSELECT CASE WHEN \"level\" < 0 THEN (\"level\" + 1) / "
            "10 - 1 ELSE \"level\" / 10 END AS k, count(*) AS n\nFROM \"public\".\"players\"\n"
            "WHERE \"level\" > 5 AND (\nlevel % 2 = 0\n)\nGROUP BY 1)\nSELECT k::text, n FROM "
            "g\nLIMIT 10"_s);
        QCOMPARE(statement([&](auto &s) { return s.sample({level}, 0.2, 10); }),
                 u"SELECT \"level\"\nFROM \"public\".\"players\" TABLESAMPLE SYSTEM (0.200000) "
                 "REPEATABLE (1)\nLIMIT 10"_s);
    }

    void whatCannotBeChartedSaysWhy()
    {
        QVERIFY(whyUnchartable(column(u"j"_s, TypeKind::Json, u"jsonb"_s)).contains(u"jsonb"_s));
        QVERIFY(whyUnchartable(column(u"b"_s, TypeKind::Bytes, u"bytea"_s)).contains(u"bytea"_s));
        QVERIFY(whyUnchartable(*table().column(u"name"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChartBuilderTest)
#include "tst_chartbuilder.moc"
