// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/connections.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using roster::test::TableModelWatch;

namespace {
constexpr int Name = 1;
constexpr int Level = 2;
constexpr int Note = 3;
constexpr int columns = 4;
constexpr qint64 rowsInAll = 6000;

/// Column `first` to `last` of these rows.
GridSelection cells(qint64 from, qint64 to, int first, int last)
{
    GridSelection selection;
    selection.set({from, to, first, last});
    return selection;
}
}  // namespace

/// What is done to many rows at once, most of them not loaded, on a real database.
class TableModelStagingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.run(
            u"DROP TABLE IF EXISTS players CASCADE;"
            "CREATE TABLE players (id int PRIMARY KEY, name text NOT NULL,"
            " level int NOT NULL, note text, made int GENERATED ALWAYS AS (level * 2) STORED);"
            "INSERT INTO players (id, name, level, note)"
            " SELECT n, 'p' || n, n % 100, 'n' || n FROM generate_series(1, 6000) n;"
            "ANALYZE players"_s);
    }

    void setsNullInRowsThatAreNotLoaded()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QCOMPARE(set(watch, cells(0, GridSelection::toEnd, Note, Note), {{Note, std::nullopt}}),
                 u"6000"_s);
        QCOMPARE(watch.model.stagedCount(), 6000);
        QCOMPARE(watch.cell(0, Note), u"∅"_s);
        watch.model.goToEnd();
        QTRY_COMPARE(watch.at(5999), u"6000|p6000|0|∅|0"_s);
        QCOMPARE(commit(watch), u"6000 rows"_s);
        QCOMPARE(m_database.rows(u"SELECT count(*), count(note), sum(level) FROM players"_s),
                 u"6000|0|297000"_s);
    }

    void setsOnlyTheSelectedCells()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        GridSelection selection = cells(3000, 3009, Name, Name);
        selection.add({4000, 4001, Note, Note});
        QCOMPARE(set(watch, selection, {{Name, SqlValue("")}, {Note, SqlValue("x")}}), u"12"_s);
        QCOMPARE(commit(watch), u"12 rows"_s);
        QCOMPARE(m_database.rows(u"SELECT count(*) FILTER (WHERE name = ''),"
                                 " min(id) FILTER (WHERE name = ''),"
                                 " count(*) FILTER (WHERE note = 'x'),"
                                 " max(id) FILTER (WHERE note = 'x') FROM players"_s),
                 u"10|3001|2|4002"_s);
    }

    void refusesAllWhereOneColumnCannot()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QCOMPARE(set(watch, cells(0, GridSelection::toEnd, Level, Note),
                     {{Level, std::nullopt}, {Note, std::nullopt}}),
                 u"players.level: it must not be NULL."_s);
        QCOMPARE(set(watch, cells(0, 1, 4, 4), {{4, std::nullopt}}),
                 u"players.made: the server makes this value itself."_s);
        QCOMPARE(watch.model.stagedCount(), 0);
    }

    void refusesMoreThanItCanKeep()
    {
        m_database.run(u"INSERT INTO players (id, name, level)"
                       " SELECT n, 'more', 1 FROM generate_series(6001, 100001) n"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(!watch.model.totalIsExact());
        const QString said =
            set(watch, cells(0, GridSelection::toEnd, Note, Note), {{Note, std::nullopt}});
        QVERIFY2(said.startsWith(u"These are too many rows to change at once: at most 100,000."_s),
                 qPrintable(said));
        QCOMPARE(watch.model.stagedCount(), 0);
        // The last one less fits.
        QCOMPARE(set(watch, cells(1, GridSelection::toEnd, Note, Note), {{Note, std::nullopt}}),
                 u"100000"_s);
    }

    void setsWhatAPageCut()
    {
        m_database.run(u"UPDATE players SET note = repeat('å', 5000) WHERE id IN (1, 5000)"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        QCOMPARE(set(watch, cells(0, 0, Note, Note), {{Note, std::nullopt}}), u"1"_s);
        QCOMPARE(set(watch, cells(4999, 4999, Note, Note), {{Note, SqlValue("")}}), u"1"_s);
        QCOMPARE(commit(watch), u"2 rows"_s);
        QCOMPARE(m_database.rows(u"SELECT note FROM players WHERE id IN (1, 5000) ORDER BY id"_s),
                 u"∅\n"_s);
    }

    void newRowsAreAmongThem()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.model.insertRows(0, 2));
        QVERIFY(watch.edit(0, Name, u"new"_s));
        QCOMPARE(set(watch, cells(1, 3001, Note, Note), {{Note, SqlValue("all")}}), u"3001"_s);
        QCOMPARE(watch.cell(0, Note), u"∅"_s);
        QCOMPARE(watch.cell(1, Note), u"all"_s);
        QCOMPARE(watch.cell(2, Note), u"all"_s);
        QCOMPARE(revert(watch, cells(0, 3000, 0, columns)), QString());
        QCOMPARE(watch.model.stagedCount(), 1);  // the last one
        QCOMPARE(watch.cell(0, Name), u"p1"_s);
    }

    void rowsToBeDeletedStayAsTheyAre()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.model.removeRows(5, 1));
        QCOMPARE(set(watch, cells(0, 2000, Note, Note), {{Note, std::nullopt}}), u"2001"_s);
        QCOMPARE(commit(watch), u"2001 rows"_s);
        QCOMPARE(m_database.rows(u"SELECT count(*), count(*) - count(note) FROM players"_s),
                 u"5999|2000"_s);
    }

    void revertsWhatIsNotLoaded()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QCOMPARE(set(watch, cells(0, 4999, Note, Note), {{Note, std::nullopt}}), u"5000"_s);
        QCOMPARE(remove(watch, {{4000, 4099}}), u"100"_s);
        QCOMPARE(revert(watch, cells(3000, 4049, Name, Name)), QString());
        QCOMPARE(watch.model.stagedCount(), 4950);  // deletions go by any cell, the notes stay
        QCOMPARE(revert(watch, cells(1000, 3999, Name, Note)), QString());
        QCOMPARE(watch.model.stagedCount(), 1950);
        QCOMPARE(revert(watch, cells(0, GridSelection::toEnd, 0, columns)), QString());
        QCOMPARE(watch.model.stagedCount(), 0);
    }

    void deletesNewRowsWithTheOthers()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.model.insertRows(0, 2));
        QCOMPARE(remove(watch, {{1, GridSelection::toEnd}}), u"6001"_s);
        QCOMPARE(watch.model.stagedCount(), 6001);
        QCOMPARE(watch.model.index(0, 0).data(TableModel::RowStateRole).toInt(), TableModel::New);
        QCOMPARE(watch.model.index(1, 0).data(TableModel::RowStateRole).toInt(),
                 TableModel::Deleted);
    }

    void editsMadeMeanwhileAreNotLost()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        std::optional<Result<int>> answer;
        watch.model.setSelected(cells(0, 5999, Note, Note), {{Note, std::nullopt}}, this,
                                [&](const auto &rows) { answer = rows; });
        QVERIFY(watch.edit(0, Name, u"meanwhile"_s));
        QTRY_VERIFY(answer);
        QVERIFY(!*answer);
        QCOMPARE(watch.model.stagedCount(), 1);
        QCOMPARE(watch.cell(0, Name), u"meanwhile"_s);
    }

    void stopsWhenAsked()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QSignalSpy working(&watch.model, &TableModel::workingChanged);
        std::optional<Result<int>> answer;
        const auto held = m_database.open();
        QVERIFY(held->script(u"BEGIN; LOCK TABLE players"_s));
        watch.model.setSelected(cells(0, 5999, Note, Note), {{Note, std::nullopt}}, this,
                                [&](const auto &rows) { answer = rows; });
        QVERIFY(watch.model.isWorking());
        watch.model.cancel();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
        QVERIFY(!watch.model.isWorking());
        QCOMPARE(working.size(), 2);
        QCOMPARE(watch.model.stagedCount(), 0);
    }

    void copiesMoreThanTheEstimate()
    {
        m_database.run(u"INSERT INTO players (id, name, level)"
                       " SELECT n, 'more', 1 FROM generate_series(6001, 9000) n"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        const auto text = read(watch, {{0, GridSelection::toEnd}}, {0}, RowFormat::Kind::Csv);
        QVERIFY(text);
        QCOMPARE(text->rows, 9000);
        QVERIFY(text->text.startsWith(u"id\n1\n2\n"_s));
        QVERIFY(text->csv.endsWith("\n8999\n9000\n"));
    }

    void copiesHostileValues_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("text");
        QTest::newRow("tab") << u"E'a\\tb'"_s << u"\"a\tb\""_s;
        QTest::newRow("line ends") << u"E'a\\r\\nb'"_s << u"\"a\r\nb\""_s;
        QTest::newRow("quotes") << u"'say \"no\"'"_s << u"\"say \"\"no\"\"\""_s;
        QTest::newRow("empty") << u"''"_s << u"\"\""_s;
        QTest::newRow("null") << u"NULL"_s << QString();
        QTest::newRow("looks like NULL") << u"'NULL'"_s << u"NULL"_s;
        QTest::newRow("control characters") << u"E'\\x01\\x1b'"_s << u"\u0001\u001b"_s;
        QTest::newRow("beyond 16 bits") << u"'🐉 ש'"_s << u"🐉 ש"_s;
    }

    void copiesHostileValues()
    {
        QFETCH(QString, sql);
        QFETCH(QString, text);
        m_database.run(u"UPDATE players SET note = %1 WHERE id IN (2, 5000)"_s.arg(sql));
        TableModelWatch watch(m_database.profile());
        open(watch);
        const auto near = read(watch, {{1, 1}}, {0, Note}, RowFormat::Kind::Tsv);
        QCOMPARE(near->text, u"2\t"_s + text);
        const auto far = read(watch, {{4999, 4999}}, {0, Note}, RowFormat::Kind::Tsv);
        QCOMPARE(far->text, u"5000\t"_s + text);
    }

    void saysThatATextIsTooLong()
    {
        m_database.run(u"UPDATE players SET note = repeat('x', 40000000) WHERE id = 1"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        const auto one = read(watch, {{0, 0}}, {Note}, RowFormat::Kind::Tsv);
        QVERIFY(one);
        QCOMPARE(one->text.size(), 40000000);
        const QList<int> sevenTimes(7, Note);
        const auto all = read(watch, {{0, GridSelection::toEnd}}, sevenTimes, RowFormat::Kind::Tsv);
        QVERIFY(!all);
        QCOMPARE(all.error().kind, Error::Kind::Refused);
        QVERIFY2(all.error().message.contains(u"256"_s), qPrintable(all.error().toText()));
        QVERIFY(!all.error().hint.isEmpty());
    }

    void saysThatTheTableWentWhileCopying()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        m_database.run(u"DROP TABLE players"_s);
        const auto text = read(watch, {{0, 5999}}, {0}, RowFormat::Kind::Tsv);
        QVERIFY(!text);
        QCOMPARE(text.error().sqlState, u"42P01"_s);
        // What is loaded is still here.
        QCOMPARE(read(watch, {{0, 1}}, {0}, RowFormat::Kind::Tsv)->text, u"1\n2"_s);
    }

    void copiesWhatIsLoadedWithoutAConnection()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        std::optional<Result<TableModel::RowsText>> text;
        const auto held = m_database.open();
        QVERIFY(held->script(u"BEGIN; LOCK TABLE players"_s));
        watch.model.readText({{0, 5999}}, {0}, RowFormat::Kind::Tsv, this,
                             [&](const auto &made) { text = made; });
        QTRY_VERIFY(m_database.rows(u"SELECT count(*) FROM pg_stat_activity"
                                    " WHERE datname = current_database()"
                                    " AND wait_event_type = 'Lock'"_s)
                    == u"1"_s);
        m_database.run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                       " WHERE datname = current_database() AND wait_event_type = 'Lock'"_s);
        QTRY_VERIFY(text);
        QVERIFY(!*text);
        QCOMPARE(text->error().kind, Error::Kind::Connection);
        QCOMPARE(read(watch, {{0, 1}}, {0}, RowFormat::Kind::Tsv)->text, u"1\n2"_s);
        QVERIFY(!watch.model.isWorking());
    }

