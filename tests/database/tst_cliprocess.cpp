// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/silentserver.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace roster;
using test::ProgramRun;

/// Pipes, full disks and signals.
class CliProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database.run(uR"(
            CREATE TABLE players (id serial PRIMARY KEY, name varchar(100) NOT NULL,
                level int NOT NULL, total_exp int NOT NULL, created_at timestamp NOT NULL);
            INSERT INTO players (name, level, total_exp, created_at)
                SELECT 'player ' || i, i % 100, i, '2026-01-02 03:04:05'
                FROM generate_series(1, 200000) i)"_s);
    }

    void closedPipeIsNoError_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"json", "csv", "table"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    void closedPipeIsNoError()
    {
        QFETCH(const QString, format);
        const ProgramRun run = test::runShell(
            u"\"$ROSTER\" players --format %1 | head -n 2; echo ${PIPESTATUS[0]}"_s.arg(format),
            variables());
        QCOMPARE(run.error, QByteArray());
        QVERIFY2(run.out.endsWith("\n0\n"), run.out.constData());
        QCOMPARE(run.out.count('\n'), 3);
    }

    void fullDiskIsAnError()
    {
        for (const char *line :
             {"\"$ROSTER\" players --json > /dev/full", "\"$ROSTER\" players --limit 1 > /dev/full",
              "\"$ROSTER\" --help > /dev/full", "\"$ROSTER\" --version >&-"}) {
            const ProgramRun run = test::runShell(QString::fromLatin1(line), variables());
            QVERIFY2(run.exitCode == 1, line);
            QVERIFY2(run.error.contains("The result could not be written"), run.error.constData());
        }
    }

    void messagesAreNoResult()
    {
        const ProgramRun run =
            test::runShell(u"\"$ROSTER\" players --where 1=0 --json 2> /dev/null"_s, variables());
        QCOMPARE(run.out, QByteArray("{\"players\": [], \"count\": 0}\n"));
    }

    void interruptCancelsAtTheServer_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("kill") << SIGTERM;
    }

    void interruptCancelsAtTheServer()
    {
        QFETCH(const int, signal);
        QProcess process;
        start(process, {u"players"_s, u"--where"_s, u"pg_sleep(60) IS NULL"_s});
        const QString running = u"SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                u"current_database() AND query LIKE '%pg_sleep(60)%' AND pid <> "
                                u"pg_backend_pid() AND state = 'active'"_s;
        QTRY_COMPARE(m_database.rows(running), u"1"_s);
        ::kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("Cancelled."));
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QTRY_COMPARE(m_database.rows(running), u"0"_s);
    }

    void interruptWhileNobodyReads()
    {
        QProcess process;
        // The reader never reads, so the program hangs in its write.
        process.setProcessEnvironment(environment());
        process.start(u"bash"_s, {u"-c"_s, u"(echo $BASHPID >&2; exec \"$ROSTER\" players --json) "
                                           u"| (sleep 30 & echo $! >&2; wait)"_s});
        QByteArray pids;
        QTRY_VERIFY((pids += process.readAllStandardError()).count('\n') == 2);
        const QList<QByteArray> lines = pids.trimmed().split('\n');
        const auto isRoster = [](const QByteArray &pid) {
            QFile name(u"/proc/%1/comm"_s.arg(QString::fromLatin1(pid)));
            return name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "roster";
        };
        QTRY_VERIFY(isRoster(lines.at(0)) || isRoster(lines.at(1)));
        const bool first = isRoster(lines.at(0));
        const QByteArray program = lines.at(first ? 0 : 1);
        const QByteArray sleeper = lines.at(first ? 1 : 0);
        const auto writes = [&] {
            QFile place(u"/proc/%1/wchan"_s.arg(QString::fromLatin1(program)));
            return place.open(QIODevice::ReadOnly) && place.readAll().contains("pipe");
        };
        QTRY_VERIFY(writes());
        ::kill(program.toInt(), SIGINT);
        QTRY_VERIFY_WITH_TIMEOUT(!isRoster(program), 20'000);
        ::kill(sleeper.toInt(), SIGKILL);
        QVERIFY(process.waitForFinished());
    }

    void interruptWhileConnecting()
    {
        const test::SilentServer silent;
        QProcess process;
        start(process,
              {u"players"_s, u"--url"_s, u"postgresql://u:hunter2@%1/d"_s.arg(silent.address())});
        QTRY_VERIFY(silent.hasVisitor());
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(8000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardError().contains("Cancelled."));
    }

    void windowEndsWhileConnecting()
    {
        const test::SilentServer silent;
        QProcess process;
        QProcessEnvironment offscreen = environment();
        offscreen.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(offscreen);
        process.start(QString::fromUtf8(ROSTER_BINARY),
                      {u"--url"_s, u"postgresql://u@%1/d"_s.arg(silent.address())});
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasVisitor(), 30'000);
        process.terminate();
        QVERIFY(process.waitForFinished(8000));  // connect_timeout would be ten seconds
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void passwordLeavesTheCommandLine()
    {
        const test::SilentServer silent;
        QProcess process;
        start(process,
              {u"players"_s, u"--url"_s, u"postgresql://u:hunter2@%1/d"_s.arg(silent.address())});
        QTRY_VERIFY(silent.hasVisitor());
        QFile words(u"/proc/%1/cmdline"_s.arg(process.processId()));
        QVERIFY(words.open(QIODevice::ReadOnly));
        const QByteArray line = words.readAll();
        QVERIFY(line.contains("players"));
        QVERIFY2(!line.contains("hunter2"), line.constData());
        process.kill();
        QVERIFY(process.waitForFinished());
    }

private:
    QMap<QString, QString> variables() const { return {{u"DATABASE_URL"_s, m_database.url()}}; }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = test::bareEnvironment();
        environment.insert(u"DATABASE_URL"_s, m_database.url());
        return environment;
    }

    void start(QProcess &process, const QStringList &words) const
    {
        process.setProcessEnvironment(environment());
        process.start(QString::fromUtf8(ROSTER_BINARY), words);
        QVERIFY(process.waitForStarted());
    }

    test::TestDatabase m_database;
};

QTEST_GUILESS_MAIN(CliProcessTest)
#include "tst_cliprocess.moc"
