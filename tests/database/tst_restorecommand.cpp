// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/transaction.h"
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/program.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

namespace {

constexpr auto slowRows =
    "CREATE FUNCTION public.slow(int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN PERFORM "
    "pg_sleep(60); RETURN true; END$$;\nCREATE TABLE public.s (a int CHECK "
    "(public.slow(a)));\nCOPY public.s (a) FROM stdin;\n1\n\\.\n";

class TestRestoreCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replacesAndUndoes();
    void makesANewDatabase();
    void refusesFiles_data();
    void refusesFiles();
    void wantsTheName();
    void looksOnly();
    void killedWhileCopying();
    void killedWhileItIndexes();
    void killedAtTheSwap();
    void interruptedLeavesNothing();
    void saysWhoIsAtIt();
    void keepsADatabaseOfTheBackend();
    void restoresInPlace();

private:
    QString write(const QString &name, const QByteArray &text) const;
    QString packed(const QString &name, const QByteArray &text) const;
    std::unique_ptr<QProcess> started(const LiveDatabase &live, const QString &file) const;
    static bool waitFor(const LiveDatabase &live, const QString &condition);
    void killAndCheck(const QString &name, const QByteArray &tail, const QString &condition);

    QTemporaryDir m_folder;
    QByteArray m_dump;
};

QString TestRestoreCommand::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("not written");
    return file.fileName();
}

QString TestRestoreCommand::packed(const QString &name, const QByteArray &text) const
{
    const QString plain = write(u"plain"_s, text);
    const QString path = m_folder.filePath(name);
    if (QProcess::execute(u"bash"_s, {u"-c"_s, u"gzip -c '%1' > '%2'"_s.arg(plain, path)}) != 0)
        qFatal("gzip");
    return path;
}

/// The end of the dump with something before pg_dump's last line.
QByteArray with(const QByteArray &dump, const QByteArray &tail)
{
    QByteArray text = dump;
    return text.replace("--\n-- PostgreSQL database dump complete",
                        tail
                            + "--\n-- PostgreSQL database "
                              "dump complete");
}

std::unique_ptr<QProcess> TestRestoreCommand::started(const LiveDatabase &live,
                                                      const QString &file) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(bareEnvironment());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QString::fromUtf8(ROSTER_BINARY),
                   {u"restore"_s, file, u"--replace"_s, live.name(), u"--yes-replace"_s,
                    live.name(), u"--url"_s, live.url()});
    return process;
}

bool TestRestoreCommand::waitFor(const LiveDatabase &live, const QString &condition)
{
    const QString sql =
        u"SELECT count(*) FROM pg_stat_activity WHERE datname LIKE '%1\\_\\_%' AND "_s.arg(
            live.name())
        + condition;
    return QTest::qWaitFor([&] { return LiveDatabase::rowsIn(u"postgres"_s, sql) != "0"_L1; },
                           20000);
}

void TestRestoreCommand::initTestCase()
{
    const LiveDatabase source(u"cmd_source"_s);
    source.run(u"CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL); INSERT "
               "INTO players (name) SELECT 'p' || n FROM generate_series(1, 1000) n; CREATE TABLE "
               "alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc "
               "PRIMARY KEY (version_num)); INSERT INTO alembic_version VALUES ('abc')"_s);
    m_dump = dumpOf(source.name());
}

