// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/dumpprogram.h"
#include "tests/support/backupsource.h"
#include "tests/support/program.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class BackupRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_source = std::make_unique<test::BackupSource>(); }

    void makesAWholeBackup();
    void snapshotOutlastsWrites();
    void plainSqlWithRoles();
    void linksFollowTheNewest();
    void oddNames();
    void versions();
    void encrypted();
    void passwordStaysPrivate();

private:
    /// What a new database holds after the file was restored into it by PostgreSQL's own tools.
    static QString restored(const QString &unpack, const QString &sql)
    {
        const test::TestDatabase target;
        const auto done = test::runShell(
            u"set -o pipefail; %1"_s.arg(unpack).replace(u"TARGET"_s, u"'%1'"_s.arg(target.url())));
        return done.exitCode == 0 ? target.rows(sql) : QString::fromUtf8(done.error);
    }

    std::unique_ptr<test::BackupSource> m_source;
};

void BackupRunTest::makesAWholeBackup()
{
    const auto receipt = m_source->run();
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    const BackupManifest &manifest = receipt->manifest;
    QStringList rows;
    for (const auto &one : manifest.rows)
        rows << u"%1=%2"_s.arg(one.table).arg(one.rows);
    QCOMPARE(rows.join(u' '),
             u"alembic_version=1 child=1 odd \" name=2 parent=0 parted_1=5 players=2000"_s);
    QCOMPARE(manifest.revisions, QStringList{u"5f2ab61c09d7"_s});
    QCOMPARE(manifest.census.value(u"tables"_s), 6);
    QCOMPARE(manifest.census.value(u"partitioned tables"_s), 1);
    QCOMPARE(manifest.census.value(u"large objects"_s), 1);
    QCOMPARE(manifest.sequences.value(u"public.players_id_seq"_s), u"2000"_s);
    QCOMPARE(manifest.encoding, u"UTF8"_s);
    QVERIFY(qAbs(manifest.snapshot.secsTo(QDateTime::currentDateTimeUtc())) < 60);

    const BackupListing listing = m_source->list();
    QCOMPARE(listing.files.size(), 1);
    const BackupFile &file = listing.files.first();
    QVERIFY2(file.isGood(), qPrintable(file.problems.join(u';')));
    QCOMPARE(file.head.text(), u"custom, zstd"_s);
    QCOMPARE(file.places.size(), 4);
    QVERIFY(file.manifest);
    QVERIFY(file.verification);
    QCOMPARE(file.verification->level, BackupVerification::Level::Checksum);
    const auto sum = test::runShell(u"sha256sum < '%1'"_s.arg(receipt->path));
    QCOMPARE(sum.out.first(64), manifest.sha256);
    QCOMPARE(restored(u"zstd -dc '%1' | pg_restore -e -d TARGET"_s.arg(receipt->path),
                      u"SELECT count(*), max(name), (SELECT count(*) FROM parted) FROM players"_s),
             u"2000|player 999|5"_s);
}

void BackupRunTest::snapshotOutlastsWrites()
{
    // Somebody writes all the time; what is counted is what the file holds.
    QProcess writer;
    writer.start(u"psql"_s, {u"-qXd"_s, m_source->database().url(), u"-c"_s,
                             u"DO $$BEGIN FOR i IN 1..100000 LOOP INSERT INTO players (name) "
                             "VALUES ('x'); COMMIT; END LOOP; END$$"_s});
    QVERIFY(writer.waitForStarted());
    QTRY_VERIFY(m_source->database().rows(u"SELECT count(*) > 2000 FROM players"_s) == u"t"_s);
    const auto receipt = m_source->run();
    writer.kill();
    writer.waitForFinished();
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    QCOMPARE(restored(u"zstd -dc '%1' | pg_restore -e -d TARGET"_s.arg(receipt->path),
                      u"SELECT count(*) FROM players"_s),
             QString::number(receipt->manifest.rows.last().rows));
}

void BackupRunTest::plainSqlWithRoles()
{
    BackupRequest request;
    request.format = BackupRequest::Format::SqlGz;
    request.withRoles = true;
    const auto receipt = m_source->run(request);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    QVERIFY(receipt->path.endsWith(".sql.gz"_L1));
    QCOMPARE(m_source->list().files.size(), 1);
    QCOMPARE(m_source->list().files.first().head.text(), u"plain, gzip"_s);
    QFile roles(receipt->path + u".roles.sql"_s);
    QVERIFY(roles.open(QIODevice::ReadOnly));
    const QByteArray text = roles.readAll();
    QVERIFY(text.contains("CREATE ROLE roster"));
    QVERIFY(!text.contains("PASSWORD '"));
    QCOMPARE(
        restored(u"gunzip -c '%1' | psql -qX -v ON_ERROR_STOP=1 -d TARGET"_s.arg(receipt->path),
                 u"SELECT count(*) FROM players"_s),
        u"2000"_s);
}

