// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/backupsource.h"
#include "tests/support/program.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roster;

/// Whatever ends a backup early: no half file gets a name.
class BackupFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_source = std::make_unique<test::BackupSource>(); }

    void failures_data();
    void failures();
    void neverHalfWhenKilled();
    void cancelled();
    void diskFull();

private:
    std::unique_ptr<test::BackupSource> m_source;
};

void BackupFailuresTest::failures_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("text");
    QTest::newRow("dies") << u"echo half; kill -9 $$"_s << u"pg_dump was killed before its end"_s;
    QTest::newRow("fails") << u"echo half; echo 'pg_dump: error: no luck' >&2; exit 1"_s
                           << u"no luck"_s;
    QTest::newRow("older") << u"echo"_s << u"refuses servers newer than itself"_s;
    QTest::newRow("no program") << QString() << u"is no pg_dump"_s;
}

void BackupFailuresTest::failures()
{
    QFETCH(const QString, script);
    QFETCH(const QString, text);
    const bool isOld = qstrcmp(QTest::currentDataTag(), "older") == 0;
    BackupRequest request;
    request.pgDump = m_source->path(u"pg_dump"_s);
    if (!script.isEmpty()) {
        QFile program(request.pgDump);
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write(u"#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) %1'; "
                      "exit; fi\n%2\n"_s.arg(isOld ? u"9.6"_s : u"99.1"_s, script)
                          .toUtf8());
        program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    const auto receipt = m_source->run(request);
    QVERIFY(!receipt);
    QVERIFY2(receipt.error().toText().contains(text), qPrintable(receipt.error().toText()));
    QVERIFY(!receipt.error().hint.isEmpty());
    QCOMPARE(m_source->files(), QStringList());
}

/// A pg_dump that is slow, so that there is a moment to kill us in.
void BackupFailuresTest::neverHalfWhenKilled()
{
    m_source->database().run(u"CREATE TABLE locked (id int)"_s);
    const auto holder = m_source->database().open();
    QVERIFY(holder->script(u"BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE"_s));
    QProcess process;
    process.setProcessEnvironment(test::bareEnvironment());
    process.start(QString::fromUtf8(ROSTER_BINARY),
                  {u"backup"_s, u"create"_s, u"--to"_s, m_source->folder(), u"--url"_s,
                   m_source->database().url()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(
        m_source->database().rows(u"SELECT count(*) FROM pg_stat_activity WHERE application_name = "
                                  "'pg_dump' AND wait_event_type = 'Lock' AND datname = "
                                  "current_database()"_s)
        != u"0"_s);
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished();
    const BackupListing listing = m_source->list();
    QCOMPARE(listing.files.size(), 0);
    QCOMPARE(listing.leftovers.size(), 1);
    QVERIFY(!listing.leftovers.first().isBeingWritten);
    QVERIFY(holder->script(u"ROLLBACK"_s));
    const auto receipt = m_source->run();
    QVERIFY(receipt);
    QCOMPARE(receipt->removed, QStringList{listing.leftovers.first().path});
    QCOMPARE(m_source->list().leftovers.size(), 0);
    QCOMPARE(m_source->list().files.size(), 1);
    // pg_dump died with us, and its session ended.
    QTRY_COMPARE(
        m_source->database().rows(u"SELECT count(*) FROM pg_stat_activity WHERE application_name "
                                  "= 'pg_dump' AND datname = current_database()"_s),
        u"0"_s);
}

void BackupFailuresTest::cancelled()
{
    Progress progress;
    progress.onChanged = [&progress] {
        if (progress.state().done > 0)
            progress.cancel();
    };
    const auto receipt = m_source->run({}, &progress);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, Error::Kind::Cancelled);
    QCOMPARE(m_source->files(), QStringList());
}

void BackupFailuresTest::diskFull()
{
    m_source->database().run(
        u"CREATE TABLE noise AS SELECT md5(i::text) FROM generate_series(1, 20000) i"_s);
    // A limit on the size of files stands for a full disk where this account may not mount one.
    const auto run = test::runShell(
        u"trap '' XFSZ; ulimit -f 4; $ROSTER backup create --to '%1' --url '%2'"_s.arg(
            m_source->folder(), m_source->database().url()));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains("File too large"), run.error.constData());
    QCOMPARE(m_source->files(), QStringList());
    if (::geteuid() != 0)
        return;
    const auto full = test::runShell(
        u"mkdir -p '%1' && mount -t tmpfs -o size=64k none '%1' || exit 77; "
        "$ROSTER backup create --to '%1' --url '%2'; code=$?; find '%1' -type f >&2; umount '%1'; "
        "exit $code"_s.arg(m_source->folder(), m_source->database().url()));
    if (full.exitCode == 77)
        return;
    QCOMPARE(full.exitCode, 1);
    QVERIFY2(full.error.contains("The disk is full"), full.error.constData());
    QVERIFY(!full.error.contains("/last/."));
}

QTEST_GUILESS_MAIN(BackupFailuresTest)
#include "tst_backupfailures.moc"
