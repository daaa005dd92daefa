// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"
#include "models/backup/backupschedule.h"
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

/// The system's own tools are replaced by scripts: a test must not change the account's timers.
class BackupScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(m_folder->filePath(u"bin"_s)));
    }

    void texts();
    void cronRunsWhatIsWritten();
    void systemd();
    void nobody();
    void refusesPasswords();
    void hooks();

private:
    void tool(const QString &name, const QByteArray &script) const
    {
        QFile file(m_folder->filePath(u"bin/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    QMap<QString, QString> variables() const
    {
        return {{u"PATH"_s, m_folder->filePath(u"bin"_s) + u":/usr/bin:/bin"_s},
                {u"XDG_CONFIG_HOME"_s, m_folder->filePath(u"config"_s)}};
    }
    test::ProgramRun schedule(const QStringList &words) const
    {
        return test::runProgram(QStringList{u"backup"_s, u"schedule"_s} + words, variables());
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void BackupScheduleTest::texts()
{
    BackupSchedule::Plan plan;
    plan.folder = u"/b"_s;
    plan.command = {u"/x/roster"_s, u"50% \"of\" $HOME's\\"_s};
    QVERIFY(BackupSchedule::serviceText(plan).contains(
        u"ExecStart=\"/x/roster\" \"50%% \\\"of\\\" $$HOME's\\\\\""_s));
    QVERIFY(BackupSchedule::timerText(plan).contains(u"OnCalendar=*-*-* 03:15:00\n"_s));
    QVERIFY(BackupSchedule::cronText(plan).contains(
        u"15 3 * * * '/x/roster' '50\\% \"of\" $HOME'\\''s\\'"_s));
    plan.every = BackupSchedule::Every::Week;
    QVERIFY(BackupSchedule::timerText(plan).contains(u"OnCalendar=Mon *-*-* 03:15:00\n"_s));
    plan.folder = u"/b\n* * * * * evil"_s;
    QVERIFY(!BackupSchedule::install(plan));
}

void BackupScheduleTest::cronRunsWhatIsWritten()
{
    const test::TestDatabase database;
    database.run(u"CREATE TABLE players AS SELECT 1 AS id"_s);
    tool(u"systemctl"_s, "exit 1");
    const QString tab = m_folder->filePath(u"crontab"_s);
    tool(u"crontab"_s,
         "if [ \"$1\" = -l ]; then cat '" + tab.toUtf8()
             + "' 2>/dev/null || { echo 'no crontab for x' >&2; exit 1; }; else cat > '"
             + tab.toUtf8() + "'; fi");
    QFile others(tab);
    QVERIFY(others.open(QIODevice::WriteOnly));
    others.write("MAILTO=x\n\n0 0 * * * /bin/true\n");
    others.close();
    const QString folder = m_folder->filePath(u"it's \"here\" 5%"_s);
    const QStringList words{u"install"_s,   u"--to"_s,    folder,   u"--url"_s,
                            database.url(), u"--every"_s, u"hour"_s};
    const auto dry = schedule(words + QStringList{u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY(!read(u"crontab"_s).contains("roster"));
    const auto installed = schedule(words);
    QVERIFY2(installed.exitCode == 0, installed.error.constData());
    QCOMPARE(schedule(words).exitCode, 0);  // again: replaced, not doubled
    QCOMPARE(read(u"crontab"_s), "MAILTO=x\n\n0 0 * * * /bin/true\n" + dry.out);
    const auto shown = schedule({u"show"_s});
    QVERIFY(shown.out.contains(dry.out));
    // As cron does it: the line behind the times, `\%` taken back, by sh.
    QByteArray line = dry.out.split('\n').at(1);
    line.remove(0, qsizetype(qstrlen("15 * * * * ")));
    line.replace("\\%", "%");
    const auto run = test::runShell(QString::fromUtf8(line));
    QVERIFY2(run.exitCode == 0, run.error.constData());
    Progress nobody;
    const auto listing = BackupFolder::list(folder, nobody);
    QVERIFY(listing);
    QCOMPARE(listing->files.size(), 1);
    QVERIFY(listing->files.first().isGood());
    const auto removed = schedule({u"remove"_s});
    QVERIFY2(removed.exitCode == 0, removed.error.constData());
    QCOMPARE(read(u"crontab"_s), "MAILTO=x\n\n0 0 * * * /bin/true\n");
    QCOMPARE(schedule({u"remove"_s}).exitCode, 2);
    QCOMPARE(schedule({u"remove"_s, u"roster-backup-x"_s}).exitCode, 1);
}

void BackupScheduleTest::systemd()
{
    tool(u"systemctl"_s, "echo \"$@\" >> '" + m_folder->filePath(u"calls"_s).toUtf8() + "'");
    const QString folder = m_folder->filePath(u"backups"_s);
    const auto installed = schedule({u"install"_s, u"--to"_s, folder, u"--at"_s, u"4:05"_s,
                                     u"--on-failure"_s, u"mail -s 'no backup' me"_s});
    QVERIFY2(installed.exitCode == 0, installed.error.constData());
    const QString id = QString::fromUtf8(installed.out).trimmed();
    const QByteArray service = read(u"config/systemd/user/%1.service"_s.arg(id));
    QVERIFY2(service.contains("\"--on-failure\" \"mail -s 'no backup' me\""), service.constData());
    QVERIFY(read(u"config/systemd/user/%1.timer"_s.arg(id)).contains("OnCalendar=*-*-* 04:05:00"));
    QVERIFY(read(u"calls"_s).contains("--user enable --now " + id.toUtf8() + ".timer"));
    QVERIFY(schedule({u"show"_s, u"--json"_s}).out.contains("\"keeper\": \"systemd\""));
    QCOMPARE(schedule({u"remove"_s, id}).exitCode, 0);
    QVERIFY(read(u"calls"_s).contains("--user disable --now " + id.toUtf8() + ".timer"));
    QVERIFY(read(u"config/systemd/user/%1.service"_s.arg(id)).isEmpty());
    // A timer that cannot be started leaves no files.
    tool(u"systemctl"_s, "case \"$2\" in enable) echo 'no luck' >&2; exit 1; esac");
    const auto failed = schedule({u"install"_s, u"--to"_s, folder});
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(failed.error.contains("no luck"));
    QVERIFY(QDir(m_folder->filePath(u"config/systemd/user"_s)).isEmpty());
}

void BackupScheduleTest::nobody()
{
    tool(u"systemctl"_s, "exit 1");
    auto here = variables();
    here[u"PATH"_s] = m_folder->filePath(u"bin"_s);
    const auto run = test::runProgram({u"backup"_s, u"schedule"_s, u"install"_s}, here);
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains("'backup' 'create'"), run.error.constData());
}

void BackupScheduleTest::refusesPasswords()
{
    const auto run = schedule({u"install"_s, u"--url"_s, u"postgresql://me:secret@host/game"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.error.contains(".pgpass"));
    QVERIFY(!run.error.contains("secret"));
}

void BackupScheduleTest::hooks()
{
    const test::TestDatabase database;
    tool(u"hook"_s, "echo \"$1|$ROSTER_BACKUP_STATUS|$ROSTER_BACKUP_FILE$ROSTER_BACKUP_ERROR\" >> '"
                        + m_folder->filePath(u"calls"_s).toUtf8() + "'");
    const QString hook = m_folder->filePath(u"bin/hook"_s) + u" \"$(touch x) ; y\""_s;
    const QString folder = m_folder->filePath(u"backups"_s);
    QStringList words{u"backup"_s, u"create"_s,       u"--to"_s, folder,     u"--on-success"_s,
                      hook,        u"--on-failure"_s, hook,      u"--url"_s, database.url()};
    QCOMPARE(test::runProgram(words).exitCode, 0);
    QVERIFY2(read(u"calls"_s).startsWith("$(touch x) ; y|done|" + folder.toUtf8() + "/last/"),
             read(u"calls"_s).constData());
    QFile::remove(m_folder->filePath(u"calls"_s));
    words << u"--pg-dump"_s << u"/nowhere"_s;
    QCOMPARE(test::runProgram(words).exitCode, 1);
    QCOMPARE(read(u"calls"_s), "$(touch x) ; y|failed|/nowhere is no pg_dump.\n");
    words = {u"backup"_s,       u"create"_s, u"--to"_s,  folder,
             u"--on-success"_s, u"false"_s,  u"--url"_s, database.url()};
    const auto failed = test::runProgram(words);
    QCOMPARE(failed.exitCode, 1);
    // The backup is there all the same, and is named.
    QVERIFY2(failed.out.startsWith(folder.toUtf8() + "/last/"), failed.out.constData());
    QVERIFY2(failed.error.contains("The command after the backup failed"),
             failed.error.constData());
}

QTEST_GUILESS_MAIN(BackupScheduleTest)
#include "tst_backupschedule.moc"
