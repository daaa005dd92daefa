// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/batchedlocks.h"
#include "models/database/transaction.h"
#include "models/restore/loadingsession.h"
#include "models/restore/restoreleftovers.h"
#include "models/restore/restorerun.h"
#include "tests/support/dumptext.h"
#include "tests/support/restorefiles.h"
#include "tests/support/restoresource.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

/// Whatever fails, and whoever wants it to: the live database stays as it was.
class TestRestoreFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileDumpsGetNoRights_data();
    void hostileDumpsGetNoRights();
    void failuresLeaveAllAsItWas_data();
    void failuresLeaveAllAsItWas();
    void wrongRowsAreFound();
    void cancelsAnywhere_data();
    void cancelsAnywhere();
    void backendKilledWhileCopying();
    void serverGoneForGood();
    void readsMoreTablesThanLocksFit();

private:
    const RestoreSource m_source{u"fail"_s};
    const QByteArray m_dump = m_source.dump();
};

void TestRestoreFailures::hostileDumpsGetNoRights_data()
{
    QTest::addColumn<QByteArray>("sql");
    const QByteArray touch = "COPY (SELECT 1) TO PROGRAM ''touch /tmp/roster_hostile''";
    QTest::newRow("program") << QByteArray("DO $$BEGIN EXECUTE '" + touch + "'; END$$;\n");
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("reset role in a block")
            << QByteArray("DO $$BEGIN EXECUTE 'RESET ROLE'; EXECUTE '" + touch + "'; END$$;\n");
    }
    QTest::newRow("in a check") << QByteArray(
        "CREATE FUNCTION public.evil(int) RETURNS boolean LANGUAGE plpgsql AS "
        "$$BEGIN EXECUTE 'RESET SESSION AUTHORIZATION'; EXECUTE 'RESET ROLE'; "
        "EXECUTE '"
        + touch
        + "'; RETURN true; END$$;\nCREATE TABLE public.e (a int CHECK "
          "(public.evil(a)));\nCOPY public.e (a) FROM stdin;\n1\n\\.\n");
    QTest::newRow("strings in two ways")
        << QByteArray("SELECT pg_catalog.set_config('standard_conforming_strings', 'off', false);\n"
                      "SELECT '\\'; RESET ROLE; --';\n");
    QTest::newRow("text in two ways")
        << QByteArray("SELECT pg_catalog.set_config('client_encoding', 'SJIS', false);\n");
    QTest::newRow("reset role") << QByteArray("RESET ROLE;\n");
    QTest::newRow("set role") << QByteArray("SET LOCAL x.y = 1; SET ROLE roster;\n");
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("rollback") << QByteArray("ROLLBACK;\n");
    }
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("membership")
            << QByteArray("GRANT pg_execute_server_program TO fail_owner;\n");
    }
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("role") << QByteArray("ALTER ROLE fail_owner SUPERUSER;\n");
    }
    QTest::newRow("two") << QByteArray("ALTER TABLE public.items OWNER TO fail_owner; "
                                       "ALTER ROLE fail_owner SUPERUSER OWNER TO fail_owner;\n");
    QTest::newRow("superuser") << QByteArray(
        "GRANT fail_owner TO fail_reader; ALTER ROLE fail_owner "
        "SUPERUSER;\n");
}

void TestRestoreFailures::hostileDumpsGetNoRights()
{
    QFETCH(QByteArray, sql);
    QFile::remove(u"/tmp/roster_hostile"_s);
    const LiveDatabase live(u"fail_hostile"_s, u"OWNER fail_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    const auto restore = RestoreRun::prepare(requestFor(live, withTail(m_dump, sql)), progress);
    QVERIFY(!QFile::exists(u"/tmp/roster_hostile"_s));
    QVERIFY(!restore);
    QVERIFY2(restore.error().message.contains("Line "_L1), qPrintable(restore.error().message));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s,
                                  u"SELECT count(*) FROM pg_roles WHERE rolname LIKE "
                                  "'roster\\_restore\\_%' OR (rolname = 'fail_owner' AND "
                                  "rolsuper)"_s),
             u"0"_s);
}

