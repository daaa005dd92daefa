// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/commitoutcome.h"
#include "models/browsing/commitreceipt.h"
#include "models/browsing/tablechanges.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/tablemodelwatch.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using roster::test::CuttingProxy;
using roster::test::TableModelWatch;

namespace {

enum Column { Id, Name, Level };

}  // namespace

/// A connection that breaks anywhere during a commit: what is said of it is true.
class CommitOutcomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.run(
            u"DROP TABLE IF EXISTS players;"
            "CREATE TABLE players (id serial PRIMARY KEY, name text NOT NULL, level int NOT NULL);"
            "INSERT INTO players (name, level) SELECT 'p' || n, 1 FROM generate_series(1, 10) n"_s);
    }

    void tellsWhatBecameOfATransaction()
    {
        const auto session = Session::open(m_database.profile());
        QVERIFY((*session)->query(u"BEGIN"_s));
        const QString number = *currentTransaction(**session);
        const auto other = Session::open(m_database.profile());
        QCOMPARE(*outcomeOf(**other, number), CommitOutcome::InProgress);
        QVERIFY((*session)->query(u"COMMIT"_s));
        QCOMPARE(*outcomeOf(**other, number), CommitOutcome::Committed);
        QVERIFY((*session)->query(u"BEGIN"_s));
        const QString second = *currentTransaction(**session);
        QVERIFY((*session)->query(u"ROLLBACK"_s));
        QCOMPARE(*outcomeOf(**other, second), CommitOutcome::RolledBack);
    }

    void saysTheTruthWhereverItIsCut_data()
    {
        QTest::addColumn<bool>("afterAnswer");
        QTest::newRow("before the server gets it") << false;
        QTest::newRow("before its answer is back") << true;
    }

    void saysTheTruthWhereverItIsCut()
    {
        QFETCH(bool, afterAnswer);
        CuttingProxy proxy(m_database.profile());
        const TableSchema schema = test::liveSchema(m_database.profile(), u"players"_s);
        int committed = 0;
        int refused = 0;
        for (int at = 0; at < 100; ++at) {
            init();
            const auto session = Session::open(proxy.profile());
            QVERIFY(session);
            proxy.cutAt(at, afterAnswer);
            QString noted;
            const auto done = commit(**session, schema, changes(),
                                     [&noted](Session &, const CommitReceipt &receipt) {
                                         noted = receipt.transaction;
                                         return Result<void>();
                                     });
            const bool wasCut = proxy.messages() > at;
            QCOMPARE(state(), done ? u"5|1|9"_s : u"1|0|10"_s);
            if (!done) {
                ++refused;
                QVERIFY(done.error().unknownTransaction.isEmpty());
                QVERIFY2(!done.error().error.message.isEmpty(), "a reason");
                QCOMPARE(done.error().error.kind, Error::Kind::Connection);
            } else {
                ++committed;
                QCOMPARE(done->inserted, 1);
                QCOMPARE(*outcomeOf(**Session::open(m_database.profile()), noted),
                         CommitOutcome::Committed);
            }
            if (!wasCut)
                break;
        }
        QVERIFY(refused >= 3);
        // The COMMIT whose answer was lost, and the one that was not cut.
        QCOMPARE(committed, afterAnswer ? 2 : 1);
    }

    /// Nobody can be asked for a while: the page waits, and nothing is committed twice.
    void asksOnceTheServerIsBack_data()
    {
        QTest::addColumn<bool>("afterAnswer");
        QTest::newRow("it was not committed") << false;
        QTest::newRow("it was committed") << true;
    }

    void asksOnceTheServerIsBack()
    {
        QFETCH(bool, afterAnswer);
        CuttingProxy proxy(m_database.profile());
        TableModelWatch watch(proxy.profile());
        watch.model.open(test::liveSchema(m_database.profile(), u"players"_s));
        QTRY_COMPARE(watch.loaded.size(), 1);
        QTRY_VERIFY(!watch.model.isLoading());
        QVERIFY(watch.edit(0, Level, u"5"_s));
        QVERIFY(watch.model.insertRows(0, 1));
        QVERIFY(watch.edit(0, Name, u"new"_s));
        QVERIFY(watch.edit(0, Level, u"1"_s));
        proxy.cutAtCommit(afterAnswer);
        watch.model.commit();
        QTRY_COMPARE_WITH_TIMEOUT(watch.commitFailed.size(), 1, 20000);
        QVERIFY(watch.model.isCommitting());
        QCOMPARE(watch.model.stagedCount(), 2);
        QVERIFY(!watch.edit(1, Level, u"7"_s));
        watch.model.commit();  // not before it is known
        proxy.setClosed(false);
        watch.connections.reconnect();
        if (afterAnswer) {
            QTRY_COMPARE_WITH_TIMEOUT(watch.committed.size(), 1, 20000);
            QCOMPARE(watch.model.stagedCount(), 0);
        } else {
            QTRY_COMPARE_WITH_TIMEOUT(watch.commitFailed.size(), 2, 20000);
            QCOMPARE(watch.model.stagedCount(), 2);
            QTRY_VERIFY(!watch.model.isCommitting());
            watch.model.commit();
            QTRY_COMPARE_WITH_TIMEOUT(watch.committed.size(), 1, 20000);
        }
        QCOMPARE(m_database.rows(u"SELECT level FROM players WHERE id = 1"_s), u"5"_s);
        QCOMPARE(m_database.rows(u"SELECT count(*) FROM players WHERE name = 'new'"_s), u"1"_s);
    }

private:
    /// One row edited, one added, two deleted.
    static TableChanges changes()
    {
        TableChanges all;
        RowChange edit;
        edit.primaryKey = {"1"_ba};
        edit.before = {{Level, "1"_ba}};
        edit.after = {{Level, "5"_ba}};
        RowChange first = edit;
        first.kind = RowChange::Kind::Delete;
        first.primaryKey = {"9"_ba};
        RowChange second = first;
        second.primaryKey = {"10"_ba};
        all.rows = {edit, first, second};
        all.inserts = {{1, {{Name, "new"_ba}, {Level, "1"_ba}}}};
        return all;
    }
    QString state()
    {
        return m_database.rows(u"SELECT max(level), count(*) FILTER (WHERE name = 'new'), count(*)"
                               " FROM players"_s);
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(CommitOutcomeTest)
#include "tst_commitoutcome.moc"
