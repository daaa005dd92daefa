// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/scratchdatabase.h"
#include "models/database/session.h"
#include "models/migration/ddlfile.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class DdlFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void psqlOnlyOutsideOfQuotes()
    {
        const test::TestDatabase database;
        const auto session = database.open();
        const auto done = DdlFile::run(*session, R"(\restrict key
-- COPY x FROM stdin;
CREATE TABLE t (id int, v text DEFAULT '
\kept
COPY x FROM stdin;');
/* a comment /* in a comment */
\kept ' */
COPY public.t (id, v) FROM stdin;
1	it's "quoted", $$ and $_$
\N	\N
\.
CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $_$
BEGIN
\
  EXECUTE $$SELECT '
COPY t FROM stdin;'$$;
  RETURN '$$';
END $_$;
copy t
from stdin with (format text);
DROP TABLE t;
\.
CREATE VIEW w AS SELECT 1 AS one;
\unrestrict key
)",
                                       u"file.sql"_s);
        QVERIFY2(!done.has_value(), "a backslash is no PL/pgSQL");
        QVERIFY2(done.error().message.startsWith("file.sql:14:1:"_L1),
                 qPrintable(done.error().message));
        QCOMPARE(database.rows(u"SELECT count(*) FROM t"_s), u"0"_s);
        QCOMPARE(database.rows(u"SELECT column_default FROM information_schema.columns WHERE "
                               "table_name = 't' AND column_name = 'v'"_s),
                 u"'\n\\kept\nCOPY x FROM stdin;'::text"_s);
    }

    void bodiesWithDollarsOfTwoKinds()
    {
        const test::TestDatabase database;
        const auto session = database.open();
        const auto done = DdlFile::run(*session, R"(CREATE TABLE t (id int);
CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $_$
BEGIN
  RETURN '$$
COPY t FROM stdin;
';
END $_$;
copy t
from stdin with (format text);
DROP TABLE t;
\.
CREATE VIEW w AS SELECT f() AS one;
)",
                                       u"file.sql"_s);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
        QCOMPARE(database.rows(u"SELECT one, (SELECT count(*) FROM t) FROM w"_s),
                 u"$$\nCOPY t FROM stdin;\n|0"_s);
    }

    /// What concerns more than the database it is built in is not run.
    void leavesTheServerAlone()
    {
        const test::TestDatabase database;
        const auto session = database.open();
        const auto done = DdlFile::run(*session, R"(
ALTER SYSTEM SET work_mem = '99MB';
CREATE ROLE ddl_file_role;
DROP ROLE IF EXISTS postgres_of_nobody;
CREATE USER ddl_file_user;
CREATE TABLESPACE ddl_file_space LOCATION '/nowhere';
DROP TABLESPACE IF EXISTS ddl_file_space;
CREATE DATABASE ddl_file_database;
CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p;
LOAD 'nothing';
SET SESSION AUTHORIZATION 'nobody';
SET ROLE nobody;
SET a_setting_of_tomorrow = on;
BEGIN;
CREATE TABLE t (id int);
ALTER TABLE t OWNER TO nobody;
GRANT SELECT ON t TO nobody;
INSERT INTO t VALUES (1);
COMMIT;
)",
                                       u"file.sql"_s);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
        QCOMPARE(database.rows(u"SELECT count(*) FROM t"_s), u"0"_s);
        QCOMPARE(database.rows(u"SELECT rolname FROM pg_roles WHERE rolname LIKE 'ddl_file%' UNION "
                               "SELECT datname FROM pg_database WHERE datname LIKE 'ddl_file%' "
                               "UNION SELECT name FROM pg_file_settings WHERE name = 'work_mem'"_s),
                 QString());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("message");
        QTest::newRow("syntax") << QByteArray("CREATE TABLE a (id int);\nCREATE TABEL b (id int);")
                                << u"file.sql:2:8:"_s;
        QTest::newRow("quote") << QByteArray("SELECT 'x") << u"file.sql:1:8:"_s;
        QTest::newRow("archive") << QByteArray("PGDMP\0\1", 7) << u"no SQL text"_s;
        QTest::newRow("latin1") << QByteArray("SELECT 'bl\xe5';") << u"UTF-8"_s;
        QTest::newRow("meta") << QByteArray("SELECT 1 \\gexec\n") << u"file.sql:1:10:"_s;
    }

    void refusals()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, message);
        const test::TestDatabase database;
        const auto session = database.open();
        const auto done = DdlFile::run(*session, sql, u"file.sql"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(done.error().message.contains(message), qPrintable(done.error().message));
    }

    /// What a killed program left is dropped, what may be another's is not.
    void scratchOrphans()
    {
        const test::TestDatabase database;
        const auto session = database.open();
        const QString now =
            session->query(u"SELECT extract(epoch FROM now())::bigint"_s)->text(0, 0);
        const QString old = u"roster_scratch_%1_0a"_s.arg(now.toLongLong() - 7200);
        const QString used = u"roster_scratch_%1_0b"_s.arg(now.toLongLong() - 7200);
        const QString young = u"roster_scratch_%1_0c"_s.arg(now.toLongLong() - 60);
        const QStringList names{old, used, young, u"roster_scratch_mine"_s};
        for (const QString &name : names)
            QVERIFY(session->query(u"CREATE DATABASE "_s + name));
        {
            ConnectionProfile profile = database.profile();
            profile.parameters.insert(u"dbname"_s, used);
            const auto user = Session::open(profile);
            QVERIFY(user);
            Progress progress;
            const auto scratch = ScratchDatabase::create(*session, progress);
            QVERIFY(scratch);
            QVERIFY((*scratch)->session().query(u"CREATE TABLE t (id int)"_s));
        }
        QCOMPARE(database.rows(u"SELECT datname FROM pg_database WHERE datname LIKE "
                               "'roster\\_scratch\\_%' ORDER BY datname"_s),
                 (QStringList{used, young, names.last()}).join(u'\n'));
        for (const QString &name : names)
            QVERIFY(session->query(u"DROP DATABASE IF EXISTS "_s + name));
    }

    void cancelledScratchLeavesNothing()
    {
        const test::TestDatabase database;
        const auto session = database.open();
        Progress progress;
        progress.cancel();
        const auto scratch = ScratchDatabase::create(*session, progress);
        QVERIFY(!scratch);
        QCOMPARE(scratch.error().kind, Error::Kind::Cancelled);
        QVERIFY2(session->query(u"SELECT 1"_s), "the session is free again");
    }
};

QTEST_GUILESS_MAIN(DdlFileTest)
#include "tst_ddlfile.moc"