void TestRestoreFailures::failuresLeaveAllAsItWas_data()
{
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("says");
    QTest::newRow("row refused") << QByteArray("\np7\t") << QByteArray("\n\\N\t") << u"p"_s;
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("wrong column")
            << QByteArray("500\tp500\t") << QByteArray("x00\tp500\t") << u"public.players"_s;
    }
    QTest::newRow("double key") << QByteArray("500\tp500\t") << QByteArray("499\tp500\t")
                                << u"players_pkey"_s;
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("unknown function")
            << QByteArray("CREATE VIEW") << QByteArray("SELECT no_such(); CREATE VIEW")
            << u"no_such"_s;
    }
    QTest::newRow("unknown role") << QByteArray("TO fail_reader") << QByteArray("TO nobody_there")
                                  << u"nobody_there"_s;
}

void TestRestoreFailures::failuresLeaveAllAsItWas()
{
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, now);
    QFETCH(QString, says);
    const LiveDatabase live(u"fail_failing"_s, u"OWNER fail_owner"_s);
    live.run(u"CREATE TABLE kept AS SELECT 1 AS x"_s);
    const QString before = live.fingerprint();
    QByteArray dump = m_dump;
    dump.replace(old, now);
    if (dump == m_dump)
        dump.replace("\t7\t", "\t\\N\t");
    Progress progress;
    const auto restore = RestoreRun::prepare(requestFor(live, dump), progress);
    QVERIFY(!restore);
    QVERIFY2(restore.error().message.contains("ine "_L1) && restore.error().toText().contains(says),
             qPrintable(restore.error().toText()));
    QVERIFY(!restore.error().hint.isEmpty());
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreFailures::wrongRowsAreFound()
{
    const LiveDatabase live(u"fail_wrong"_s, u"OWNER fail_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    RestoreRequest request =
        requestFor(live, withTail(m_dump, "DELETE FROM public.items WHERE id = 7;\n"));
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore);
    QVERIFY2(restore.error().message.contains("public.items"_L1)
                 && restore.error().message.contains("100"_L1),
             qPrintable(restore.error().message));
    request = requestFor(live, m_dump);
    request.checks.expectedRows = {{u"public.players"_s, 501}};
    restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore && restore.error().message.contains("501"_L1));
    request.checks.expectedRows.clear();
    request.fill = fillFrom(withTail(m_dump, "SELECT setval('public.players_id_seq', 3);\n"));
    restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QVERIFY((*restore)->checks().warnings.join(u' ').contains("players_id_seq"_L1));
    restore->reset();
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreFailures::cancelsAnywhere_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("statement") << QByteArray("SELECT pg_sleep(60);\n");
    QTest::newRow("index") << QByteArray(
        "CREATE FUNCTION public.slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$BEGIN "
        "PERFORM "
        "pg_sleep(60); RETURN 1; END$$;\nCREATE INDEX slow ON public.players (public.slow(id));\n");
    QTest::newRow("copy") << QByteArray(
        "CREATE FUNCTION public.slow(int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN PERFORM "
        "pg_sleep(60); RETURN true; END$$;\nCREATE TABLE public.s (a int CHECK "
        "(public.slow(a)));\nCOPY public.s (a) FROM stdin;\n1\n\\.\n");
}

