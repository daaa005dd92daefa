// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tablemodelwatch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using test::liveSchema;
using test::TableModelWatch;

namespace {

enum Column { Id, Name, Level, Note };

Error errorOf(const QSignalSpy &spy)
{
    return spy.constLast().at(0).value<Error>();
}

}  // namespace

/// Editing: what is staged, how long it lives, and what a commit makes of it.
class TableModelEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<CommitFailure>();
        m_database.run(u"CREATE ROLE model_slow LOGIN; ALTER ROLE model_slow SET "
                       "statement_timeout = '300ms';"
                       "CREATE ROLE model_locked LOGIN; ALTER ROLE model_locked SET "
                       "default_transaction_read_only = on"_s);
    }

    void cleanupTestCase()
    {
        m_database.run(u"DROP OWNED BY model_slow, model_locked;"
                       "DROP ROLE model_slow, model_locked"_s);
    }

    void init()
    {
        m_database.run(
            u"DROP TABLE IF EXISTS players CASCADE;"
            "CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL UNIQUE,"
            " level int NOT NULL DEFAULT 1 CHECK (level < 1000), note text);"
            "INSERT INTO players (name, level, note) SELECT 'p' || n, n % 100,"
            " CASE n % 3 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'n' END"
            " FROM generate_series(1, 5000) n;"
            "GRANT ALL ON players, players_id_seq TO model_slow, model_locked; ANALYZE players"_s);
    }

    void stagesAndUnstages()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QSignalSpy staged(&watch.model, &TableModel::stagedChanged);
        QVERIFY(watch.edit(0, Name, u"Arne"_s));
        QCOMPARE(watch.cell(0, Name), u"Arne"_s);
        QCOMPARE(watch.model.stagedCount(), 1);
        QCOMPARE(staged.constLast().at(0).toInt(), 1);
        const QModelIndex name = watch.model.index(0, Name);
        QCOMPARE(name.data(TableModel::RowStateRole).toInt(), TableModel::Edited);
        QCOMPARE(name.data(TableModel::CellStateRole).toInt(), TableModel::Changed);
        QCOMPARE(name.data(TableModel::OriginalRole).toString(), u"p1"_s);
        QCOMPARE(watch.model.index(0, Level).data(TableModel::CellStateRole).toInt(),
                 TableModel::Clean);
        QVERIFY(watch.edit(0, Name, u"p1"_s));
        QCOMPARE(watch.model.stagedCount(), 0);
        QCOMPARE(name.data(TableModel::RowStateRole).toInt(), TableModel::Unchanged);
    }

    void nullAndEmptyStayApart()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QCOMPARE(watch.cell(0, Note), QString());
        QCOMPARE(watch.cell(2, Note), u"∅"_s);
        QVERIFY(watch.edit(0, Note, QString()));
        QVERIFY(watch.edit(0, Note, u""_s));
        QVERIFY(watch.model.setNull(watch.model.index(2, Note)));
        QCOMPARE(watch.model.stagedCount(), 0);
        QVERIFY(watch.model.setNull(watch.model.index(0, Note)));
        QVERIFY(watch.edit(2, Note, u""_s));
        QCOMPARE(watch.model.stagedCount(), 2);
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT note FROM players WHERE id IN (1, 3) ORDER BY id"_s),
                 u"∅\n"_s);
        QTRY_VERIFY(!watch.model.isCommitting());
        QCOMPARE(watch.cell(0, Note), u"∅"_s);
        QCOMPARE(watch.cell(2, Note), QString());
    }

    void refusesWhatCannotBe()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(!watch.edit(0, Name, QString(101, u'x')));
        QVERIFY(!watch.edit(0, Level, u"many"_s));
        QVERIFY(!watch.edit(0, Level, u""_s));
        QVERIFY(!watch.model.setNull(watch.model.index(0, Level)));
        QCOMPARE(watch.rejected.size(), 4);
        QVERIFY(watch.rejected.at(0).at(1).value<Error>().message.contains(u"players.name"_s));
        QCOMPARE(watch.model.stagedCount(), 0);
        QCOMPARE(watch.cell(0, Name), u"p1"_s);
    }

    void editsSurviveEverythingShown()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"Arne"_s));
        QVERIFY(watch.model.removeRows(1, 1));
        QVERIFY(watch.model.insertRows(0, 1));
        QVERIFY(watch.edit(0, Name, u"new"_s));
        QCOMPARE(watch.model.stagedCount(), 3);
        const TableChanges before = watch.model.changes();

        watch.model.goToEnd();
        QTRY_COMPARE(watch.row(std::max(0, watch.model.rowCount() - 1)), u"5000|p5000|0|n"_s);
        QCOMPARE(watch.model.totalRows(), 5001);
        watch.model.sort(Name, Qt::DescendingOrder);
        QTRY_COMPARE(watch.loaded.size(), 2);
        TableQuery query;
        query.filters.insert(u"id"_s, u"1..2"_s);
        watch.model.setQuery(query);
        QTRY_COMPARE(watch.loaded.size(), 3);
        QCOMPARE(watch.row(0), u"|new||∅"_s);
        QCOMPARE(watch.row(1), u"1|Arne|1|"_s);
        QCOMPARE(watch.model.index(2, Id).data(TableModel::RowStateRole).toInt(),
                 TableModel::Deleted);
        QCOMPARE(watch.model.rowCount(), 3);
        watch.model.refresh();
        QTRY_VERIFY(!watch.model.isLoading());
        QCOMPARE(watch.row(1), u"1|Arne|1|"_s);
        QCOMPARE(watch.model.stagedCount(), 3);
        QCOMPARE(watch.model.changes().rows.size(), before.rows.size());

        watch.model.discard();
        QCOMPARE(watch.model.rowCount(), 2);
        QCOMPARE(watch.row(0), u"1|p1|1|"_s);
        QCOMPARE(watch.model.stagedCount(), 0);
    }

    void commitsEverythingAtOnce()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"Arne"_s));
        QVERIFY(watch.edit(0, Level, u"67"_s));
        QVERIFY(watch.model.removeRows(1, 2));
        QVERIFY(watch.model.insertRows(0, 2));
        QVERIFY(watch.edit(0, Name, u"Auby"_s));
        QVERIFY(watch.edit(1, Name, u"Bodil"_s));
        QCOMPARE(watch.model.index(0, Id).data(TableModel::IsDefaultRole).toBool(), true);
        QVERIFY(watch.model.previewSql().contains(u"Bodil"_s));
        const qint64 total = watch.model.totalRows();
        commit(watch);
        const auto report = watch.committed.at(0).at(0).value<CommitReport>();
        QCOMPARE(report.updated, 1);
        QCOMPARE(report.deleted, 2);
        QCOMPARE(report.inserted, 2);
        QCOMPARE(report.newKeys.size(), 2);
        QCOMPARE(watch.model.stagedCount(), 0);
        QTRY_VERIFY(!watch.model.isCommitting());
        QCOMPARE(watch.row(0), u"1|Arne|67|"_s);
        QCOMPARE(watch.row(1), u"4|p4|4|"_s);
        QCOMPARE(watch.model.totalRows(), total - 2);
        QCOMPARE(m_database.rows(u"SELECT name, level FROM players WHERE id > 5000 ORDER BY 1"_s),
                 u"Auby|1\nBodil|1"_s);
        QVERIFY(watch.edit(0, Name, u"again"_s));  // the guard knows the new version
        commit(watch);
    }

    void failedCommitMarksTheCellAndKeepsAll()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"fine"_s));
        QVERIFY(watch.edit(4, Level, u"5000"_s));
        watch.model.commit();
        QVERIFY(watch.model.isCommitting());
        QVERIFY(!watch.edit(5, Name, u"late"_s));
        QTRY_COMPARE(watch.commitFailed.size(), 1);
        QVERIFY(!watch.model.isCommitting());
        const QModelIndex cell = watch.commitFailed.at(0).at(1).toModelIndex();
        QCOMPARE(cell.row(), 4);
        QCOMPARE(cell.column(), int(Level));
        QCOMPARE(cell.data(TableModel::CellStateRole).toInt(), TableModel::Failed);
        QVERIFY(!cell.data(TableModel::ErrorRole).toString().isEmpty());
        QCOMPARE(watch.model.stagedCount(), 2);
        QCOMPARE(m_database.rows(u"SELECT name FROM players WHERE id = 1"_s), u"p1"_s);
        QVERIFY(watch.edit(4, Level, u"500"_s));
        QCOMPARE(cell.data(TableModel::CellStateRole).toInt(), TableModel::Changed);
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT level FROM players WHERE id = 5"_s), u"500"_s);
    }

    void conflictIsSaidNotOverwritten()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"mine"_s));
        QVERIFY(watch.edit(1, Name, u"also mine"_s));
        m_database.run(u"UPDATE players SET name = 'theirs' WHERE id = 1;"
                       "UPDATE players SET level = 99 WHERE id = 2"_s);
        watch.model.commit();
        QTRY_COMPARE(watch.commitFailed.size(), 1);
        const auto failure = watch.commitFailed.at(0).at(0).value<CommitFailure>();
        QCOMPARE(failure.error.kind, Error::Kind::Conflict);
        QCOMPARE(failure.conflicts.size(), 1);
        QCOMPARE(failure.conflicts.first().primaryKey, RowKey{"1"});
        QCOMPARE(m_database.rows(u"SELECT name FROM players WHERE id = 1"_s), u"theirs"_s);
        QCOMPARE(watch.model.stagedCount(), 2);
        QCOMPARE(watch.model.index(0, Name).data(TableModel::ErrorRole).toString(),
                 u"Somebody else changed it: it was p1 and is theirs now."_s);
        // After a refresh the other one, where another field was changed, goes through.
        watch.model.refresh();
        QTRY_VERIFY(!watch.model.isLoading());
        watch.model.revertRow(0);
        QCOMPARE(watch.cell(0, Name), u"theirs"_s);
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT name, level FROM players WHERE id = 2"_s),
                 u"also mine|99"_s);
    }

    /// What was to be deleted is another row now: it goes when a person says so again, not before.
    void deletedAgainAfterAConflict()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.model.removeRows(0, 2));
        m_database.run(u"UPDATE players SET name = 'theirs ' || id WHERE id IN (1, 2)"_s);
        for (const int failures : {1, 2}) {
            watch.model.commit();
            QTRY_COMPARE(watch.commitFailed.size(), failures);
            watch.model.refresh();
            QTRY_VERIFY(!watch.model.isLoading());
            QCOMPARE(watch.model.stagedCount(), 2);
        }
        QCOMPARE(m_database.rows(u"SELECT count(*) FROM players WHERE id IN (1, 2)"_s), u"2"_s);
        QVERIFY(watch.model.removeRows(0, 2));
        QCOMPARE(watch.model.stagedCount(), 2);
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT count(*) FROM players WHERE id IN (1, 2)"_s), u"0"_s);
    }

    void revertsCellsAndRows()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"a"_s));
        QVERIFY(watch.edit(0, Level, u"2"_s));
        watch.model.revert({watch.model.index(0, Name)});
        QCOMPARE(watch.row(0), u"1|p1|2|"_s);
        QVERIFY(watch.model.removeRows(0, 1));
        QVERIFY(!watch.edit(0, Name, u"b"_s));
        watch.model.revertRow(0);
        QCOMPARE(watch.row(0), u"1|p1|1|"_s);
        QVERIFY(watch.model.insertRows(0, 1));
        watch.model.revertRow(0);
        QCOMPARE(watch.row(0), u"1|p1|1|"_s);
        QVERIFY(watch.model.insertRows(0, 3));
        QVERIFY(watch.model.removeRows(1, 3));  // two new ones and the first of the table
        QCOMPARE(watch.model.stagedCount(), 2);
        QCOMPARE(watch.model.totalRows(), 5001);
    }

    void cutValuesAreReadBeforeTheyAreEdited()
    {
        m_database.run(u"UPDATE players SET note = repeat('long'||chr(10), 1000) WHERE id = 1"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        const QModelIndex cell = watch.model.index(0, Note);
        QVERIFY(cell.data(TableModel::IsCutRole).toBool());
        QVERIFY(cell.data().toString().size() < 2000);
        QVERIFY(!watch.model.flags(cell).testFlag(Qt::ItemIsEditable));
        SqlValue whole;
        watch.model.readCell(cell, this, [&](const Result<SqlValue> &value) { whole = *value; });
        QTRY_VERIFY(whole);
        QCOMPARE(whole->size(), 5000);
        QVERIFY(!cell.data(TableModel::IsCutRole).toBool());
        QCOMPARE(cell.data(Qt::EditRole).toString().size(), 5000);
        QVERIFY(watch.edit(0, Note, QString::fromUtf8(*whole) + u"end"_s));
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT length(note) FROM players WHERE id = 1"_s), u"5003"_s);
    }

    void readsRowsThatAreNotLoaded()
    {
        m_database.run(u"UPDATE players SET note = repeat('x', 3000) WHERE id = 4000"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(1, Name, u"edited"_s));
        QVERIFY(watch.model.insertRows(0, 1));
        QVERIFY(watch.edit(0, Name, u"new"_s));
        auto rows = read(watch, {{0, 2}, {3990, 4010}, {4990, 5000}});
        QCOMPARE(rows.size(), 3 + 21 + 11);
        QCOMPARE(rows.at(0).at(Name), SqlValue("new"));
        QCOMPARE(rows.at(1).at(Id), SqlValue("1"));
        QCOMPARE(rows.at(2).at(Name), SqlValue("edited"));
        QCOMPARE(rows.at(3).at(Id), SqlValue("3990"));
        QCOMPARE(rows.at(13).at(Note)->size(), 3000);
        QCOMPARE(rows.constLast().at(Id), SqlValue("5000"));
        QCOMPARE(read(watch, {{1, 5000}}).size(), 5000);
        watch.model.goToEnd();
        QTRY_COMPARE(watch.at(5000), u"5000|p5000|0|n"_s);
        rows = read(watch, {{2001, 2003}});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).at(Id), SqlValue("2001"));
    }

    void newRowsWaitAtTheStart()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        watch.model.require(3000, 40);
        QTRY_COMPARE(watch.at(3000), u"3001|p3001|1|"_s);
        QTRY_VERIFY(watch.model.positionIsExact());
        const int rows = watch.model.rowCount();
        const qint64 first = watch.model.firstPosition();
        QVERIFY(watch.model.insertRows(0, 2));
        QCOMPARE(watch.model.rowCount(), rows);
        QCOMPARE(watch.model.firstPosition(), first + 2);
        QCOMPARE(watch.at(3002), u"3001|p3001|1|"_s);
        watch.model.goToStart();
        QTRY_COMPARE(watch.model.firstPosition(), 0);
        QCOMPARE(watch.model.index(1, 0).data(TableModel::RowStateRole).toInt(), TableModel::New);
        QCOMPARE(watch.at(2), u"1|p1|1|"_s);
        watch.model.require(1500, 40);
        QTRY_COMPARE(watch.at(1502), u"1501|p1501|1|"_s);
        watch.model.discard();
        QCOMPARE(watch.at(1500), u"1501|p1501|1|"_s);
    }

    void columnDroppedByAnotherSession()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"kept"_s));
        QVERIFY(watch.edit(0, Level, u"7"_s));
        m_database.run(u"ALTER TABLE players DROP COLUMN level"_s);
        watch.model.goToEnd();
        QTRY_COMPARE(watch.failed.size(), 1);
        QVERIFY2(errorOf(watch.failed).hint.contains(u"refresh"_s),
                 qPrintable(errorOf(watch.failed).toText()));
        QCOMPARE(watch.cell(0, Name), u"kept"_s);
        watch.model.refresh();
        QTRY_COMPARE(watch.loaded.size(), 2);
        QCOMPARE(watch.model.columnCount(), 3);
        QCOMPARE(watch.row(0), u"1|kept|"_s);
        QCOMPARE(watch.model.changes().rows.first().after.size(), 1);
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT name FROM players WHERE id = 1"_s), u"kept"_s);
    }

    void tableDropped()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"kept"_s));
        m_database.run(u"DROP TABLE players"_s);
        watch.model.require(3000, 40);
        QTRY_COMPARE(watch.failed.size(), 1);
        QVERIFY(errorOf(watch.failed).message.contains(u"players: the table is no longer"_s));
        watch.model.refresh();
        QTRY_COMPARE(watch.failed.size(), 2);
        QCOMPARE(errorOf(watch.failed).kind, Error::Kind::NotFound);
        watch.model.commit();
        QTRY_COMPARE(watch.commitFailed.size(), 1);
        QCOMPARE(watch.cell(0, Name), u"kept"_s);
        QCOMPARE(watch.model.stagedCount(), 1);
        init();
        watch.model.refresh();
        QTRY_VERIFY(!watch.model.isLoading());
        QCOMPARE(watch.cell(0, Name), u"kept"_s);
        QCOMPARE(watch.cell(1, Name), u"p2"_s);
    }

    void serverThatIsReadOnly()
    {
        TableModelWatch watch(m_database.profileAs(u"model_locked"_s));
        open(watch);
        QTRY_VERIFY(!watch.model.readOnlyReason().isEmpty());
        QVERIFY(!watch.edit(0, Name, u"x"_s));
    }

    void statementTimeoutOfTheRole()
    {
        TableModelWatch watch(m_database.profileAs(u"model_slow"_s));
        open(watch);
        QVERIFY(watch.edit(0, Name, u"kept"_s));
        TableQuery slow;
        slow.where = u"pg_sleep(0.01) IS NOT NULL AND level < 0"_s;
        watch.model.setQuery(slow);
        QTRY_COMPARE(watch.failed.size(), 1);
        QCOMPARE(errorOf(watch.failed).kind, Error::Kind::Timeout);
        QCOMPARE(watch.cell(0, Name), u"kept"_s);
        watch.model.require(2000, 40);
        QTRY_COMPARE(watch.at(2001), u"2002|p2002|2|"_s);
    }

    void commitWhoseConnectionDies()
    {
        m_database.run(u"CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                       "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;"
                       "CREATE TRIGGER die BEFORE UPDATE ON players FOR EACH ROW "
                       "WHEN (NEW.name = 'die') EXECUTE FUNCTION die()"_s);
        TableModelWatch watch(m_database.profile());
        open(watch);
        QVERIFY(watch.edit(0, Name, u"die"_s));
        watch.model.commit();
        QTRY_COMPARE(watch.commitFailed.size(), 1);
        QCOMPARE(watch.commitFailed.at(0).at(0).value<CommitFailure>().error.kind,
                 Error::Kind::Connection);
        QCOMPARE(watch.model.stagedCount(), 1);
        m_database.run(u"DROP TRIGGER die ON players; DROP FUNCTION die()"_s);
        commit(watch);
        QCOMPARE(m_database.rows(u"SELECT name FROM players WHERE id = 1"_s), u"die"_s);
    }

    /// Everything at random, under the model tester.
    void anythingInAnyOrder()
    {
        TableModelWatch watch(m_database.profile());
        open(watch);
        QRandomGenerator random(3);
        for (int round = 0; round < 400; ++round) {
            const int row = random.bounded(std::max(1, watch.model.rowCount()));
            switch (random.bounded(12)) {
            case 0:
                watch.model.require(random.bounded(5000), 40);
                break;
            case 1:
                watch.model.require(watch.model.firstPosition() + row, 40);
                break;
            case 2:
                watch.edit(row, Level, QString::number(random.bounded(900)));
                break;
            case 3:
                watch.model.removeRows(row, 1);
                break;
            case 4:
                watch.model.insertRows(0, 1);
                watch.edit(0, Name, u"r%1"_s.arg(round));
                break;
            case 5:
                watch.model.revertRow(row);
                break;
            case 6:
                watch.model.sort(random.bounded(4), Qt::SortOrder(random.bounded(2)));
                break;
            case 7:
                watch.model.refresh();
                break;
            case 8:
                watch.model.goToEnd();
                break;
            case 9:
                watch.model.commit();
                break;
            case 10:
                watch.model.goToKey({QByteArray::number(random.bounded(5000))});
                break;
            case 11:
                watch.model.goToStart();
                break;
            }
            QTest::qWait(random.bounded(8));
        }
        QTRY_VERIFY(!watch.model.isCommitting() && !watch.model.isLoading());
        watch.model.discard();
        watch.model.setQuery({});
        QTRY_VERIFY(!watch.model.isLoading());
        QCOMPARE(watch.row(0), m_database.rows(u"SELECT * FROM players ORDER BY id LIMIT 1"_s));
    }

