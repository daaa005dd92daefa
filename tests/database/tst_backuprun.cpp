// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"
#include "models/backup/backuprun.h"
#include "models/backup/dumpprogram.h"
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

/// A database with what is awkward to count.
void fill(const test::TestDatabase &database)
{
    database.run(uR"(
        CREATE TABLE players (id serial PRIMARY KEY, name text);
        INSERT INTO players (name) SELECT 'player ' || i FROM generate_series(1, 2000) i;
        CREATE TABLE "odd "" name" (x int); INSERT INTO "odd "" name" VALUES (1), (2);
        CREATE TABLE parted (id int) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
        INSERT INTO parted SELECT generate_series(0, 4);
        CREATE TABLE parent (id int); CREATE TABLE child () INHERITS (parent);
        INSERT INTO child VALUES (1);
        CREATE TABLE alembic_version (version_num varchar(32));
        INSERT INTO alembic_version VALUES ('5f2ab61c09d7');
        SELECT lo_create(4711))"_s);
}

}  // namespace

class BackupRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<test::TestDatabase>();
        fill(*m_database);
    }

    void makesAWholeBackup();
    void snapshotOutlastsWrites();
    void plainSqlWithRoles();
    void linksFollowTheNewest();
    void oddNames();
    void failures_data();
    void failures();
    void neverHalfWhenKilled();
    void cancelled();
    void diskFull();
    void versions();
    void encrypted();
    void passwordStaysPrivate();

private:
    QString folder() const { return m_folder->filePath(u"backups"_s); }
    Result<BackupReceipt> run(BackupRequest request = {}, Progress *progress = nullptr) const
    {
        Progress nobody;
        const auto session = m_database->open();
        if (request.folder.isEmpty())
            request.folder = folder();
        return BackupRun::run(*session, progress ? *progress : nobody, request);
    }
    BackupListing list() const
    {
        Progress nobody;
        const auto listing = BackupFolder::list(folder(), nobody);
        return listing ? *listing : BackupListing();
    }
    /// Every file below the folder.
    QStringList files() const
    {
        const auto found = test::runShell(u"cd '%1' && find . -type f | sort"_s.arg(folder()));
        return QString::fromUtf8(found.out).split(u'\n', Qt::SkipEmptyParts);
    }
    /// What a new database holds after the file was restored into it by PostgreSQL's own tools.
    static QString restored(const QString &unpack, const QString &sql)
    {
        const test::TestDatabase target;
        const auto done = test::runShell(
            u"set -o pipefail; %1"_s.arg(unpack).replace(u"TARGET"_s, u"'%1'"_s.arg(target.url())));
        return done.exitCode == 0 ? target.rows(sql) : QString::fromUtf8(done.error);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
};

void BackupRunTest::makesAWholeBackup()
{
    const auto receipt = run();
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

    const BackupListing listing = list();
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
    writer.start(u"psql"_s, {u"-qXd"_s, m_database->url(), u"-c"_s,
                             u"DO $$BEGIN FOR i IN 1..100000 LOOP INSERT INTO players (name) "
                             "VALUES ('x'); COMMIT; END LOOP; END$$"_s});
    QVERIFY(writer.waitForStarted());
    QTRY_VERIFY(m_database->rows(u"SELECT count(*) > 2000 FROM players"_s) == u"t"_s);
    const auto receipt = run();
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
    const auto receipt = run(request);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    QVERIFY(receipt->path.endsWith(".sql.gz"_L1));
    QCOMPARE(list().files.size(), 1);
    QCOMPARE(list().files.first().head.text(), u"plain, gzip"_s);
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
    const auto first = run();
    m_database->run(u"DELETE FROM players WHERE id > 10"_s);
    const auto second = run();
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(first->path != second->path);
    const BackupListing listing = list();
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
    const auto third = run();
    QVERIFY(third);
    QCOMPARE(third->links.size(), 2);
    QCOMPARE(third->warnings.size(), 1);
    QCOMPARE(foreign.size(), 10);
}

void BackupRunTest::oddNames()
{
    const QString name = u"-a 'b\"=ü/%\\"_s;
    m_database->run(u"DROP DATABASE IF EXISTS "_s + quoted(name));
    m_database->run(u"CREATE DATABASE "_s + quoted(name));
    ConnectionProfile profile = m_database->profile();
    profile.parameters[u"dbname"_s] = name;
    {
        const auto session = Session::open(profile);
        QVERIFY(session);
        Progress nobody;
        BackupRequest request;
        request.folder = m_folder->filePath(u"od'd =\"földer"_s);
        const auto receipt = BackupRun::run(**session, nobody, request);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
        QCOMPARE(receipt->manifest.database, name);
        const auto listing = BackupFolder::list(request.folder, nobody);
        QCOMPARE(listing->files.size(), 1);
        QCOMPARE(listing->files.first().database, name);
    }
    m_database->run(u"DROP DATABASE "_s + quoted(name));
}

void BackupRunTest::failures_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("text");
    QTest::newRow("dies") << u"echo half; kill -9 $$"_s << u"pg_dump was killed before its end"_s;
    QTest::newRow("fails") << u"echo half; echo 'pg_dump: error: no luck' >&2; exit 1"_s
                           << u"no luck"_s;
    QTest::newRow("older") << u"echo"_s << u"refuses servers newer than itself"_s;
    QTest::newRow("no program") << QString() << u"is no pg_dump"_s;
}

