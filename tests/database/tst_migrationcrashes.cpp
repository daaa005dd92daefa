// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is killed, and whenever: the state is a revision, the log tells, the next run works.
#include "models/database/canceller.h"
#include "models/database/transaction.h"
#include "models/migration/migrator.h"
#include "tests/support/program.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/testserver.h"

#include <QProcess>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// A real run of the program over a folder, to be killed.
std::unique_ptr<QProcess> started(const test::TestDatabase &database,
                                  const test::RevisionFolder &folder)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(test::bareEnvironment());
    process->start(QString::fromUtf8(ROSTER_BINARY), {u"migrate"_s, u"upgrade"_s, u"--migrations"_s,
                                                      folder.path(), u"--url"_s, database.url()});
    return process;
}

/// Every file whole: the embedded base comes along.
QString upgrade(const test::TestDatabase &database, const test::RevisionFolder &folder)
{
    const auto run = test::runProgram(
        {u"migrate"_s, u"upgrade"_s, u"--migrations"_s, folder.path(), u"--url"_s, database.url()});
    return run.exitCode == 0 ? QString() : QString::fromUtf8(run.error);
}

/// Waits until some backend of the database is at a statement like `pattern`; its pid.
QString backendAt(const test::TestDatabase &database, const QString &pattern)
{
    for (int i = 0; i < 400; ++i) {
        const QString pid = database.rows(
            u"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
            "pg_backend_pid() AND state <> 'idle' AND query LIKE '%1'"_s.arg(pattern));
        if (!pid.isEmpty())
            return pid;
        QTest::qWait(25);
    }
    return {};
}

constexpr auto base = "5f2ab61c09d7";

/// On top of the embedded revision.
void addOnBase(test::RevisionFolder &folder, const QString &id, const QString &sql,
               bool transactional = true)
{
    folder.add(id, {QString::fromLatin1(base)}, sql, QString(), transactional);
}

}  // namespace

class MigrationCrashesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killed_data()
    {
        QTest::addColumn<bool>("transactional");
        QTest::addColumn<bool>("server");
        QTest::newRow("runner") << true << false;
        QTest::newRow("backend") << true << true;
        QTest::newRow("runner, one by one") << false << false;
        QTest::newRow("backend, one by one") << false << true;
    }

    void killed()
    {
        QFETCH(bool, transactional);
        QFETCH(bool, server);
        test::TestDatabase database;
        test::RevisionFolder folder;
        addOnBase(folder, u"a1"_s,
                  u"CREATE TABLE a (id int); SELECT pg_sleep(CASE WHEN to_regclass('go') IS NULL "
                  "THEN 30 ELSE 0 END); CREATE TABLE b (id int)"_s,
                  transactional);
        const auto process = started(database, folder);
        const QString pid = backendAt(database, u"SELECT pg_sleep(CASE%"_s);
        QVERIFY2(!pid.isEmpty(), process->readAllStandardError().constData());
        if (server)
            database.run(u"SELECT pg_terminate_backend(%1)"_s.arg(pid));
        else
            process->kill();
        QVERIFY(process->waitForFinished());
        if (server)
            QCOMPARE(process->exitCode(), 1);

        QCOMPARE(database.rows(u"SELECT * FROM alembic_version"_s), QString::fromLatin1(base));
        database.run(u"CREATE TABLE public.go ()"_s);
        QCOMPARE(upgrade(database, folder), QString());
        QCOMPARE(database.rows(u"SELECT * FROM alembic_version"_s), u"a10000000000"_s);
        QCOMPARE(database.rows(u"SELECT to_regclass('a'), to_regclass('b')"_s), u"a|b"_s);
        const QString log =
            database.rows(u"SELECT statements_done, finished IS NOT NULL, error IS NOT NULL FROM "
                          "roster.migration_log WHERE revision = 'a10000000000' ORDER BY id"_s);
        QCOMPARE(log, transactional ? u"0|f|t\n3|t|f"_s : u"3|t|f"_s);
    }

    void anInterruptedIndexIsBuiltAnew()
    {
        test::TestDatabase database;
        test::RevisionFolder folder;
        database.run(u"CREATE TABLE t (id int); INSERT INTO t VALUES (1)"_s);
        addOnBase(folder, u"a1"_s, u"CREATE INDEX CONCURRENTLY i ON t (id)"_s, false);
        const auto blocker = database.open();
        auto writing = Transaction::begin(*blocker);
        QVERIFY(blocker->query(u"INSERT INTO t VALUES (2)"_s));
        const auto process = started(database, folder);
        const QString pid = backendAt(database, u"CREATE INDEX CONCURRENTLY%"_s);
        QVERIFY2(!pid.isEmpty(), process->readAllStandardError().constData());
        process->kill();
        QVERIFY(process->waitForFinished());
        // The server notices the loss by itself and lets go of the lock.
        QTRY_COMPARE_WITH_TIMEOUT(
            database.rows(u"SELECT count(*) FROM pg_stat_activity WHERE pid = %1"_s.arg(pid)),
            u"0"_s, 15000);
        QCOMPARE(database.rows(u"SELECT indisvalid FROM pg_index WHERE indexrelid = "
                               "'i'::regclass"_s),
                 u"f"_s);
        writing->rollback();
        QCOMPARE(upgrade(database, folder), QString());
        QCOMPARE(database.rows(u"SELECT indisvalid FROM pg_index WHERE indexrelid = "
                               "'i'::regclass"_s),
                 u"t"_s);
        QCOMPARE(database.rows(u"SELECT * FROM alembic_version"_s), u"a10000000000"_s);
    }

    void aCancelLeavesARevision()
    {
        test::TestDatabase database;
        test::RevisionFolder folder;
        addOnBase(folder, u"a1"_s, u"CREATE TABLE a (id int); SELECT pg_sleep(30)"_s);
        const auto process = started(database, folder);
        QVERIFY(!backendAt(database, u"SELECT pg_sleep(30)%"_s).isEmpty());
        process->terminate();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 130);
        QCOMPARE(database.rows(u"SELECT * FROM alembic_version"_s), QString::fromLatin1(base));
        QCOMPARE(
            database.rows(u"SELECT error FROM roster.migration_log ORDER BY id DESC LIMIT 1"_s),
            u"Cancelled."_s);
        QCOMPARE(database.rows(u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"_s),
                 u"0"_s);
    }

    void manyRunnersAtOnce()
    {
        const int rounds = qEnvironmentVariableIsSet("ROSTER_FULL") ? 20 : 2;
        for (int round = 0; round < rounds; ++round) {
            test::TestDatabase database;
            test::RevisionFolder folder;
            QString parent = QString::fromLatin1(base);
            for (int i = 0; i < 5; ++i) {
                const QString id = u"a%1"_s.arg(i);
                folder.add(id, {parent}, u"CREATE TABLE t%1 (id int)"_s.arg(i));
                parent = id;
            }
            std::vector<std::unique_ptr<QProcess>> processes;
            for (int i = 0; i < 3; ++i)
                processes.push_back(started(database, folder));
            for (const auto &process : processes) {
                QVERIFY(process->waitForFinished(60000));
                QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
            }
            QCOMPARE(database.rows(u"SELECT * FROM alembic_version"_s), u"a40000000000"_s);
            QCOMPARE(database.rows(u"SELECT count(*), count(finished) FROM roster.migration_log"_s),
                     u"6|6"_s);
        }
    }
};

QTEST_GUILESS_MAIN(MigrationCrashesTest)
#include "tst_migrationcrashes.moc"
