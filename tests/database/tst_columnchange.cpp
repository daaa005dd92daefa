// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/columnchange.h"
#include "tests/support/answer.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

enum Column { Id, Name, Level, Price, Code, Tags, Odd, On };

}  // namespace

/// The same change of many rows: on the rows as they are staged, or by a statement of its own.
class ColumnChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void evaluates_data();
    void evaluates();
    void refuses_data();
    void refuses();
    void writesNothing();
    void namesTheColumns();
    void changesRowsAsTheyAreStaged();
    void changesAllRowsThatMatch();
    void refusesAllOrNothing();
    void triesOut();
    void changesOnTheServer();
    void keepsWhatWasNotCounted();
    void staysWhereRowsAreLocked();

private:
    Result<QList<SqlValue>> valuesOf(const QString &expression, int column);
    void open(test::TableModelWatch &watch, const TableQuery &query = {})
    {
        watch.model.open(schema(), query);
        QTRY_COMPARE(watch.loaded.size(), 1);
    }
    TableSchema schema() { return test::liveSchema(m_database.profile(), u"things"_s); }
    QString rows(const QString &sql) { return m_database.rows(sql); }

    test::TestDatabase m_database;
};

void ColumnChangeTest::init()
{
    m_database.run(uR"(DROP TABLE IF EXISTS things;
            CREATE TABLE things (id int PRIMARY KEY, name varchar(10) NOT NULL,
                level int NOT NULL DEFAULT 1 CHECK (level < 3000), price numeric(6,2),
                code character(3), tags text[], "Odd ""one""" timestamptz, on_ boolean);
            INSERT INTO things SELECT n, 'name ' || n, n, n * 1.5, 'a', ARRAY['x', n::text],
                '2026-01-01 00:00:00+00', true FROM generate_series(1, 2000) n;
            ANALYZE things)"_s);
}

Result<QList<SqlValue>> ColumnChangeTest::valuesOf(const QString &expression, int column)
{
    auto session = Session::open(m_database.profile());
    const TableSchema table = schema();
    const QList<int> columns = columnsNamedIn(table, expression);
    const QList<SqlValue> one{"1"_ba,
                              "Arne"_ba,
                              "7"_ba,
                              "1.50"_ba,
                              "ab "_ba,
                              "{x,\"y,z\"}"_ba,
                              "2026-01-02 03:04:05+00"_ba,
                              "f"_ba};
    const QList<SqlValue> two{"2"_ba, "{\"'"_ba, "8"_ba, {}, {}, {}, {}, {}};
    QList<QList<SqlValue>> rows(2);
    for (const int each : columns) {
        rows[0] << one.at(each);
        rows[1] << two.at(each);
    }
    return evaluate(**session, table, {column, expression, {}}, columns, rows);
}

void ColumnChangeTest::evaluates_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *expression, int column, const QStringList &values) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << column << values;
    };
    row("level + 1", Level, {"8"_L1, "9"_L1});
    row("LEVEL * things.level -- all", Level, {"49"_L1, "64"_L1});
    row("42", Level, {"42"_L1, "42"_L1});
    row("level * 1.5", Level, {"11"_L1, "12"_L1});  // as UPDATE rounds it
    row("price * 1.111", Price, {"1.67"_L1, "NULL"_L1});
    row("upper(name)", Name, {"ARNE"_L1, "{\"'"_L1});
    row("name || ' is much too long'", Name,
        {"Arne is much too long"_L1, "{\"' is much too long"_L1});
    row("tags[2]", Name, {"y,z"_L1, "NULL"_L1});
    row("tags || 'new'::text", Tags, {"{x,\"y,z\",new}"_L1, "{new}"_L1});
    row("\"Odd \"\"one\"\"\" + '1 day'", Odd, {"2026-01-03 03:04:05+00"_L1, "NULL"_L1});
    row("CASE WHEN price IS NULL THEN 0 ELSE level END", Level, {"7"_L1, "0"_L1});
    row("(SELECT max(level) FROM public.things)", Level, {"2000"_L1, "2000"_L1});
    row("length(row_to_json(things)::text) > 100", Name, {"true"_L1, "true"_L1});
    row("NOT on_", On, {"t"_L1, "NULL"_L1});
    row("upper(code)", Code, {"AB"_L1, "NULL"_L1});
    row("NULL", Price, {"NULL"_L1, "NULL"_L1});
    row("'a' /* ) */ || E'\\''", Name, {"a'"_L1, "a'"_L1});
}