void BackupRunTest::failures()
{
    QFETCH(const QString, script);
    QFETCH(const QString, text);
    const bool isOld = qstrcmp(QTest::currentDataTag(), "older") == 0;
    BackupRequest request;
    request.pgDump = m_folder->filePath(u"pg_dump"_s);
    if (!script.isEmpty()) {
        QFile program(request.pgDump);
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write(u"#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) %1'; "
                      "exit; fi\n%2\n"_s.arg(isOld ? u"9.6"_s : u"99.1"_s, script)
                          .toUtf8());
        program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    const auto receipt = run(request);
    QVERIFY(!receipt);
    QVERIFY2(receipt.error().toText().contains(text), qPrintable(receipt.error().toText()));
    QVERIFY(!receipt.error().hint.isEmpty());
    QCOMPARE(files(), QStringList());
}

/// A pg_dump that is slow, so that there is a moment to kill us in.
void BackupRunTest::neverHalfWhenKilled()
{
    m_database->run(u"CREATE TABLE locked (id int)"_s);
    const auto holder = m_database->open();
    QVERIFY(holder->script(u"BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE"_s));
    QProcess process;
    process.setProcessEnvironment(test::bareEnvironment());
    process.start(QString::fromUtf8(ROSTER_BINARY),
                  {u"backup"_s, u"create"_s, u"--to"_s, folder(), u"--url"_s, m_database->url()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(m_database->rows(u"SELECT count(*) FROM pg_stat_activity WHERE application_name = "
                                 "'pg_dump' AND wait_event_type = 'Lock' AND datname = "
                                 "current_database()"_s)
                != u"0"_s);
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished();
    const BackupListing listing = list();
    QCOMPARE(listing.files.size(), 0);
    QCOMPARE(listing.leftovers.size(), 1);
    QVERIFY(!listing.leftovers.first().isBeingWritten);
    QVERIFY(holder->script(u"ROLLBACK"_s));
    const auto receipt = run();
    QVERIFY(receipt);
    QCOMPARE(receipt->removed, QStringList{listing.leftovers.first().path});
    QCOMPARE(list().leftovers.size(), 0);
    QCOMPARE(list().files.size(), 1);
    // pg_dump died with us, and its session ended.
    QTRY_COMPARE(m_database->rows(u"SELECT count(*) FROM pg_stat_activity WHERE application_name "
                                  "= 'pg_dump' AND datname = current_database()"_s),
                 u"0"_s);
}

void BackupRunTest::cancelled()
{
    Progress progress;
    progress.onChanged = [&progress] {
        if (progress.state().done > 0)
            progress.cancel();
    };
    const auto receipt = run({}, &progress);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, Error::Kind::Cancelled);
    QCOMPARE(files(), QStringList());
}

void BackupRunTest::diskFull()
{
    m_database->run(
        u"CREATE TABLE noise AS SELECT md5(i::text) FROM generate_series(1, 20000) i"_s);
    // A limit on the size of files stands for a full disk where this account may not mount one.
    const auto run = test::runShell(
        u"trap '' XFSZ; ulimit -f 4; $ROSTER backup create --to '%1' --url '%2'"_s.arg(
            folder(), m_database->url()));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.error.contains("File too large"), run.error.constData());
    QCOMPARE(files(), QStringList());
    if (::geteuid() != 0)
        return;
    const auto full = test::runShell(
        u"mkdir -p '%1' && mount -t tmpfs -o size=64k none '%1' || exit 77; "
        "$ROSTER backup create --to '%1' --url '%2'; code=$?; find '%1' -type f >&2; umount '%1'; "
        "exit $code"_s.arg(folder(), m_database->url()));
    if (full.exitCode == 77)
        return;
    QCOMPARE(full.exitCode, 1);
    QVERIFY2(full.error.contains("The disk is full"), full.error.constData());
    QVERIFY(!full.error.contains("/last/."));
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
    const QString home = m_folder->filePath(u"gnupg"_s);
    const auto made =
        test::runShell(u"mkdir -m 700 '%1'; GNUPGHOME='%1' gpg --batch --quiet --passphrase '' "
                       "--quick-generate-key tester@example.org"_s.arg(home));
    QVERIFY2(made.exitCode == 0, made.error.constData());
    qputenv("GNUPGHOME", home.toUtf8());
    const auto receipt = run(request);
    request.recipients = QStringList{u"gpg:stranger@example.org"_s};
    const auto refused = run(request);
    qunsetenv("GNUPGHOME");
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    QVERIFY(receipt->path.endsWith(".dump.zst.gpg"_L1));
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"stranger"_s));
    QCOMPARE(list().files.size(), 1);
    QVERIFY(list().files.first().isGood());
    QCOMPARE(list().leftovers.size(), 0);
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
    request.pgDump = m_folder->filePath(u"pg_dump"_s);
    QFile program(request.pgDump);
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\nif [ \"$1\" = --version ]; then exec pg_dump --version; fi\n"
                  "echo \"$@\" > "
                  + m_folder->filePath(u"words"_s).toUtf8() + "; env > "
                  + m_folder->filePath(u"env"_s).toUtf8() + "\nexec pg_dump \"$@\"\n");
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    program.close();
    ConnectionProfile profile = m_database->profile();
    profile.password = u"s3cret word"_s;
    const auto session = Session::open(profile);
    QVERIFY(session);
    Progress nobody;
    request.folder = folder();
    const auto receipt = BackupRun::run(**session, nobody, request);
    QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().toText()));
    const auto read = [this](const QString &name) {
        QFile file(m_folder->filePath(name));
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