void TestRestoreFailures::cancelsAnywhere()
{
    QFETCH(QByteArray, sql);
    const LiveDatabase live(u"fail_cancel"_s, u"OWNER fail_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    std::thread canceller([&] {
        const QString asleep = u"SELECT count(*) FROM pg_stat_activity WHERE datname LIKE "
                               "'fail_cancel\\_\\_%' AND wait_event = 'PgSleep'"_s;
        while (LiveDatabase::rowsIn(u"postgres"_s, asleep) == "0"_L1)
            std::this_thread::yield();
        progress.cancel();
    });
    const auto restore = RestoreRun::prepare(requestFor(live, withTail(m_dump, sql)), progress);
    canceller.join();
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Cancelled);
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreFailures::backendKilledWhileCopying()
{
    const LiveDatabase live(u"fail_killed"_s, u"OWNER fail_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    const QByteArray dump = withTail(
        m_dump,
        "CREATE FUNCTION public.slow(int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN PERFORM "
        "pg_sleep(60); RETURN true; END$$;\nCREATE TABLE public.s (a int CHECK "
        "(public.slow(a)));\nCOPY public.s (a) FROM stdin;\n1\n\\.\n");
    std::thread killer([] {
        const QString kill = u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                             "datname LIKE 'fail_killed\\_\\_%' AND wait_event = 'PgSleep'"_s;
        while (LiveDatabase::rowsIn(u"postgres"_s, kill) == "0"_L1)
            std::this_thread::yield();
    });
    const auto restore = RestoreRun::prepare(requestFor(live, dump), progress);
    killer.join();
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Connection);
    QVERIFY2(restore.error().message.contains("Line "_L1), qPrintable(restore.error().message));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

/// Nor can it be connected to again: what is left is listed, and goes later.
void TestRestoreFailures::serverGoneForGood()
{
    const LiveDatabase live(u"fail_gone"_s, u"OWNER fail_owner"_s);
    const QString before = live.fingerprint();
    const QTemporaryDir folder;
    const QString way = folder.filePath(u"way"_s);
    RestoreRequest request = requestFor(live, m_dump);
    QVERIFY(QFile::link(request.server.value(u"host"_s), way));
    request.server.parameters.insert(u"host"_s, way);
    request.fill = [&](FillTarget &target, Progress &) -> Result<LoadReport> {
        QFile::remove(way);
        LiveDatabase::runIn(u"template1"_s,
                            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname "
                            "LIKE 'fail_gone\\_\\_%' OR datname = 'postgres'"_s);
        return fail(target.session.query(u"SELECT 1"_s).error());
    };
    Progress progress;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore);
    QVERIFY2(restore.error().detail.contains("restore cleanup"_L1),
             qPrintable(restore.error().toText()));
    QCOMPARE(live.fingerprint(), before);
    const auto server = RestoreServer::connect(live.profile(), {});
    QVERIFY(server);
    const auto left = RestoreLeftovers::list(**server, live.name());
    QVERIFY(left && left->size() == 1 && left->first().isOrphan());
    QVERIFY(RestoreLeftovers::drop(**server, left->first()));
    const QString logins = u"SELECT count(*) FROM pg_roles WHERE rolname ~ '^roster_restore_'"_s;
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s, logins), u"1"_s);
    LoadingSession::dropOrphans(**server);  // it might be about to connect
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s, logins), u"1"_s);
    LiveDatabase::runIn(u"postgres"_s,
                        u"DO $$BEGIN EXECUTE (SELECT format('ALTER ROLE %I VALID UNTIL %L', "
                        "rolname, rolvaliduntil - interval '1 minute') FROM pg_roles WHERE rolname "
                        "~ '^roster_restore_'); END$$"_s);
    QCOMPARE(LoadingSession::dropOrphans(**server), 1);
}

/// What a comparison has read is not held any more: the server's table of locks is small.
void TestRestoreFailures::readsMoreTablesThanLocksFit()
{
    const LiveDatabase live(u"fail_many"_s);
    live.run(u"DO $$BEGIN FOR n IN 1..250 LOOP EXECUTE format('CREATE TABLE t%s (id int)', n); END "
             "LOOP; END$$"_s);
    const auto session = Session::open(live.profile());
    QVERIFY(session);
    const auto transaction = Transaction::begin(**session, Transaction::Mode::ReadOnlySnapshot);
    BatchedLocks locks(**session);
    int most = 0;
    for (int number = 1; number <= 250; ++number) {
        QVERIFY(locks.next());
        QVERIFY((*session)->query(u"SELECT count(*) FROM t%1"_s.arg(number)));
        const auto held = (*session)->query(
            u"SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE l.pid = "
            "pg_backend_pid() AND c.relname ~ '^t[0-9]+$'"_s);
        most = std::max(most, int(held->integer(0, 0)));
    }
    QCOMPARE(most, 100);
    QVERIFY(locks.release());
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreFailures)
#include "tst_restorefailures.moc"