void ColumnChangeTest::evaluates()
{
    QFETCH(QString, expression);
    QFETCH(int, column);
    QFETCH(QStringList, values);
    const auto got = valuesOf(expression, column);
    QVERIFY2(got, qPrintable(got ? QString() : got.error().toText()));
    QStringList texts;
    for (const SqlValue &value : *got)
        texts << (value ? QString::fromUtf8(*value) : u"NULL"_s);
    QCOMPARE(texts, values);
}

void ColumnChangeTest::refuses_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *expression, const char *said) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(said);
    };
    row("level +", "At the end of the expression.");
    row("levle + 1", "At character 1 of the expression.");
    row("1 + levle", "At character 5 of the expression.");
    row("level / 0", "division by zero");
    row("'a'", "invalid input syntax");
    row("max(level)", "aggregate");
    row("generate_series(1, level)", "one value for each row");
    row("CASE WHEN level = 7 THEN generate_series(1, 2) END", "");
    row("1; DROP TABLE things", "semicolon");
    row("1) FROM things; --", "parenthesis");
    row("$1", "");
    row("(SELECT 1, 2)", "");
    row("nextval('things_id_seq')", "");
    row("pg_sleep('x')", "");
}

void ColumnChangeTest::refuses()
{
    QFETCH(QString, expression);
    QFETCH(QString, said);
    const TableSchema table = schema();
    const Result<void> valid = check(table, {Level, expression, {}});
    const Error error = valid ? valuesOf(expression, Level).error() : valid.error();
    QCOMPARE(error.kind, Error::Kind::InvalidInput);
    const QString text = error.toText() + u' ' + error.detail;
    QVERIFY2(text.contains(said), qPrintable(text));
    QCOMPARE(rows(u"SELECT count(*), sum(level) FROM things"_s), u"2000|2001000"_s);
}

/// Whatever function it calls.
void ColumnChangeTest::writesNothing()
{
    m_database.run(u"CREATE OR REPLACE FUNCTION evil(int) RETURNS int LANGUAGE sql AS "
                   "'DELETE FROM things RETURNING $1'"_s);
    const auto got = valuesOf(u"evil(level)"_s, Level);
    QVERIFY(!got);
    QVERIFY2(got.error().toText().contains(u"read-only"_s), qPrintable(got.error().toText()));
    QCOMPARE(rows(u"SELECT count(*) FROM things"_s), u"2000"_s);
}

void ColumnChangeTest::namesTheColumns()
{
    const TableSchema table = schema();
    QCOMPARE(columnsNamedIn(table, u"Level + 1"_s), QList<int>{Level});
    QCOMPARE(columnsNamedIn(table, u"42"_s), QList<int>{Id});
    QCOMPARE(columnsNamedIn(table, u"\"Odd \"\"one\"\"\""_s), QList<int>{Odd});
    QCOMPARE(columnsNamedIn(table, u"things IS NULL"_s).size(), 8);
}

