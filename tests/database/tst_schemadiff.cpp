// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using test::ProgramRun;
using test::runProgram;

/// `roster schema diff` as people run it.
class SchemaDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void declaredAndLive()
    {
        const test::TestDatabase database;
        const QString url = database.url();
        ProgramRun run = runProgram({u"schema"_s, u"diff"_s, u"--url"_s, url});
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.out, "added table public.players\n");

        run = runProgram({u"schema"_s, u"diff"_s, u"--url"_s, url, u"--sql"_s});
        QCOMPARE(run.exitCode, 3);
        database.run(QString::fromUtf8(run.out));
        run = runProgram({u"schema"_s, u"diff"_s, u"--url"_s, url});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, "");
        QCOMPARE(run.error, "No differences.\n");
        run = runProgram({u"schema"_s, u"diff"_s, u"--from"_s, u"head"_s, u"--to"_s, url});
        QVERIFY2(run.exitCode == 0, (run.out + run.error).constData());
        QCOMPARE(database.rows(u"SELECT datname FROM pg_database WHERE datname LIKE "
                               "'roster_scratch%'"_s),
                 QString());
    }

    void filesAndRenames()
    {
        const test::TestDatabase database;
        const QString before = file(u"before.sql"_s, "CREATE TABLE t (id int, old text);\n");
        const QString after = file(u"after.sql"_s, "CREATE TABLE u (id int, fresh text);\n");
        database.run(u"CREATE TABLE t (id int, old text); INSERT INTO t VALUES (1, 'kept')"_s);
        ProgramRun run =
            runProgram({u"schema"_s, u"diff"_s, u"--from"_s, before, u"--to"_s, database.url()});
        QCOMPARE(run.exitCode, 0);

        run = runProgram({u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, after});
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.out, "removed table public.t\nadded table public.u\n");
        run = runProgram({u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, after,
                          u"--rename"_s, u"t.old=fresh"_s, u"--rename"_s, u"t=u"_s, u"--sql"_s});
        QCOMPARE(run.exitCode, 3);
        database.run(QString::fromUtf8(run.out));
        QCOMPARE(database.rows(u"SELECT * FROM u"_s), u"1|kept"_s);
        run = runProgram({u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, after});
        QCOMPARE(run.exitCode, 0);
    }

    /// Tables before their columns, names with their places, schemas, types, and what a partition's
    /// indexes are called.
    void renamesOfEveryKind()
    {
        const test::TestDatabase database;
        database.run(
            u"CREATE SCHEMA old; CREATE TYPE old.pair AS (x int, y int); "
            "CREATE TABLE old.t (id serial, a text, p old.pair) PARTITION BY LIST (id); "
            "CREATE TABLE old.part PARTITION OF old.t FOR VALUES IN (1); "
            "CREATE INDEX ON old.t (p); INSERT INTO old.t (a, p) VALUES ('kept', '(1,2)')"_s);
        const QString after =
            file(u"renamed.sql"_s,
                 "CREATE SCHEMA fresh; CREATE TYPE fresh.two AS (x int, y int); "
                 "CREATE TABLE fresh.u (id serial, b text, p fresh.two) PARTITION BY LIST (id); "
                 "CREATE TABLE fresh.slice PARTITION OF fresh.u FOR VALUES IN (1); "
                 "CREATE INDEX ON fresh.u (p);");
        QStringList words{u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, after};
        const QStringList renames{u"old=fresh"_s, u"old.t=old.u"_s, u"old.t.a=old.t.b"_s,
                                  u"old.part=slice"_s, u"old.pair=two"_s};
        QStringList renaming = words;
        for (const QString &rename : renames)
            renaming << u"--rename"_s << rename;
        ProgramRun run = runProgram(renaming + QStringList{u"--sql"_s});
        QVERIFY2(run.exitCode == 3, run.error.constData());
        QVERIFY2(!run.out.contains("DROP "), run.out.constData());
        database.run(QString::fromUtf8(run.out));
        QCOMPARE(database.rows(u"SELECT b, p FROM fresh.u"_s), u"kept|(1,2)"_s);
        QCOMPARE(database.rows(u"SELECT to_regclass('fresh.slice_p_idx')"_s),
                 u"fresh.slice_p_idx"_s);
        run = runProgram(words);
        QVERIFY2(run.exitCode == 0, (run.out + run.error).constData());
    }

    void dumpsAreRead()
    {
        const test::TestDatabase database;
        database.run(
            u"CREATE TABLE t (id serial PRIMARY KEY, v varchar(10) CHECK (v IN ('a','b')));"
            "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $_$ SELECT '; \\x' $_$;"
            "INSERT INTO t (v) VALUES ('a')"_s);
        const ProgramRun dump = test::runShell(u"pg_dump -d '%1'"_s.arg(database.url()));
        QCOMPARE(dump.exitCode, 0);
        const QString path = file(u"dump.sql"_s, dump.out);
        const ProgramRun run =
            runProgram({u"schema"_s, u"diff"_s, u"--from"_s, path, u"--to"_s, database.url()});
        QVERIFY2(run.exitCode == 0, (run.out + run.error).constData());
    }

    void json()
    {
        const test::TestDatabase database;
        database.run(u"CREATE TABLE t (a int)"_s);
        const QString path = file(u"after.sql"_s, "CREATE TABLE t (a bigint NOT NULL);");
        const ProgramRun run = runProgram(
            {u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, path, u"--json"_s});
        QCOMPARE(run.exitCode, 3);
        const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(answer.value(u"equal"_s).toBool(true), false);
        const QJsonObject change = answer.value(u"changes"_s).toArray().at(0).toObject();
        QCOMPARE(change.value(u"kind"_s).toString(), u"column"_s);
        QCOMPARE(change.value(u"name"_s).toString(), u"public.t.a"_s);
        QCOMPARE(change.value(u"properties"_s).toArray().size(), 2);
    }

    /// What no comparison sees is said, on the other channel.
    void notCompared()
    {
        const test::TestDatabase database;
        database.run(u"CREATE OPERATOR FAMILY f USING btree; CREATE TABLE t (a int)"_s);
        const QString path = file(u"same.sql"_s, "CREATE TABLE t (a int);");
        ProgramRun run =
            runProgram({u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, path});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, "");
        QCOMPARE(run.error, "Not compared: operator families (1).\nNo differences.\n");
        run = runProgram(
            {u"schema"_s, u"diff"_s, u"--from"_s, database.url(), u"--to"_s, path, u"--json"_s});
        const QJsonObject answer = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(answer.value(u"not_compared"_s).toObject().value(u"operator_family"_s).toInt(), 1);
    }

    void badSides_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        QTest::newRow("syntax") << QByteArray("CREATE TABLE t (a int);\nCREATE TABEL u ();")
                                << u"side.sql:2:8: syntax error"_s;
        QTest::newRow("unknown type") << QByteArray("CREATE TABLE t (a nosuch);")
                                      << u"side.sql:1:19: type \"nosuch\" does not exist"_s;
        QTest::newRow("quote") << QByteArray("CREATE TABLE t (a text DEFAULT 'x);")
                               << u"side.sql:1"_s;
        QTest::newRow("binary") << QByteArray("PGDMP\0\1\2", 8) << u"is no SQL text"_s;
    }

    void badSides()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, error);
        const test::TestDatabase database;
        const QString path = file(u"side.sql"_s, content);
        const ProgramRun run =
            runProgram({u"schema"_s, u"diff"_s, u"--from"_s, path, u"--to"_s, database.url()});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, "");
        QVERIFY2(QString::fromUtf8(run.error).contains(error), run.error.constData());
    }

    /// Ctrl+C reaches the server, and the database it was building in goes, also where the signal
    /// comes twice, to the program and to its group.
    void interrupted()
    {
        const test::TestDatabase database;
        const QString path = file(u"slow.sql"_s, "CREATE TABLE t (a int);\nSELECT pg_sleep(60);");
        QElapsedTimer time;
        time.start();
        const ProgramRun run =
            test::runShell(u"\"$ROSTER\" schema diff --from '%1' --to '%2' & sleep 2; "
                           "kill $!; sleep 0.005; kill $!; wait $!"_s.arg(path, database.url()));
        QVERIFY2(run.exitCode == 130, run.error.constData());
        QVERIFY(time.elapsed() < 30000);
        QCOMPARE(database.rows(u"SELECT datname FROM pg_database WHERE datname LIKE "
                               "'roster_scratch%'"_s),
                 QString());
        QCOMPARE(database.rows(u"SELECT query FROM pg_stat_activity WHERE query LIKE "
                               "'SELECT pg_sleep%' AND state = 'active'"_s),
                 QString());
    }

private:
    QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SchemaDiffTest)
#include "tst_schemadiff.moc"
