// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tablemodelwatch.h"

#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using test::liveSchema;
using test::TableModelWatch;

namespace {

constexpr qint64 many = 300000;
constexpr int screen = 40;

TableQuery byLevel()
{
    return {{{u"level"_s, Qt::DescendingOrder}, {u"name"_s, Qt::AscendingOrder}}, {}, {}, {}};
}

}  // namespace

/// Browsing: which rows are where.
class TableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database.run(
            u"CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL, "
            "level int NOT NULL);"
            "INSERT INTO players (name, level) SELECT 'p' || (n::bigint * 7919 % 300007), n % 97 "
            "FROM generate_series(1, 300000) n;"
            "CREATE INDEX ix_players_level_name ON players (level DESC, name, id);"
            "CREATE TABLE few (id int PRIMARY KEY, note text);"
            "INSERT INTO few VALUES (1, 'one'), (2, NULL), (3, '');"
            "CREATE TABLE empty (id int PRIMARY KEY);"
            "CREATE TABLE keyless (n int); INSERT INTO keyless SELECT generate_series(1, 3000);"
            "CREATE VIEW shown AS SELECT id, name FROM players WHERE level = 5;"
            "CREATE ROLE model_reader LOGIN; GRANT SELECT ON players TO model_reader;"
            "CREATE ROLE model_single LOGIN CONNECTION LIMIT 1; GRANT ALL ON players TO "
            "model_single;"
            "ANALYZE"_s);
        const QString all =
            m_database.rows(u"SELECT id, name, level FROM players ORDER BY level DESC, name, id"_s);
        m_order = all.split(u'\n');
        QCOMPARE(m_order.size(), many);
        m_players = liveSchema(m_database.profile(), u"players"_s);
    }

    void cleanupTestCase()
    {
        m_database.run(u"DROP OWNED BY model_reader, model_single;"
                       "DROP ROLE model_reader, model_single"_s);
    }

    void showsTheFirstRowsAndTheTotal()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"few"_s);
        QCOMPARE(watch.model.rowCount(), 3);
        QCOMPARE(watch.row(0), u"1|one"_s);
        QCOMPARE(watch.row(1), u"2|∅"_s);
        QCOMPARE(watch.row(2), u"3|"_s);
        QCOMPARE(watch.model.totalRows(), 3);
        QVERIFY(watch.model.totalIsExact());
        QVERIFY(!watch.model.canFetchMore());
        QCOMPARE(watch.model.headerData(1, Qt::Horizontal).toString(), u"note"_s);
        QCOMPARE(watch.model.headerData(2, Qt::Vertical).toString(), u"3"_s);
    }

    void showsAnEmptyTable()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"empty"_s);
        QCOMPARE(watch.model.rowCount(), 0);
        QCOMPARE(watch.model.totalRows(), 0);
        QVERIFY(watch.model.totalIsExact());
        watch.model.goToEnd();
        watch.model.require(5, 10);
        watch.model.refresh();
        QTRY_VERIFY(!watch.model.isLoading());
        QVERIFY(watch.failed.isEmpty());
    }

    void walksToTheEndInOrder()
    {
        TableModelWatch watch(m_database.profile());
        TableQuery query = byLevel();
        query.filters.insert(u"level"_s, u"<3"_s);
        open(watch, u"players"_s, query);
        const QStringList order = m_order.filter(QRegularExpression(u"[|][0-2]$"_s));
        QVERIFY(order.size() > 8000);
        for (qint64 position = 0; position < order.size(); position += screen) {
            const qint64 last = std::min(position + screen, qint64(order.size())) - 1;
            watch.model.require(position, screen);
            QTRY_VERIFY(!watch.at(last).isEmpty() && !watch.at(position).isEmpty());
            QCOMPARE(watch.at(position), order.at(position));
            QCOMPARE(watch.at(last), order.at(last));
            QVERIFY(watch.model.rowCount() <= 1200);
        }
        QTRY_VERIFY(watch.model.totalIsExact());
        QCOMPARE(watch.model.totalRows(), order.size());
        for (qint64 position = order.size() - 1; position > 0; position -= screen * 7) {
            watch.model.require(position, 1);
            QTRY_VERIFY(!watch.at(position).isEmpty());
            QCOMPARE(watch.at(position), order.at(position));
        }
        watch.model.goToStart();
        QTRY_COMPARE(watch.at(0), order.at(0));
        QVERIFY(watch.model.positionIsExact());
    }

    void jumpsNearAtOnceAndExactlyAfterTheSurvey()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        QTRY_VERIFY(watch.model.totalRows() > many / 2);
        watch.model.require(150000, screen);
        QTRY_VERIFY(!watch.at(150000).isEmpty());
        const qint64 near = m_order.indexOf(watch.at(150000));
        QVERIFY2(std::abs(near - 150000) < many / 20, qPrintable(QString::number(near)));
        QTRY_VERIFY(watch.model.totalIsExact() && watch.model.positionIsExact());
        QCOMPARE(watch.model.totalRows(), many);
        const qint64 first = watch.model.firstPosition();
        QCOMPARE(watch.row(0), m_order.at(first));

        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            const qint64 position = random.bounded(int(many) - screen);
            watch.model.require(position, screen);
            QTRY_VERIFY(!watch.at(position).isEmpty()
                        && !watch.at(position + screen - 1).isEmpty());
            QVERIFY(watch.model.positionIsExact());
            QCOMPARE(watch.at(position), m_order.at(position));
            QCOMPARE(watch.at(position + screen - 1), m_order.at(position + screen - 1));
            QVERIFY(watch.model.rowCount() <= 1200);
        }
        QVERIFY(watch.failed.isEmpty());
    }

    void goesToTheEndAndBack()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        watch.model.goToEnd();
        QTRY_COMPARE(watch.row(std::max(0, watch.model.rowCount() - 1)), m_order.constLast());
        QCOMPARE(watch.model.firstPosition() + watch.model.rowCount(), watch.model.totalRows());
        watch.model.countExactly();
        QTRY_VERIFY(watch.model.totalIsExact());
        QCOMPARE(watch.model.totalRows(), many);
        QCOMPARE(watch.at(many - 1), m_order.constLast());
        QCOMPARE(watch.row(0), m_order.at(watch.model.firstPosition()));
        watch.model.goToStart();
        QTRY_COMPARE(watch.at(0), m_order.at(0));
    }

    void lastRequireCounts()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        QTRY_VERIFY(watch.model.totalRows() > many / 2);
        watch.model.require(100000, screen);
        QTRY_VERIFY(watch.model.totalIsExact() && watch.model.positionIsExact());
        for (qint64 position = 0; position < 250000; position += 2500)
            watch.model.require(position, screen);
        watch.model.require(123456, screen);
        QTRY_COMPARE(watch.at(123456), m_order.at(123456));
    }

    void findsARowByItsKey()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        // Read when it is said: a guessed position moves once it has been counted.
        QString row;
        connect(&watch.model, &TableModel::found, &watch.model,
                [&](qint64 position) { row = watch.at(position); });
        watch.model.goToKey({"4711"});
        QTRY_COMPARE(watch.found.size(), 1);
        QVERIFY2(row.startsWith(u"4711|"_s), qPrintable(row));
        QTRY_VERIFY(watch.model.positionIsExact());
        QCOMPARE(watch.row(0), m_order.at(watch.model.firstPosition()));
        watch.model.goToKey({"99999999"});
        QTRY_COMPARE(watch.failed.size(), 1);
        QCOMPARE(watch.failed.at(0).at(0).value<Error>().kind, Error::Kind::NotFound);
        QVERIFY(watch.model.rowCount() > 0);
    }

    void pagesWhatHasNoKey()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"keyless"_s);
        QVERIFY(watch.model.readOnlyReason().contains(u"no primary key"_s));
        QVERIFY(!watch.model.flags(watch.model.index(0, 0)).testFlag(Qt::ItemIsEditable));
        watch.model.require(1500, screen);
        QTRY_COMPARE(watch.at(1500), u"1501"_s);
        watch.model.goToEnd();
        QTRY_COMPARE(watch.at(2999), u"3000"_s);
        QCOMPARE(watch.model.totalRows(), 3000);
        QVERIFY(watch.model.totalIsExact());
        for (qint64 position = 2990; position >= 0; position -= 130) {
            watch.model.require(position, 10);
            QTRY_COMPARE(watch.at(position), QString::number(position + 1));
        }
        watch.model.refresh();
        QTRY_VERIFY(!watch.model.isLoading());
        QVERIFY(watch.failed.isEmpty());
    }

    void pagesAView()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"shown"_s);
        QVERIFY(watch.model.readOnlyReason().contains(u"view"_s));
        QTRY_VERIFY(watch.model.rowCount() >= 200);
        watch.model.goToEnd();
        QTRY_VERIFY(watch.model.totalIsExact());
        QCOMPARE(QString::number(watch.model.totalRows()),
                 m_database.rows(u"SELECT count(*) FROM shown"_s));
    }

    void keepsCurrentIndexWhileTheWindowShifts()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        watch.model.require(500, screen);
        QTRY_VERIFY(!watch.at(700).isEmpty());
        const QPersistentModelIndex kept(watch.model.index(600, 1));
        const QString name = kept.data().toString();
        for (qint64 position = 500; position < 1300; position += 100) {
            watch.model.require(position, screen);
            QTRY_VERIFY(!watch.model.isLoading());
        }
        QVERIFY(watch.model.firstPosition() > 0);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), name);
        QCOMPARE(watch.model.firstPosition() + kept.row(), 600);
        watch.model.refresh();
        QTRY_VERIFY(!watch.model.isLoading());
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), name);
    }

    void failedQueryKeepsTheRows()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        TableQuery wrong = byLevel();
        wrong.where = u"levle > 3"_s;
        watch.model.setQuery(wrong);
        QTRY_COMPARE(watch.failed.size(), 1);
        QCOMPARE(watch.failed.at(0).at(0).value<Error>().sqlState, u"42703"_s);
        QCOMPARE(watch.at(0), m_order.at(0));
        QCOMPARE(watch.model.query(), byLevel());
        watch.model.require(1000, screen);
        QTRY_COMPARE(watch.at(1000), m_order.at(1000));
        wrong.where.clear();
        wrong.filters.insert(u"level"_s, u">many"_s);
        watch.model.setQuery(wrong);
        QTRY_COMPARE(watch.failed.size(), 2);
        QCOMPARE(watch.at(1000), m_order.at(1000));
    }

    void newQueryCancelsTheOneBefore()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        TableQuery slow = byLevel();
        slow.where = u"pg_sleep(10) IS NOT NULL"_s;
        watch.model.setQuery(slow);
        QTest::qWait(0);
        watch.model.setQuery(byLevel());
        QTRY_COMPARE_WITH_TIMEOUT(watch.loaded.size(), 2, 20'000);
        QVERIFY(watch.failed.isEmpty());
        watch.model.setQuery(slow);
        QTRY_VERIFY(watch.model.isLoading());
        watch.model.cancel();
        QCOMPARE(watch.failed.size(), 1);
        QCOMPARE(watch.failed.at(0).at(0).value<Error>().kind, Error::Kind::Cancelled);
        QVERIFY(!watch.model.isLoading());
        QCOMPARE(watch.at(0), m_order.at(0));
    }

    void worksWithOneConnectionOnly()
    {
        TableModelWatch watch(m_database.profileAs(u"model_single"_s));
        watch.model.open(m_players, byLevel());
        QTRY_COMPARE(watch.loaded.size(), 1);
        QTRY_VERIFY(watch.model.totalRows() > many / 2);
        watch.model.require(200000, screen);
        QTRY_VERIFY(watch.model.totalIsExact() && watch.model.positionIsExact());
        watch.model.require(77777, screen);
        QTRY_COMPARE(watch.at(77777), m_order.at(77777));
    }

    void saysWhyItIsReadOnly()
    {
        const ConnectionProfile reader = m_database.profileAs(u"model_reader"_s);
        TableModelWatch watch(reader);
        watch.model.open(liveSchema(reader, u"players"_s), byLevel());
        QTRY_COMPARE(watch.loaded.size(), 1);
        QVERIFY(watch.model.readOnlyReason().contains(u"only read players"_s));
        QVERIFY(!watch.edit(0, 1, u"x"_s));
        QVERIFY(!watch.model.insertRows(0, 1));
        QVERIFY(!watch.model.removeRows(0, 1));
    }

    void survivesALostConnection()
    {
        TableModelWatch watch(m_database.profile());
        open(watch, u"players"_s, byLevel());
        QVERIFY(watch.edit(3, 1, u"edited"_s));
        m_database.run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                       "current_database() AND pid <> pg_backend_pid()"_s);
        TableQuery other = byLevel();
        other.filters.insert(u"level"_s, u">=96"_s);
        watch.model.setQuery(other);  // noticed here, or opened anew at once: both are right
        QTRY_VERIFY(!watch.model.isLoading());
        QVERIFY(watch.model.rowCount() > 0);
        QCOMPARE(watch.model.stagedCount(), 1);

        TableQuery dying = byLevel();
        dying.where = u"pg_sleep(0.01) IS NOT NULL AND pg_terminate_backend(pg_backend_pid())"_s;
        const qsizetype before = watch.failed.size();
        watch.model.setQuery(dying);
        QTRY_COMPARE(watch.failed.size(), before + 1);
        QCOMPARE(watch.failed.constLast().at(0).value<Error>().kind, Error::Kind::Connection);
        QVERIFY(watch.model.rowCount() > 0);
        QCOMPARE(watch.model.stagedCount(), 1);
        watch.model.setQuery(byLevel());
        QTRY_COMPARE(watch.at(0), m_order.at(0));
        QCOMPARE(watch.cell(3, 1), u"edited"_s);
    }

    void destroyedAtAnyMoment()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 40; ++round) {
            auto watch = std::make_unique<TableModelWatch>(m_database.profile());
            watch->model.open(m_players, byLevel());
            if (round % 3)
                QTRY_COMPARE(watch->loaded.size(), 1);
            watch->model.require(random.bounded(int(many)), screen);
            watch->model.countExactly();
            for (int turn = random.bounded(6); turn > 0; --turn)
                QTest::qWait(1);
            watch->model.readRows({{0, 5000}}, this, [](const auto &) {});
            if (round % 2)
                watch->model.goToEnd();
        }
    }

    void connectionsDestroyedFirst()
    {
        for (int round = 0; round < 10; ++round) {
            auto connections = std::make_unique<Connections>(m_database.profile());
            TableModel model(*connections);
            QSignalSpy loaded(&model, &TableModel::loaded);
            model.open(m_players, byLevel());
            if (round % 2)
                QTRY_COMPARE(loaded.size(), 1);
            model.require(150000, screen);
            QTest::qWait(round);
            connections.reset();
            model.require(20000, screen);
            model.refresh();
            model.countExactly();
            QTest::qWait(1);
        }
    }

private:
    void open(TableModelWatch &watch, const QString &table, const TableQuery &query = {})
    {
        watch.model.open(liveSchema(m_database.profile(), table), query);
        QTRY_COMPARE(watch.loaded.size() + watch.failed.size(), 1);
        QVERIFY2(watch.failed.isEmpty(),
                 qPrintable(watch.failed.isEmpty()
                                ? QString()
                                : watch.failed.at(0).at(0).value<Error>().toText()));
    }

    test::TestDatabase m_database;
    QStringList m_order;
    TableSchema m_players;
};

QTEST_GUILESS_MAIN(TableModelTest)
#include "tst_tablemodel.moc"