/// An edit counts, a new row too; one that is to be deleted stays so.
void ColumnChangeTest::changesRowsAsTheyAreStaged()
{
    test::TableModelWatch watch(m_database.profile());
    open(watch, {{{u"id"_s}}, {}, {}, {}});
    QVERIFY(watch.edit(0, Level, 500));
    QVERIFY(watch.model.removeRows(1, 1));
    QVERIFY(watch.model.insertRows(0, 1));
    QVERIFY(watch.edit(0, Id, 9000));
    QVERIFY(watch.edit(0, Name, u"new"_s));
    QVERIFY(watch.edit(0, Level, 30));
    QSignalSpy acted(&watch.model, &TableModel::acted);
    const auto done = test::answer<int>([&](const TableModel::Staged &ready) {
        watch.model.changeRows({{0, 3}}, {Level, u"level + 1"_s, {}}, this, ready);
    });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(watch.cell(0, Level), u"31"_s);
    QCOMPARE(watch.cell(1, Level), u"501"_s);
    QCOMPARE(watch.cell(2, Level), u"2"_s);
    QCOMPARE(watch.cell(3, Level), u"4"_s);
    QCOMPARE(acted.size(), 1);
    QCOMPARE(rows(u"SELECT sum(level) FROM things"_s), u"2001000"_s);
    QVERIFY(watch.model.replay(acted.at(0).at(0).value<StagedStepPointer>(), true));
    QCOMPARE(watch.cell(0, Level), u"30"_s);
    QCOMPARE(watch.cell(1, Level), u"500"_s);
    QCOMPARE(watch.cell(3, Level), u"3"_s);
}

/// Loaded or not; and the rest stays.
void ColumnChangeTest::changesAllRowsThatMatch()
{
    test::TableModelWatch watch(m_database.profile());
    TableQuery query{{{u"id"_s}}, {{u"id"_s, u">200"_s}}, {}, u"level % 2 = 0"_s};
    open(watch, query);
    QVERIFY(watch.model.insertRows(0, 1));
    const auto done = test::answer<int>([&](const TableModel::Staged &ready) {
        watch.model.changeRows(watch.model.tableRows(), {Price, u"level - 1"_s, {}}, this, ready);
    });
    QVERIFY(done);
    QCOMPARE(*done, 900);
    QCOMPARE(watch.cell(0, Price), u"∅"_s);
    QVERIFY(watch.model.removeRows(0, 1));
    watch.model.commit();
    QTRY_COMPARE(watch.committed.size(), 1);
    QCOMPARE(rows(u"SELECT count(*), min(id) FROM things WHERE price = level - 1"_s), u"900|202"_s);
    QTRY_VERIFY(!watch.model.isLoading());
    const auto null = test::answer<int>([&](const TableModel::Staged &ready) {
        watch.model.changeRows(watch.model.tableRows(), {Price, {}, {}}, this, ready);
    });
    QVERIFY2(null, qPrintable(null ? QString() : null.error().toText()));
    QCOMPARE(watch.cell(0, Price), u"∅"_s);
}

void ColumnChangeTest::refusesAllOrNothing()
{
    test::TableModelWatch watch(m_database.profile());
    open(watch, {{{u"id"_s}}, {}, {}, {}});
    const auto tooLong = test::answer<int>([&](const TableModel::Staged &ready) {
        watch.model.changeRows(watch.model.tableRows(), {Name, u"name || id"_s, {}}, this, ready);
    });
    QVERIFY(!tooLong);
    QVERIFY2(tooLong.error().message.contains(u"id 100:"_s), qPrintable(tooLong.error().message));
    const auto null = test::answer<int>([&](const TableModel::Staged &ready) {
        watch.model.changeRows(watch.model.tableRows(), {Level, u"NULLIF(level, 1999)"_s, {}}, this,
                               ready);
    });
    QVERIFY(!null);
    QVERIFY2(null.error().message.contains(u"id 1999"_s), qPrintable(null.error().message));
    QCOMPARE(watch.model.stagedCount(), 0);
    const auto key = test::answer<int>([&](const TableModel::Staged &ready) {
        watch.model.changeRows(watch.model.tableRows(), {Level, {}, {}}, this, ready);
    });
    QVERIFY(!key);
}