void BackupRunTest::linksFollowTheNewest()
{
    const auto first = m_source->run();
    m_source->database().run(u"DELETE FROM players WHERE id > 10"_s);
    const auto second = m_source->run();
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(first->path != second->path);
    const BackupListing listing = m_source->list();
    QCOMPARE(listing.files.size(), 2);
    QCOMPARE(listing.files.at(0).path(), second->path);
    QCOMPARE(listing.files.at(0).places.size(), 4);
    QCOMPARE(listing.files.at(1).places.size(), 1);
    // What is not ours is never replaced.
    QFile foreign(second->links.first());
    foreign.remove();
    QFile::remove(BackupManifest::pathFor(second->links.first()));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write("somebody's");
    foreign.close();
    const auto third = m_source->run();
    QVERIFY(third);
    QCOMPARE(third->links.size(), 2);
    QCOMPARE(third->warnings.size(), 1);
    QCOMPARE(foreign.size(), 10);
}

void BackupRunTest::oddNames()
{
    const QString name = u"-a 'b\"=ü/%\\"_s;
    m_source->database().run(u"DROP DATABASE IF EXISTS "_s + quoted(name));
    m_source->database().run(u"CREATE DATABASE "_s + quoted(name));
    ConnectionProfile profile = m_source->database().profile();
    profile.parameters[u"dbname"_s] = name;
    {
        const auto session = Session::open(profile);
        QVERIFY(session);
        Progress nobody;
        BackupRequest request;
        request.folder = m_source->path(u"od'd =\"földer"_s);
        const auto receipt = BackupRun::run(**session, nobody, request);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
        QCOMPARE(receipt->manifest.database, name);
        const auto listing = BackupFolder::list(request.folder, nobody);
        QCOMPARE(listing->files.size(), 1);
        QCOMPARE(listing->files.first().database, name);
    }
    m_source->database().run(u"DROP DATABASE "_s + quoted(name));
}

void BackupRunTest::versions()
{
    const auto none = DumpProgram::fitting(170001, {u"/nowhere"_s});
    QVERIFY(!none);
    QVERIFY(none.error().hint.contains(u"postgresql-client-17"_s));
    const auto folders = LocalPaths::standard().binaries;
    const auto newer = DumpProgram::fitting(990001, folders);
    QVERIFY(!newer);
    QVERIFY(newer.error().message.contains(u"PostgreSQL 99"_s));
    const auto older = DumpProgram::fitting(100001, folders);
    QVERIFY(older);
}

void BackupRunTest::encrypted()
{
    BackupRequest request;
    request.recipients = QStringList{u"gpg:tester@example.org"_s};
    const QString home = m_source->path(u"gnupg"_s);
    const auto made =
        test::runShell(u"mkdir -m 700 '%1'; GNUPGHOME='%1' gpg --batch --quiet --passphrase '' "
                       "--quick-generate-key tester@example.org"_s.arg(home));
    QVERIFY2(made.exitCode == 0, made.error.constData());
    qputenv("GNUPGHOME", home.toUtf8());
    const auto receipt = m_source->run(request);
    request.recipients = QStringList{u"gpg:stranger@example.org"_s};
    const auto refused = m_source->run(request);
    qunsetenv("GNUPGHOME");
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    QVERIFY(receipt->path.endsWith(".dump.zst.gpg"_L1));
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"stranger"_s));
    QCOMPARE(m_source->list().files.size(), 1);
    QVERIFY(m_source->list().files.first().isGood());
    QCOMPARE(m_source->list().leftovers.size(), 0);
    QCOMPARE(restored(u"GNUPGHOME='%1' gpg -qd '%2' | zstd -dc | pg_restore -e -d TARGET"_s.arg(
                          home, receipt->path),
                      u"SELECT count(*) FROM players"_s),
             u"2000"_s);
    test::runShell(u"GNUPGHOME='%1' gpgconf --kill all"_s.arg(home));
}

void BackupRunTest::passwordStaysPrivate()
{
    // A pg_dump that writes down how it was started.
    BackupRequest request;
    request.pgDump = m_source->path(u"pg_dump"_s);
    QFile program(request.pgDump);
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\nif [ \"$1\" = --version ]; then exec pg_dump --version; fi\n"
                  "echo \"$@\" > "
                  + m_source->path(u"words"_s).toUtf8() + "; env > "
                  + m_source->path(u"env"_s).toUtf8() + "\nexec pg_dump \"$@\"\n");
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();
    ConnectionProfile profile = m_source->database().profile();
    profile.password = u"s3cret word"_s;
    const auto session = Session::open(profile);
    QVERIFY(session);
    Progress nobody;
    request.folder = m_source->folder();
    const auto receipt = BackupRun::run(**session, nobody, request);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    const auto read = [this](const QString &name) {
        QFile file(m_source->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(read(u"words"_s).contains("--snapshot="));
    QVERIFY(!read(u"words"_s).contains("s3cret"));
    QVERIFY(read(u"env"_s).contains("PGPASSWORD=s3cret word\n"));
    QVERIFY(qgetenv("PGPASSWORD").isEmpty());
    QFile manifest(BackupManifest::pathFor(receipt->path));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QVERIFY(!manifest.readAll().contains("s3cret"));
}

QTEST_GUILESS_MAIN(BackupRunTest)
#include "tst_backuprun.moc"