private:
    void open(TableModelWatch &watch)
    {
        watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
        QTRY_COMPARE(watch.loaded.size(), 1);
    }

    static QString said(const std::optional<Result<int>> &answer)
    {
        if (!answer)
            return u"no answer"_s;
        return *answer ? QString::number(**answer) : (*answer).error().message;
    }

    QString set(TableModelWatch &watch, const GridSelection &selection,
                const QMap<int, SqlValue> &values)
    {
        std::optional<Result<int>> answer;
        watch.model.setSelected(selection, values, this, [&](const auto &rows) { answer = rows; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 20000); }();
        return said(answer);
    }

    QString remove(TableModelWatch &watch, const TableModel::Runs &rows)
    {
        std::optional<Result<int>> answer;
        watch.model.removePositions(rows, this, [&](const auto &count) { answer = count; });
        [&] { QTRY_VERIFY(answer); }();
        return said(answer);
    }

    /// What went wrong.
    QString revert(TableModelWatch &watch, const GridSelection &selection)
    {
        std::optional<Result<int>> answer;
        watch.model.revertSelected(selection, this, [&](const auto &rows) { answer = rows; });
        [&] { QTRY_VERIFY(answer); }();
        return answer && *answer ? QString() : said(answer);
    }

    QString commit(TableModelWatch &watch)
    {
        watch.model.commit();
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(watch.committed.size() + watch.commitFailed.size(), 20000);
        }();
        if (!watch.commitFailed.isEmpty())
            return watch.commitFailed.constLast().at(0).value<CommitFailure>().error.toText();
        const auto report = watch.committed.constLast().at(0).value<CommitReport>();
        return QString::number(report.updated + report.deleted + report.inserted) + u" rows"_s;
    }

    Result<TableModel::RowsText> read(TableModelWatch &watch, const TableModel::Runs &rows,
                                      const QList<int> &wanted, RowFormat::Kind kind)
    {
        std::optional<Result<TableModel::RowsText>> answer;
        watch.model.readText(rows, wanted, kind, this, [&](const auto &text) { answer = text; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 20000); }();
        return answer ? *answer : Result<TableModel::RowsText>(fail({}));
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(TableModelStagingTest)
#include "tst_tablemodelstaging.moc"
