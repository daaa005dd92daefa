// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restoreleftovers.h"
#include "models/restore/restorerun.h"
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr auto schemaSql = R"(
SET ROLE run_owner;
CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL, level int NOT NULL,
                      created_at timestamp NOT NULL);
CREATE INDEX ix_level ON players (level DESC);
CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
INSERT INTO alembic_version VALUES ('3f9c2a7b11d0');
CREATE TABLE items (id int PRIMARY KEY, player int REFERENCES players, what text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
RETURN NEW; END$$;
CREATE TRIGGER t BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW strong AS SELECT * FROM players WHERE level > 10;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM players;
INSERT INTO players (name, level, created_at)
SELECT 'p' || n, n % 100, '2026-01-01'::timestamp + n * interval '1 s' FROM generate_series(1, 500) n;
INSERT INTO items SELECT n, n, E'a\tb\\n' FROM generate_series(1, 100) n;
GRANT SELECT ON players TO run_reader;
RESET ROLE;
ALTER TABLE items OWNER TO run_other)";

QString why(const auto &result)
{
    return result ? QString() : result.error().toText();
}

RestoreRequest requestFor(const LiveDatabase &live, const QByteArray &dump)
{
    RestoreRequest request;
    request.server = live.profile();
    request.database = live.name();
    request.from = u"test.sql"_s;
    request.fill = fillFrom(dump);
    return request;
}

class TestRestoreRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void replacesWhatWasLost();
    void dumpsEqualAgain();
    void makesANewDatabase();
    void refusesATakenName();
    void refusesWithoutTheName();
    void hostileDumpsGetNoRights_data();
    void hostileDumpsGetNoRights();
    void failuresLeaveAllAsItWas_data();
    void failuresLeaveAllAsItWas();
    void wrongRowsAreFound();
    void namesMissingRolesAndExtensions();
    void leavesOutOrMakesRoles();
    void cancelsAnywhere_data();
    void cancelsAnywhere();
    void backendKilledWhileCopying();
    void withoutCreatedb();
    void anotherEncoding();
    void ownerNeedsNoSuperuser();

private:
    QByteArray m_dump;
};

void TestRestoreRun::initTestCase()
{
    LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE run_owner CREATEDB LOGIN; CREATE ROLE "
                                       "run_reader; CREATE ROLE run_other; CREATE ROLE "
                                       "run_poor LOGIN"_s);
    const LiveDatabase source(u"run_source"_s, u"OWNER run_owner"_s);
    source.run(u"SET ROLE run_owner; GRANT CREATE ON SCHEMA public TO run_other; RESET ROLE"_s);
    source.run(QString::fromUtf8(schemaSql));
    m_dump = dumpOf(source.name());
}

void TestRestoreRun::cleanupTestCase()
{
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE run_owner, run_reader, run_other, run_poor"_s);
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s, u"SELECT rolname FROM pg_roles WHERE rolname LIKE "
                                                 "'roster\\_restore\\_%'"_s),
             QString());
}