void TestRestoreCommand::replacesAndUndoes()
{
    const LiveDatabase live(u"cmd \"ü\""_s);
    live.run(u"CREATE TABLE kept AS SELECT 1 AS x"_s);
    const QString before = live.fingerprint();
    const QString file = packed(u"a b.sql.gz"_s, m_dump);
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
    const QString file = write(u"plain.sql"_s, m_dump);
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
        QFile file(packed(u"whole.sql.gz"_s, m_dump));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QByteArray flipped = whole;
    flipped[whole.size() / 2] = char(flipped.at(whole.size() / 2) ^ 4);
    QTest::newRow("truncated gz") << write(u"cut.sql.gz"_s, whole.first(whole.size() - 300))
                                  << u"truncated"_s;
    QTest::newRow("truncated, packed again")
        << packed(u"again.sql.gz"_s, m_dump.first(m_dump.size() / 2)) << u"cut off"_s;
    QTest::newRow("bit") << write(u"bit.sql.gz"_s, flipped) << u"d"_s;
    QTest::newRow("empty") << write(u"empty.sql.gz"_s, {}) << u"empty"_s;
    QTest::newRow("letters") << write(u"letters.sql"_s, "hello\n") << u"pg_dump"_s;
    QTest::newRow("none") << m_folder.filePath(u"none"_s) << u"none"_s;
    QTest::newRow("shell") << write(u"shell.sql"_s, with(m_dump, "\\! touch /tmp/x\n"))
                           << u"Line"_s;
    QTest::newRow("program") << write(u"program.sql"_s, with(m_dump, "COPY public.players FROM "
                                                                     "PROGRAM 'id';\n"))
                             << u"Line"_s;
    QTest::newRow("role") << write(u"role.sql"_s, with(m_dump, "GRANT ALL ON public.players TO "
                                                               "no_such_role;\n"))
                          << u"no_such_role"_s;
    QTest::newRow("extension") << write(u"extension.sql"_s,
                                        with(m_dump, "CREATE EXTENSION IF NOT EXISTS no_such;\n"))
                               << u"no_such"_s;
    QTest::newRow("cluster") << write(u"all.sql"_s, "--\n-- PostgreSQL database cluster dump\n--\n")
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
    const QString file = write(u"named.sql"_s, m_dump);
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
    const ProgramRun run = runProgram({u"restore"_s, write(u"look.sql"_s, m_dump), u"--replace"_s,
                                       live.name(), u"--dry-run"_s, u"--url"_s, live.url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QVERIFY(run.out.contains("public.players: 1,000") || run.out.contains("public.players: 1000"));
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreCommand::killAndCheck(const QString &name, const QByteArray &tail,
                                      const QString &condition)
{
    const LiveDatabase live(name);
    live.run(u"CREATE TABLE kept AS SELECT 1 AS x"_s);
    const QString before = live.fingerprint();
    const auto process = started(live, write(name, with(m_dump, tail)));
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

void TestRestoreCommand::killedWhileCopying()
{
    killAndCheck(u"cmd_copying"_s, slowRows, u"wait_event = 'PgSleep'"_s);
}

void TestRestoreCommand::killedWhileItIndexes()
{
    killAndCheck(u"cmd_indexing"_s,
                 "CREATE FUNCTION public.slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS "
                 "$$BEGIN PERFORM pg_sleep(60); RETURN 1; END$$;\nCREATE INDEX slow ON "
                 "public.players (public.slow(id));\n",
                 u"query LIKE 'CREATE INDEX%' AND wait_event = 'PgSleep'"_s);
}

void TestRestoreCommand::killedAtTheSwap()
{
    const LiveDatabase live(u"cmd_swapping"_s);
    const QString before = live.fingerprint();
    const auto blocker = Session::open(LiveDatabase::profileOf(u"postgres"_s));
    auto blocking = Transaction::begin(**blocker);
    QVERIFY((*blocker)->query(u"COMMENT ON DATABASE cmd_swapping IS 'x'"_s));
    QVERIFY((*blocker)->query(u"ALTER DATABASE cmd_swapping CONNECTION LIMIT 5"_s));
    const auto process = started(live, write(u"swap.sql"_s, m_dump));
    const QString renaming = u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE "
                             "'ALTER DATABASE \"cmd_swapping\" RENAME%' AND wait_event_type = "
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

void TestRestoreCommand::interruptedLeavesNothing()
{
    const LiveDatabase live(u"cmd_interrupted"_s);
    const QString before = live.fingerprint();
    const auto process = started(live, write(u"interrupt.sql"_s, with(m_dump, slowRows)));
    QVERIFY(waitFor(live, u"wait_event = 'PgSleep'"_s));
    process->terminate();
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 130);
    QCOMPARE(live.fingerprint(), before);
    QCOMPARE(live.leftovers(), QStringList());
}

void TestRestoreCommand::saysWhoIsAtIt()
{
    const LiveDatabase live(u"cmd_twice"_s);
    const QString file = write(u"twice.sql"_s, with(m_dump, slowRows));
    const auto first = started(live, file);
    QVERIFY(waitFor(live, u"wait_event = 'PgSleep'"_s));
    const auto second = started(live, file);
    QVERIFY(second->waitForFinished());
    QCOMPARE(second->exitCode(), 1);
    const QByteArray error = second->readAllStandardError();
    QVERIFY2(error.contains("Another restore of cmd_twice is at work: roster"), error.constData());
    const ProgramRun cleanup = runProgram({u"restore"_s, u"cleanup"_s, u"--url"_s, live.url()});
    QVERIFY2(cleanup.out.contains("at work"), cleanup.out.constData());
    QCOMPARE(live.leftovers().size(), 1);
    first->terminate();
    QVERIFY(first->waitForFinished());
}

/// Owner, sequence, version row: the backend finds what it made.
void TestRestoreCommand::keepsADatabaseOfTheBackend()
{
    LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE cmd_backend LOGIN"_s);
    {
        const LiveDatabase live(u"cmd_backend_game"_s, u"OWNER cmd_backend"_s);
        const QString file =
            write(u"backend.sql"_s,
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
        QStringList words{u"restore"_s,       write(u"place.sql"_s, dump),
                          u"--replace"_s,     live.name(),
                          u"--yes-replace"_s, live.name(),
                          u"--url"_s,         url,
                          u"--in-place"_s};
        ProgramRun run = runProgram(words);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("verified backup"), run.error.constData());
        words << u"--without-backup"_s;
        words[1] = write(u"bad.sql"_s, with(dump, "SELECT 1/0;\n"));
        run = runProgram(words);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("division by zero"), run.error.constData());
        QCOMPARE(live.fingerprint(), before);
        words[1] = write(u"place.sql"_s, dump);
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
