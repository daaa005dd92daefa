// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/transaction.h"
#include "tests/support/program.h"
#include "tests/support/restorefiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr auto slowRows =
    "CREATE FUNCTION public.slow(int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN PERFORM "
    "pg_sleep(60); RETURN true; END$$;\nCREATE TABLE public.s (a int CHECK "
    "(public.slow(a)));\nCOPY public.s (a) FROM stdin;\n1\n\\.\n";

/// `roster restore`, ended somewhere on its way, or met by another.
class TestRestoreCrashes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileCopying();
    void killedWhileItIndexes();
    void killedAtTheSwap();
    void interruptedLeavesNothing();
    void saysWhoIsAtIt();

private:
    static bool waitFor(const LiveDatabase &live, const QString &condition);
    void killAndCheck(const QString &name, const QByteArray &tail, const QString &condition);

    const RestoreFiles m_files{u"crash"_s};
    const QByteArray m_dump = m_files.dump();
};

bool TestRestoreCrashes::waitFor(const LiveDatabase &live, const QString &condition)
{
    const QString sql =
        u"SELECT count(*) FROM pg_stat_activity WHERE datname LIKE '%1\\_\\_%' AND "_s.arg(
            live.name())
        + condition;
    return QTest::qWaitFor([&] { return LiveDatabase::rowsIn(u"postgres"_s, sql) != "0"_L1; },
                           20000);
}

void TestRestoreCrashes::killAndCheck(const QString &name, const QByteArray &tail,
                                      const QString &condition)
{
    const LiveDatabase live(name);
    live.run(u"CREATE TABLE kept AS SELECT 1 AS x"_s);
    const QString before = live.fingerprint();
    const auto process = started(live, m_files.write(name, withTail(m_dump, tail)));
    QVERIFY2(waitFor(live, condition), process->readAllStandardError().constData());
    QCOMPARE(live.fingerprint(), before);
    process->kill();
    QVERIFY(process->waitForFinished());
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers().size(), 1);
    LiveDatabase::runIn(
        u"postgres"_s,
        u"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname "
        "LIKE '%1\\_\\_%'"_s.arg(name));
    QTRY_COMPARE_WITH_TIMEOUT(
        (runProgram({u"restore"_s, u"cleanup"_s, u"--url"_s, live.url()}), live.leftovers()),
        QStringList(), 10000);
    QCOMPARE(live.fingerprint(), before);
}

void TestRestoreCrashes::killedWhileCopying()
{
    killAndCheck(u"crash_copying"_s, slowRows, u"wait_event = 'PgSleep'"_s);
}

void TestRestoreCrashes::killedWhileItIndexes()
{
    killAndCheck(u"crash_indexing"_s,
                 "CREATE FUNCTION public.slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS "
                 "$$BEGIN PERFORM pg_sleep(60); RETURN 1; END$$;\nCREATE INDEX slow ON "
                 "public.players (public.slow(id));\n",
                 u"query LIKE 'CREATE INDEX%' AND wait_event = 'PgSleep'"_s);
}

void TestRestoreCrashes::killedAtTheSwap()
{
    const LiveDatabase live(u"crash_swapping"_s);
    const QString before = live.fingerprint();
    const auto blocker = Session::open(LiveDatabase::profileOf(u"postgres"_s));
    auto blocking = Transaction::begin(**blocker);
    QVERIFY((*blocker)->query(u"COMMENT ON DATABASE crash_swapping IS 'x'"_s));
    QVERIFY((*blocker)->query(u"ALTER DATABASE crash_swapping CONNECTION LIMIT 5"_s));
    const auto process = started(live, m_files.write(u"swap.sql"_s, m_dump));
    const QString renaming = u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE "
                             "'ALTER DATABASE \"crash_swapping\" RENAME%' AND wait_event_type = "
                             "'Lock'"_s;
    QVERIFY2(QTest::qWaitFor(
                 [&] { return LiveDatabase::rowsIn(u"postgres"_s, renaming) != "0"_L1; }, 20000),
             process->readAllStandardError().constData());
    process->kill();
    QVERIFY(process->waitForFinished());
    blocking->rollback();
    QTRY_COMPARE_WITH_TIMEOUT(LiveDatabase::rowsIn(u"postgres"_s,
                                                   u"SELECT count(*) FROM pg_stat_activity WHERE "
                                                   "application_name = 'roster restore'"_s),
                              u"0"_s, 15000);
    QCOMPARE(live.fingerprint(), before);
    const QStringList left = live.leftovers();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().contains("__restore_"_L1));
}

void TestRestoreCrashes::interruptedLeavesNothing()
{
    const LiveDatabase live(u"crash_interrupted"_s);
    const QString before = live.fingerprint();
    const auto process =
        started(live, m_files.write(u"interrupt.sql"_s, withTail(m_dump, slowRows)));
    QVERIFY(waitFor(live, u"wait_event = 'PgSleep'"_s));
    process->terminate();
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 130);
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreCrashes::saysWhoIsAtIt()
{
    const LiveDatabase live(u"crash_twice"_s);
    const QString file = m_files.write(u"twice.sql"_s, withTail(m_dump, slowRows));
    const auto first = started(live, file);
    QVERIFY(waitFor(live, u"wait_event = 'PgSleep'"_s));
    const auto second = started(live, file);
    QVERIFY(second->waitForFinished());
    QCOMPARE(second->exitCode(), 1);
    const QByteArray error = second->readAllStandardError();
    QVERIFY2(error.contains("Another restore of crash_twice is at work: roster"),
             error.constData());
    const ProgramRun cleanup = runProgram({u"restore"_s, u"cleanup"_s, u"--url"_s, live.url()});
    QVERIFY2(cleanup.out.contains("at work"), cleanup.out.constData());
    QCOMPARE(live.leftovers().size(), 1);
    first->terminate();
    QVERIFY(first->waitForFinished());
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreCrashes)
#include "tst_restorecrashes.moc"