void TestRestoreRun::replacesWhatWasLost()
{
    const LiveDatabase live(u"run_live"_s, u"OWNER run_owner"_s);
    live.run(u"CREATE TABLE players (id int, created_at timestamp); INSERT INTO players VALUES (1, "
             "'2026-05-05'); CREATE TABLE extra AS SELECT 1 AS x; "
             "ALTER DATABASE run_live SET roster.environment = 'production'"_s);
    const QString before = live.fingerprint();
    Progress progress;
    auto restore = RestoreRun::prepare(requestFor(live, m_dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE((*restore)->loaded().rows.value({u"public"_s, u"players"_s}), 500);
    QCOMPARE((*restore)->checks().allRows(), 601);
    QCOMPARE((*restore)->checks().revisions, QStringList{u"3f9c2a7b11d0"_s});
    const DatabaseComparison &comparison = (*restore)->comparison();
    QCOMPARE(comparison.rowsLost(), 1);
    QCOMPARE(comparison.tables.last().name, u"players"_s);
    QCOMPARE(comparison.tables.last().live, 1);
    QCOMPARE(comparison.tables.last().liveNewest, u"2026-05-05 00:00:00"_s);
    QCOMPARE(comparison.tables.last().restoredNewest, u"2026-01-01 00:08:20"_s);
    QVERIFY((*restore)->checks().warnings.isEmpty());
    const auto receipt = (*restore)->finish(live.name(), progress);
    QVERIFY2(receipt, qPrintable(why(receipt)));
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"500"_s);
    QCOMPARE(live.rows(u"SELECT relname, relowner::regrole FROM pg_class WHERE relname IN "
                       "('items', 'players', 'counted') ORDER BY 1"_s),
             u"counted|run_owner\nitems|run_other\nplayers|run_owner"_s);
    QCOMPARE(live.rows(u"SHOW roster.environment"_s), u"production"_s);
    const auto undone = undoRestore(live.profile(), live.name(), {}, live.name(), progress);
    QVERIFY2(undone, qPrintable(why(undone)));
    QCOMPARE(live.fingerprint(), before);
}

void TestRestoreRun::dumpsEqualAgain()
{
    const LiveDatabase live(u"run_equal"_s, u"OWNER run_owner"_s);
    Progress progress;
    auto restore = RestoreRun::prepare(requestFor(live, m_dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QVERIFY((*restore)->finish(live.name(), progress));
    const auto essence = [](const QByteArray &dump) {
        QStringList lines;
        for (const QString &line : QString::fromUtf8(dump).split(u'\n')) {
            if (!line.startsWith("--"_L1) && !line.startsWith(u'\\'))
                lines << line;
        }
        return lines.join(u'\n');
    };
    QCOMPARE(essence(dumpOf(live.name())), essence(m_dump));
}

void TestRestoreRun::makesANewDatabase()
{
    const LiveDatabase source(u"run_other_live"_s);
    RestoreRequest request = requestFor(source, m_dump);
    request.target = RestoreRequest::Target::NewDatabase;
    request.database = u"run \"new\""_s;
    Progress progress;
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    const auto receipt = (*restore)->finish(request.database, progress);
    QVERIFY2(receipt, qPrintable(why(receipt)));
    QCOMPARE(LiveDatabase::rowsIn(request.database, u"SELECT count(*) FROM players"_s), u"500"_s);
    QCOMPARE(LiveDatabase::rowsIn(request.database,
                                  u"SELECT datacl, datallowconn, shobj_description(oid, "
                                  "'pg_database') FROM pg_database WHERE datname = "
                                  "current_database()"_s),
             u"∅|t|∅"_s);
    restore->reset();
    LiveDatabase::runIn(u"postgres"_s, u"DROP DATABASE "_s + quoted(request.database));
}

void TestRestoreRun::refusesATakenName()
{
    const LiveDatabase live(u"run_taken"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.target = RestoreRequest::Target::NewDatabase;
    Progress progress;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Refused);
    request.database = QString(64, u'x');
    QCOMPARE(RestoreRun::prepare(request, progress).error().kind, Error::Kind::InvalidInput);
}

void TestRestoreRun::refusesWithoutTheName()
{
    const LiveDatabase live(u"run_typed"_s, u"OWNER run_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    auto restore = RestoreRun::prepare(requestFor(live, m_dump), progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    for (const QString &typed : {QString(), u"run_type"_s, u"RUN_TYPED"_s})
        QCOMPARE((*restore)->finish(typed, progress).error().kind, Error::Kind::Refused);
    restore->reset();
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::hostileDumpsGetNoRights_data()
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
            << QByteArray("GRANT pg_execute_server_program TO run_owner;\n");
    }
    if (qEnvironmentVariableIsSet("ROSTER_FULL")) {
        QTest::newRow("role") << QByteArray("ALTER ROLE run_owner SUPERUSER;\n");
    }
    QTest::newRow("two") << QByteArray("ALTER TABLE public.items OWNER TO run_owner; "
                                       "ALTER ROLE run_owner SUPERUSER OWNER TO run_owner;\n");
    QTest::newRow("superuser") << QByteArray("GRANT run_owner TO run_reader; ALTER ROLE run_owner "
                                             "SUPERUSER;\n");
}

void TestRestoreRun::hostileDumpsGetNoRights()
{
    QFETCH(QByteArray, sql);
    QFile::remove(u"/tmp/roster_hostile"_s);
    const LiveDatabase live(u"run_hostile"_s, u"OWNER run_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    const auto restore = RestoreRun::prepare(requestFor(live, m_dump + sql), progress);
    QVERIFY(!QFile::exists(u"/tmp/roster_hostile"_s));
    QVERIFY(!restore);
    QVERIFY2(restore.error().message.contains("Line "_L1), qPrintable(restore.error().message));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s,
                                  u"SELECT count(*) FROM pg_roles WHERE rolname LIKE "
                                  "'roster\\_restore\\_%' OR (rolname = 'run_owner' AND "
                                  "rolsuper)"_s),
             u"0"_s);
}

void TestRestoreRun::failuresLeaveAllAsItWas_data()
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
    QTest::newRow("unknown role") << QByteArray("TO run_reader") << QByteArray("TO nobody_there")
                                  << u"nobody_there"_s;
}

void TestRestoreRun::failuresLeaveAllAsItWas()
{
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, now);
    QFETCH(QString, says);
    const LiveDatabase live(u"run_failing"_s, u"OWNER run_owner"_s);
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

void TestRestoreRun::wrongRowsAreFound()
{
    const LiveDatabase live(u"run_wrong"_s, u"OWNER run_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    RestoreRequest request = requestFor(live, m_dump + "DELETE FROM public.items WHERE id = 7;\n");
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
    request.fill = fillFrom(m_dump + "SELECT setval('public.players_id_seq', 3);\n");
    restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QVERIFY((*restore)->checks().warnings.join(u' ').contains("players_id_seq"_L1));
    restore->reset();
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::namesMissingRolesAndExtensions()
{
    const LiveDatabase live(u"run_missing"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.needs.roles = {u"run_owner"_s, u"gone \"ü\""_s};
    request.needs.extensions = {u"plpgsql"_s, u"no_such_extension"_s};
    Progress progress;
    const auto preflight = RestoreRun::preflight(request, progress);
    QVERIFY2(preflight, qPrintable(why(preflight)));
    QCOMPARE(preflight->missingRoles, QStringList{u"gone \"ü\""_s});
    QCOMPARE(preflight->missingExtensions, QStringList{u"no_such_extension"_s});
    QCOMPARE(preflight->obstacles.size(), 2);
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore && restore.error().message.contains(u"gone \"ü\""_s));
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::leavesOutOrMakesRoles()
{
    const LiveDatabase live(u"run_roles"_s, u"OWNER run_owner"_s);
    QByteArray dump = m_dump;
    dump.replace("run_reader", "run_absent").replace("run_other", "\"run Absent\"");
    RestoreRequest request = requestFor(live, dump);
    request.needs.roles = {u"run_absent"_s, u"run Absent"_s, u"run_owner"_s};
    request.missingRoles = MissingRoles::LeaveOut;
    Progress progress;
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    QVERIFY((*restore)->loaded().notes.join(u' ').contains("run_absent"_L1));
    QVERIFY((*restore)->session().query(u"SELECT 1 FROM public.items"_s));
    restore->reset();
    request.missingRoles = MissingRoles::Create;
    restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    restore->reset();
    QCOMPARE(LiveDatabase::rowsIn(u"postgres"_s, u"SELECT rolname, rolcanlogin FROM pg_roles WHERE "
                                                 "rolname ILIKE 'run_absent' ORDER BY 1"_s),
             u"run Absent|f\nrun_absent|f"_s);
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE run_absent, \"run Absent\""_s);
    request.missingRoles = MissingRoles::Stop;
    request.roleMap = {{u"run_absent"_s, u"run_reader"_s}, {u"run Absent"_s, u"run_owner"_s}};
    restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
}

void TestRestoreRun::cancelsAnywhere_data()
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

void TestRestoreRun::cancelsAnywhere()
{
    QFETCH(QByteArray, sql);
    const LiveDatabase live(u"run_cancel"_s, u"OWNER run_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    std::thread canceller([&] {
        const QString asleep = u"SELECT count(*) FROM pg_stat_activity WHERE datname LIKE "
                               "'run_cancel\\_\\_%' AND wait_event = 'PgSleep'"_s;
        while (LiveDatabase::rowsIn(u"postgres"_s, asleep) == "0"_L1)
            std::this_thread::yield();
        progress.cancel();
    });
    const auto restore = RestoreRun::prepare(requestFor(live, m_dump + sql), progress);
    canceller.join();
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Cancelled);
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreRun::backendKilledWhileCopying()
{
    const LiveDatabase live(u"run_killed"_s, u"OWNER run_owner"_s);
    const QString before = live.fingerprint();
    Progress progress;
    const QByteArray dump =
        m_dump
        + "CREATE FUNCTION public.slow(int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN PERFORM "
          "pg_sleep(60); RETURN true; END$$;\nCREATE TABLE public.s (a int CHECK "
          "(public.slow(a)));\nCOPY public.s (a) FROM stdin;\n1\n\\.\n";
    std::thread killer([] {
        const QString kill = u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                             "datname LIKE 'run_killed\\_\\_%' AND wait_event = 'PgSleep'"_s;
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

void TestRestoreRun::withoutCreatedb()
{
    const LiveDatabase live(u"run_poor"_s, u"OWNER run_poor"_s);
    const QString before = live.fingerprint();
    RestoreRequest request = requestFor(live, m_dump);
    request.server.parameters.insert(u"user"_s, u"run_poor"_s);
    Progress progress;
    const auto restore = RestoreRun::prepare(request, progress);
    QVERIFY(!restore);
    QCOMPARE(restore.error().kind, Error::Kind::Permission);
    QVERIFY(restore.error().hint.contains("--in-place"_L1));
    request.server.parameters.insert(u"user"_s, u"run_owner"_s);
    const auto stranger = RestoreRun::prepare(request, progress);
    QVERIFY(!stranger && stranger.error().message.contains("does not own"_L1));
    QCOMPARE(live.fingerprint(), before);
}

void TestRestoreRun::anotherEncoding()
{
    const QString creation = u"TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' OWNER run_owner"_s;
    const LiveDatabase source(u"run_latin_source"_s, creation);
    source.run(u"CREATE TABLE \"blå\" (x text DEFAULT 'ø'); INSERT INTO \"blå\" VALUES ('æøå'); "
               "ALTER TABLE \"blå\" OWNER TO run_owner"_s);
    const QByteArray dump = dumpOf(source.name());
    QVERIFY(dump.contains("client_encoding = 'LATIN1'"));
    for (const QString &kind : {creation, u"OWNER run_owner"_s}) {
        const LiveDatabase live(u"run_latin"_s, kind);
        const QString before = live.fingerprint();
        Progress progress;
        auto restore = RestoreRun::prepare(requestFor(live, dump), progress);
        QVERIFY2(restore, qPrintable(why(restore)));
        QVERIFY((*restore)->finish(live.name(), progress));
        QCOMPARE(live.rows(u"SELECT x FROM \"blå\""_s), u"æøå"_s);
        QCOMPARE(live.rows(u"SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = "
                           "current_database()"_s),
                 kind == creation ? u"LATIN1"_s : u"UTF8"_s);
        QVERIFY(live.fingerprint() != before);
    }
}

void TestRestoreRun::ownerNeedsNoSuperuser()
{
    const LiveDatabase live(u"run_own"_s, u"OWNER run_owner"_s);
    RestoreRequest request = requestFor(live, m_dump);
    request.server.parameters.insert(u"user"_s, u"run_owner"_s);
    request.missingRoles = MissingRoles::LeaveOut;
    QByteArray dump = m_dump;
    dump.replace("OWNER TO run_other", "OWNER TO run_owner").replace("GRANT ALL ON SCHEMA", "--");
    request.fill = fillFrom(dump);
    Progress progress;
    auto restore = RestoreRun::prepare(request, progress);
    QVERIFY2(restore, qPrintable(why(restore)));
    const auto receipt = (*restore)->finish(live.name(), progress);
    QVERIFY2(receipt, qPrintable(why(receipt)));
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"500"_s);
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreRun)
#include "tst_restorerun.moc"