void ColumnChangeTest::triesOut()
{
    test::TableModelWatch watch(m_database.profile());
    open(watch, {{{u"id"_s}}, {}, {}, {}});
    QVERIFY(watch.edit(1, Level, 70));
    using Trials = QList<TableModel::Trial>;
    const auto tried = test::answer<Trials>([&](const auto &ready) {
        watch.model.tryChange({{1, 1}, {4, 1000}}, {Level, u"level * 2"_s, {}}, 3, this, ready);
    });
    QVERIFY(tried);
    QStringList texts;
    for (const TableModel::Trial &one : *tried)
        texts << QString::fromUtf8(*one.primaryKey.first() + ':' + *one.before + '>' + *one.after);
    QCOMPARE(texts, QStringList({u"2:70>140"_s, u"5:5>10"_s, u"6:6>12"_s}));
    QCOMPARE(watch.model.stagedCount(), 1);
    // A slow one is stopped by the next.
    std::optional<Result<Trials>> slow;
    watch.model.tryChange({{0, 9}}, {Level, u"level + length(pg_sleep(60)::text)"_s, {}}, 3, this,
                          [&slow](const Result<Trials> &got) { slow = got; });
    const auto wrong = test::answer<Trials>([&](const auto &ready) {
        watch.model.tryChange({{0, 9}}, {Level, u"level +"_s, {}}, 3, this, ready);
    });
    QVERIFY(!wrong);
    QVERIFY(slow);
    QCOMPARE(slow->error().kind, Error::Kind::Cancelled);
}

/// With the meaning of the filter, by one statement, and the page shows it.
void ColumnChangeTest::changesOnTheServer()
{
    test::TableModelWatch watch(m_database.profile());
    open(watch, {{{u"id"_s}}, {{u"level"_s, u"<=10"_s}}, {}, u"id > 2"_s});
    QVERIFY(watch.edit(0, Name, u"mine"_s));
    const auto done = test::answer<qint64>([&](const auto &ready) {
        watch.model.changeOnServer({Price, u"level * 10"_s, {}}, 8, this, ready);
    });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(*done, 8);
    QCOMPARE(rows(u"SELECT count(*) FROM things WHERE price = level * 10"_s), u"8"_s);
    QTRY_COMPARE(watch.cell(0, Price), u"30.00"_s);
    QCOMPARE(watch.cell(0, Name), u"mine"_s);
    watch.model.commit();
    QTRY_COMPARE(watch.committed.size(), 1);
    QCOMPARE(rows(u"SELECT name, price FROM things WHERE id = 3"_s), u"mine|30.00"_s);
}

void ColumnChangeTest::keepsWhatWasNotCounted()
{
    test::TableModelWatch watch(m_database.profile());
    open(watch, {{{u"id"_s}}, {{u"level"_s, u"<=10"_s}}, {}, {}});
    const auto change = [&](const ColumnChange &what, qint64 expected) {
        return test::answer<qint64>(
            [&](const auto &ready) { watch.model.changeOnServer(what, expected, this, ready); });
    };
    const auto counted = change({Price, {}, "1"_ba}, 9);
    QVERIFY(!counted);
    QCOMPARE(counted.error().kind, Error::Kind::Conflict);
    const auto failing = change({Level, u"level + 2995"_s, {}}, 10);  // the check of the table
    QVERIFY(!failing);
    QVERIFY(!change({Level, u"level +"_s, {}}, 10));
    QVERIFY(!change({Level, {}, "x"_ba}, 10));
    QCOMPARE(rows(u"SELECT sum(price), sum(level) FROM things"_s), u"3001500.00|2001000"_s);
}

void ColumnChangeTest::staysWhereRowsAreLocked()
{
    test::TableModelWatch watch(m_database.profile());
    open(watch, {{{u"id"_s}}, {{u"level"_s, u"<=10"_s}}, {}, {}});
    auto other = Session::open(m_database.profile());
    QVERIFY((*other)->script(u"BEGIN; UPDATE things SET level = 0 WHERE id = 3"_s));
    const auto done = test::answer<qint64>([&](const auto &ready) {
        watch.model.changeOnServer({Price, {}, "1"_ba}, 10, this, ready);
    });
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(u"locked"_s), qPrintable(done.error().toText()));
    QCOMPARE(rows(u"SELECT count(*) FROM things WHERE price = 1"_s), u"0"_s);
}

QTEST_MAIN(ColumnChangeTest)
#include "tst_columnchange.moc"
