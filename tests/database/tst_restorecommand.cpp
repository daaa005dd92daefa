// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/restorefiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

class TestRestoreCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesAndUndoes();
    void makesANewDatabase();
    void refusesFiles_data();
    void refusesFiles();
    void wantsTheName();
    void looksOnly();
    void keepsADatabaseOfTheBackend();
    void restoresInPlace();

private:
    const RestoreFiles m_files{u"cmd"_s};
    const QByteArray m_dump = m_files.dump();
};

void TestRestoreCommand::replacesAndUndoes()
{
    const LiveDatabase live(u"cmd \"ü\""_s);
    live.run(u"CREATE TABLE kept AS SELECT 1 AS x"_s);
    const QString before = live.fingerprint();
    const QString file = m_files.packed(u"a b.sql.gz"_s, m_dump);
    const ProgramRun run =
        runProgram({u"restore"_s, file, u"--replace"_s, live.name(), u"--yes-replace"_s,
                    live.name(), u"--url"_s, live.url(), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject receipt = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(receipt.value("rows"_L1).toInt(), 1001);
    QCOMPARE(live.rows(u"SELECT count(*) FROM players"_s), u"1000"_s);
    QCOMPARE(live.leftovers(), QStringList{receipt.value("before"_L1).toString()});
    ProgramRun undo = runProgram({u"restore"_s, u"undo"_s, u"--url"_s, live.url()});
    QCOMPARE(undo.exitCode, 1);
    QVERIFY(undo.error.contains("--yes-replace"));
    undo = runProgram({u"restore"_s, u"undo"_s, live.name(), u"--yes-replace"_s, live.name(),
                       u"--url"_s, live.url()});
    QVERIFY2(undo.exitCode == 0, undo.error.constData());
    QCOMPARE(live.fingerprint(), before);
    const QStringList left = live.leftovers();
    QCOMPARE(left.size(), 1);
    const ProgramRun list = runProgram({u"restore"_s, u"cleanup"_s, u"--url"_s, live.url()});
    QVERIFY2(list.exitCode == 0 && QString::fromUtf8(list.out).contains(left.first()),
             list.error.constData());
    QCOMPARE(live.leftovers(), left);
    QCOMPARE(
        runProgram({u"restore"_s, u"cleanup"_s, u"--drop"_s, left.first(), u"--url"_s, live.url()})
            .exitCode,
        0);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreCommand::makesANewDatabase()
{
    const LiveDatabase live(u"cmd_any"_s);
    const QString file = m_files.write(u"plain.sql"_s, m_dump);
    const QStringList words{u"restore"_s, file, u"--into"_s, u"cmd_new"_s, u"--url"_s, live.url()};
    const ProgramRun run = runProgram(words);
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QCOMPARE(LiveDatabase::rowsIn(u"cmd_new"_s, u"SELECT count(*) FROM players"_s), u"1000"_s);
    QCOMPARE(runProgram(words).exitCode, 1);
    LiveDatabase::runIn(u"postgres"_s, u"DROP DATABASE cmd_new"_s);
}

void TestRestoreCommand::refusesFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    const QByteArray whole = [&] {
        QFile file(m_files.packed(u"whole.sql.gz"_s, m_dump));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QByteArray flipped = whole;
    flipped[whole.size() / 2] = char(flipped.at(whole.size() / 2) ^ 4);
    QTest::newRow("truncated gz") << m_files.write(u"cut.sql.gz"_s, whole.first(whole.size() - 300))
                                  << u"truncated"_s;
    QTest::newRow("truncated, packed again")
        << m_files.packed(u"again.sql.gz"_s, m_dump.first(m_dump.size() / 2)) << u"cut off"_s;
    QTest::newRow("bit") << m_files.write(u"bit.sql.gz"_s, flipped) << u"d"_s;
    QTest::newRow("empty") << m_files.write(u"empty.sql.gz"_s, {}) << u"empty"_s;
    QTest::newRow("letters") << m_files.write(u"letters.sql"_s, "hello\n") << u"pg_dump"_s;
    QTest::newRow("none") << m_files.path(u"none"_s) << u"none"_s;
    QTest::newRow("shell") << m_files.write(u"shell.sql"_s, withTail(m_dump, "\\! touch /tmp/x\n"))
                           << u"Line"_s;
    QTest::newRow("program") << m_files.write(u"program.sql"_s,
                                              withTail(m_dump, "COPY public.players FROM "
                                                               "PROGRAM 'id';\n"))
                             << u"Line"_s;
    QTest::newRow("role") << m_files.write(u"role.sql"_s,
                                           withTail(m_dump, "GRANT ALL ON public.players TO "
                                                            "no_such_role;\n"))
                          << u"no_such_role"_s;
    QTest::newRow("extension") << m_files.write(
        u"extension.sql"_s, withTail(m_dump, "CREATE EXTENSION IF NOT EXISTS no_such;\n"))
                               << u"no_such"_s;
    QTest::newRow("cluster") << m_files.write(u"all.sql"_s,
                                              "--\n-- PostgreSQL database cluster dump\n--\n")
                             << u"cluster"_s;
}

void TestRestoreCommand::refusesFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, says);
    const LiveDatabase live(u"cmd_refused"_s);
    live.run(u"CREATE TABLE kept AS SELECT 1 AS x"_s);
    const QString before = live.fingerprint();
    const ProgramRun run = runProgram({u"restore"_s, file, u"--replace"_s, live.name(),
                                       u"--yes-replace"_s, live.name(), u"--url"_s, live.url()});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(QString::fromUtf8(run.error).contains(says), run.error.constData());
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreCommand::wantsTheName()
{
    const LiveDatabase live(u"cmd_named"_s);
    const QString before = live.fingerprint();
    const QString file = m_files.write(u"named.sql"_s, m_dump);
    for (const QStringList &more :
         {QStringList{}, QStringList{u"--yes-replace"_s, u"cmd_name"_s}}) {
        const ProgramRun run = runProgram(
            QStringList{u"restore"_s, file, u"--replace"_s, live.name(), u"--url"_s, live.url()}
            + more);
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.error.contains("--yes-replace cmd_named"));
    }
    QCOMPARE(runProgram({u"restore"_s, file}).exitCode, 2);
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreCommand::looksOnly()
{
    const LiveDatabase live(u"cmd_looks"_s);
    const QString before = live.fingerprint();
    const ProgramRun run =
        runProgram({u"restore"_s, m_files.write(u"look.sql"_s, m_dump), u"--replace"_s, live.name(),
                    u"--dry-run"_s, u"--url"_s, live.url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QVERIFY(run.out.contains("public.players: 1,000") || run.out.contains("public.players: 1000"));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

/// Owner, sequence, version row: the backend finds what it made.
void TestRestoreCommand::keepsADatabaseOfTheBackend()
{
    LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE cmd_backend LOGIN"_s);
    {
        const LiveDatabase live(u"cmd_backend_game"_s, u"OWNER cmd_backend"_s);
        const QString file =
            m_files.write(u"backend.sql"_s,
                          QByteArray(m_dump).replace("OWNER TO roster", "OWNER TO cmd_backend"));
        const auto process = started(live, file);
        QVERIFY(process->waitForFinished());
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        ConnectionProfile backend = live.profile();
        backend.parameters.insert(u"user"_s, u"cmd_backend"_s);
        const auto session = Session::open(backend);
        QVERIFY(session);
        const auto added =
            (*session)->query(u"INSERT INTO players (name) VALUES ('new') RETURNING id"_s);
        QVERIFY(added);
        QCOMPARE(added->text(0, 0), u"1001"_s);
        QVERIFY((*session)->query(u"UPDATE alembic_version SET version_num = 'def'"_s));
        QVERIFY((*session)->query(u"ALTER TABLE players ADD COLUMN motto text"_s));
        QVERIFY((*session)->query(u"CREATE TABLE more (id int)"_s));
    }
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE cmd_backend"_s);
}

void TestRestoreCommand::restoresInPlace()
{
    LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE cmd_poor LOGIN"_s);
    {
        const LiveDatabase live(u"cmd_place"_s, u"OWNER cmd_poor"_s);
        live.run(u"SET ROLE cmd_poor; CREATE TABLE kept AS SELECT 1 AS x; CREATE TABLE players (id "
                 "int); CREATE TYPE mood AS ENUM ('a'); CREATE FUNCTION g() RETURNS mood LANGUAGE "
                 "sql AS 'SELECT NULL::mood'"_s);
        const QString before = live.fingerprint();
        const QByteArray dump = QByteArray(m_dump).replace("OWNER TO roster", "OWNER TO cmd_poor");
        QString url = live.url();
        url.replace("roster@"_L1, "cmd_poor@"_L1);
        QStringList words{u"restore"_s,       m_files.write(u"place.sql"_s, dump),
                          u"--replace"_s,     live.name(),
                          u"--yes-replace"_s, live.name(),
                          u"--url"_s,         url,
                          u"--in-place"_s};
        ProgramRun run = runProgram(words);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("verified backup"), run.error.constData());
        words << u"--without-backup"_s;
        words[1] = m_files.write(u"bad.sql"_s, withTail(dump, "SELECT 1/0;\n"));
        run = runProgram(words);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("division by zero"), run.error.constData());
        QCOMPARE(live.fingerprint(), before);
        words[1] = m_files.write(u"place.sql"_s, dump);
        run = runProgram(words);
        QVERIFY2(run.exitCode == 0, run.error.constData());
        QVERIFY(run.error.contains("no undo"));
        QCOMPARE(live.rows(u"SELECT count(*), to_regclass('kept') FROM players"_s), u"1000|∅"_s);
        QCOMPARE(live.fingerprint().section(u'\n', 0, 0), before.section(u'\n', 0, 0));
        QCOMPARE(live.leftovers(), QStringList());
    }
    LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE cmd_poor"_s);
}

}  // namespace

QTEST_GUILESS_MAIN(TestRestoreCommand)
#include "tst_restorecommand.moc"
