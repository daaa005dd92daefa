// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livedatabase.h"
#include "tests/support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr auto backendSql = R"(
SET ROLE clean_owner;
CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL);
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,
                              CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES ('0123456789ab');
CREATE VIEW named AS SELECT name FROM players;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
INSERT INTO players (name) SELECT 'p' || n FROM generate_series(1, 50) n;
GRANT SELECT, INSERT ON players TO clean_reader;
GRANT USAGE ON SEQUENCE players_id_seq TO clean_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO clean_reader)";

constexpr auto rightsSql = "SELECT relname, relowner::regrole, relacl FROM pg_class WHERE "
                           "relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v') "
                           "AND relname <> 'alembic_version' ORDER BY 1";

class TestCleanCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void emptiesOurOwn();
    void emptiesAlembics();
    void guardsProduction();
    void wantsTheName();
};

ProgramRun clean(const LiveDatabase &live, const QStringList &more = {})
{
    return runProgram(QStringList{u"clean"_s, u"--url"_s, live.url()} + more);
}

void TestCleanCommand::initTestCase()
{
    LiveDatabase::runIn(u"postgres"_s,
                        u"CREATE ROLE clean_owner LOGIN; CREATE ROLE clean_reader"_s);
}

void TestCleanCommand::cleanupTestCase()
{
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE clean_owner, clean_reader"_s);
}

void TestCleanCommand::emptiesOurOwn()
{
    const LiveDatabase live(u"clean_own"_s, u"OWNER clean_owner"_s);
    live.run(u"ALTER DATABASE clean_own SET roster.environment = 'staging'"_s);
    ProgramRun run = runProgram({u"migrate"_s, u"upgrade"_s, u"--url"_s, live.url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    live.run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES ('a', 1, 1, now()); "
             "GRANT SELECT ON players TO clean_reader; ALTER TABLE players OWNER TO clean_owner"_s);
    const QString before = live.fingerprint();
    const QString rights = live.rows(QString::fromUtf8(rightsSql));
    const QString head = live.rows(u"TABLE alembic_version"_s);
    run = clean(live, {u"--yes"_s, live.name()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    QCOMPARE(live.rows(u"TABLE alembic_version"_s), head);
    QCOMPARE(live.rows(QString::fromUtf8(rightsSql)), rights);
    QCOMPARE(live.rows(u"SHOW roster.environment"_s), u"staging"_s);
    run = runProgram({u"restore"_s, u"undo"_s, live.name(), u"--yes-replace"_s, live.name(),
                      u"--url"_s, live.url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(live.fingerprint(), before);
}

void TestCleanCommand::emptiesAlembics()
{
    const LiveDatabase live(u"clean_alembic"_s, u"OWNER clean_owner"_s);
    live.run(QString::fromUtf8(backendSql));
    const QString rights = live.rows(QString::fromUtf8(rightsSql));
    const ProgramRun run = clean(live, {u"--yes"_s, live.name()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(live.rows(u"TABLE alembic_version"_s), u"0123456789ab"_s);
    QCOMPARE(live.rows(u"SELECT count(*), (SELECT count(*) FROM named) FROM players"_s), u"0|0"_s);
    QCOMPARE(live.rows(QString::fromUtf8(rightsSql)), rights);
    QCOMPARE(live.rows(u"SELECT relowner::regrole FROM pg_class WHERE relname = "
                       "'alembic_version'"_s),
             u"clean_owner"_s);
    QCOMPARE(live.rows(u"SELECT proowner::regrole FROM pg_proc WHERE proname = 'f'"_s),
             u"clean_owner"_s);
    QCOMPARE(live.rows(u"SELECT nextval('players_id_seq')"_s), u"1"_s);
    QCOMPARE(live.leftovers().size(), 1);
}

void TestCleanCommand::guardsProduction()
{
    const LiveDatabase live(u"clean_production"_s, u"OWNER clean_owner"_s);
    live.run(QString::fromUtf8(backendSql));
    live.run(u"RESET ROLE; ALTER DATABASE clean_production SET roster.environment = "
             "'production'"_s);
    const QString before = live.fingerprint();
    ProgramRun run = clean(live, {u"--yes"_s, live.name()});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains("verified backup"), run.error.constData());
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
    run = clean(live, {u"--yes"_s, live.name(), u"--without-backup"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"0"_s);
    QCOMPARE(live.rows(u"SHOW roster.environment"_s), u"production"_s);
    QVERIFY(LiveDatabase::rowsIn(u"postgres"_s,
                                 u"SELECT shobj_description(oid, 'pg_database') FROM pg_database "
                                 "WHERE datname = '%1'"_s.arg(live.leftovers().first()))
                .contains("without a backup, by roster"_L1));
}

void TestCleanCommand::wantsTheName()
{
    const LiveDatabase live(u"clean_named"_s);
    const QString before = live.fingerprint();
    QCOMPARE(clean(live).exitCode, 1);
    QCOMPARE(clean(live, {u"--yes"_s, u"other"_s}).exitCode, 1);
    QCOMPARE(live.fingerprint(), before);
}

}  // namespace

QTEST_GUILESS_MAIN(TestCleanCommand)
#include "tst_cleancommand.moc"