private:
    void open(TableModelWatch &watch)
    {
        watch.model.open(liveSchema(watch.connections.profile(), u"players"_s));
        QTRY_COMPARE(watch.loaded.size(), 1);
        QTRY_COMPARE(watch.model.totalRows(), 5000);
    }

    void commit(TableModelWatch &watch)
    {
        const qsizetype before = watch.committed.size();
        const qsizetype failed = watch.commitFailed.size();
        watch.model.commit();
        QTRY_VERIFY(watch.committed.size() + watch.commitFailed.size() > before + failed);
        QVERIFY2(
            watch.commitFailed.size() == failed,
            qPrintable(
                watch.commitFailed.size() == failed
                    ? QString()
                    : watch.commitFailed.constLast().at(0).value<CommitFailure>().error.toText()));
        QTRY_VERIFY(!watch.model.isCommitting());
    }

    QList<QList<SqlValue>> read(TableModelWatch &watch,
                                const QList<QPair<qint64, qint64>> &positions)
    {
        std::optional<Result<QList<QList<SqlValue>>>> answer;
        watch.model.readRows(positions, this, [&](const auto &rows) { answer = rows; });
        [&] { QTRY_VERIFY(answer); }();
        return answer && *answer ? **answer : QList<QList<SqlValue>>();
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(TableModelEditsTest)
#include "tst_tablemodeledits.moc"
