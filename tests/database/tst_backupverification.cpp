// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupdrill.h"
#include "models/backup/backupfolder.h"
#include "models/backup/backuprun.h"
#include "models/backup/backupverifier.h"
#include "models/backup/retention.h"
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

using Level = BackupVerification::Level;

class BackupVerificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<test::TestDatabase>();
        m_database->run(u"CREATE TABLE players AS SELECT i AS id, md5(i::text) AS name "
                        "FROM generate_series(1, 3000) i"_s);
    }

    void ours();
    void foreign_data();
    void foreign();
    void everyBitCounts();
    void withoutPgRestore();
    void drill_data();
    void drill();
    void drillsForeign_data();
    void drillsForeign();
    void drillsOneOfACluster();
    void retentionKeeps();
    void retentionOnDisk();

private:
    BackupReceipt make() const
    {
        Progress nobody;
        const auto session = m_database->open();
        BackupRequest request;
        request.folder = m_folder->path();
        return BackupRun::run(*session, nobody, request).value_or(BackupReceipt());
    }
    BackupListing list(const QString &path = {}) const
    {
        Progress nobody;
        return BackupFolder::list(path.isEmpty() ? m_folder->path() : path, nobody)
            .value_or(BackupListing());
    }
    /// `level (note)`, or the error.
    QString verified(const QString &path, Level level) const
    {
        Progress nobody;
        const BackupListing listing = list(path);
        if (listing.files.isEmpty())
            return u"nothing"_s;
        const auto found = BackupVerifier::verify(listing.files.first(), level, nobody);
        if (!found)
            return found.error().message;
        return BackupVerification::levelWord(found->level)
             + (found->note.isEmpty() ? QString() : u" ("_s + found->note + u')');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
};

void BackupVerificationTest::ours()
{
    const BackupReceipt receipt = make();
    QCOMPARE(verified(receipt.path, Level::Bytes), u"bytes"_s);
    QCOMPARE(verified(receipt.path, Level::Checksum), u"checksum"_s);
    QCOMPARE(verified(receipt.path, Level::Full), u"full"_s);
    const auto run = test::runProgram({u"backup"_s, u"verify"_s, m_folder->path()});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("read in full"), run.out.constData());
    const BackupFile file = list().files.first();
    QVERIFY(file.verification);
    QCOMPARE(file.verification->level, Level::Full);

    // A byte more, and nothing that was said of it holds.
    QFile written(receipt.path);
    QVERIFY(written.open(QIODevice::Append));
    written.write("x");
    written.close();
    QVERIFY(!list().files.first().verification);
    const auto again = test::runProgram({u"backup"_s, u"verify"_s, receipt.path});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.error.contains("not the file that was written"), again.error.constData());
}

void BackupVerificationTest::foreign_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("text");
    QTest::newRow("custom") << u"pg_dump -Fc URL > FILE"_s
                            << u"full (integrity unknown: whoever made it left no checksum)"_s;
    QTest::newRow("custom in gzip")
        << u"pg_dump -Fc URL | gzip > FILE"_s
        << u"full (by what it is packed with; whoever made it left no checksum)"_s;
    QTest::newRow("tar") << u"pg_dump -Ft URL > FILE"_s
                         << u"full (integrity unknown: whoever made it left no checksum)"_s;
    QTest::newRow("directory") << u"pg_dump -Fd URL -f FILE"_s
                               << u"full (whoever made it left no checksum)"_s;
    const QString packed = u"full (by what it is packed with; whoever made it left no checksum)"_s;
    QTest::newRow("plain in gzip") << u"pg_dump URL | gzip > FILE"_s << packed;
    QTest::newRow("two members")
        << u"pg_dump URL > p; (head -c 900 p | gzip; tail -c +901 p | gzip) > FILE"_s << packed;
    QTest::newRow("plain in xz") << u"pg_dump URL | xz > FILE"_s << packed;
    const QString unknown = u"full (integrity unknown: whoever made it left no checksum)"_s;
    QTest::newRow("plain in zstd") << u"pg_dump URL | zstd -q > FILE"_s << packed;
    QTest::newRow("plain in zstd, as libraries write it")
        << u"pg_dump URL | zstd -q --no-check > FILE"_s << unknown;
    QTest::newRow("plain in lz4, as libraries write it")
        << u"pg_dump URL | lz4 -q --no-frame-crc > FILE"_s << unknown;
    QTest::newRow("plain in xz without one") << u"pg_dump URL | xz -C none > FILE"_s << unknown;
    QTest::newRow("tar in bzip2") << u"pg_dump -Ft URL | bzip2 > FILE"_s << packed;
    QTest::newRow("custom in lz4") << u"pg_dump -Fc URL | lz4 -q > FILE"_s << packed;
    QTest::newRow("junk behind gzip")
        << u"(pg_dump URL | gzip; printf junk) > FILE"_s
        << u"full (by what it is packed with; whoever made it left no checksum; 4 byte(s) after "
           "the end of NAME's gzip stream were ignored.)"_s;
    QTest::newRow("of a whole database") << u"pg_dump -C URL | gzip > FILE"_s << packed;
    QTest::newRow("of a whole database, leading elsewhere")
        << uR"(pg_dump -C URL | sed 's/^.connect .*/\\connect other/' | gzip > FILE)"_s
        << u"FILE: Line N of the dump: a \\connect to other, which is not the database that this "
           "dump makes."_s;
    const QString hostile = uR"(pg_dump URL | sed '/dump complete/i WHAT' | gzip > FILE)"_s;
    QTest::newRow("with a command for psql")
        << QString(hostile).replace("WHAT"_L1, uR"(\\\! id)"_s)
        << uR"(FILE: Line N of the dump: \! id is a command for psql, and no such is run.)"_s;
    QTest::newRow("with a role") << QString(hostile).replace("WHAT"_L1, "CREATE ROLE x;"_L1)
                                 << u"FILE: Line N of the dump: no dump of pg_dump holds such a "
                                    "statement: CREATE ROLE x;"_s;
    QTest::newRow("with a statement behind its end")
        << u"(pg_dump URL; echo 'DELETE FROM public.players;') | gzip > FILE"_s
        << u"FILE: Line N of the dump: a statement behind the dump's end."_s;
    QTest::newRow("cluster")
        << u"(echo '-- PostgreSQL database cluster dump'; pg_dump -C URL; echo '-- PostgreSQL "
           "database cluster dump complete') | gzip > FILE"_s
        << u"full (by what it is packed with; whoever made it left no checksum; several databases: "
           "a restore takes the one that --database names)"_s;
    QTest::newRow("cluster with a command")
        << uR"((echo '-- PostgreSQL database cluster dump'; pg_dump -C URL | sed '/dump complete/i \\\! id'; echo '-- PostgreSQL database cluster dump complete') | gzip > FILE)"_s
        << uR"(FILE: Line N of the dump: \! id is a command for psql, and no such is run.)"_s;
    QTest::newRow("cut in the middle")
        << u"pg_dump URL | gzip | head -c 9000 > FILE"_s
        << u"NAME is truncated: its gzip stream ends before its end."_s;
    QTest::newRow("cut and packed again")
        << u"pg_dump URL | head -c 9000 | gzip > FILE"_s
        << u"FILE: The dump is cut off: it ends within the rows of public.players, at line N."_s;
    QTest::newRow("cut after its rows, packed again")
        << u"pg_dump URL | sed '/dump complete/,$d' | gzip > FILE"_s
        << u"FILE: The dump is cut off: it ends at line N, before pg_dump's last line."_s;
    QTest::newRow("custom, cut") << u"pg_dump -Fc URL | head -c 9000 > FILE"_s
                                 << u"NAME is truncated: it ends before its end."_s;
    QTest::newRow("directory, cut")
        << u"pg_dump -Fd -Z0 URL -f FILE; truncate -s -9 FILE/*[0-9].dat"_s
        << u"NAME/DATA is truncated: it ends before its end."_s;
    QTest::newRow("zstd, cut") << u"pg_dump URL | zstd -q | head -c 9000 > FILE"_s
                               << u"FILE: empty or damaged inside."_s;
}

void BackupVerificationTest::foreign()
{
    QFETCH(QString, command);
    QFETCH(QString, text);
    const QString path = m_folder->filePath(u"game-20261122-031500.sql.gz"_s);
    const auto run = test::runShell(
        u"set -e; cd "_s + m_folder->path() + u"; "_s
        + command.replace(u"URL"_s, u"'%1'"_s.arg(m_database->url())).replace(u"FILE"_s, path));
    QVERIFY2(run.exitCode == 0, run.error.constData());
    text.replace(u"FILE"_s, path).replace(u"NAME"_s, path.section(u'/', -1));
    static const QRegularExpression data(u"/\\d+\\.dat"_s);
    static const QRegularExpression line(u"([Ll]ine) \\d+"_s);
    QCOMPARE(verified(path, Level::Full).replace(data, u"/DATA"_s).replace(line, u"\\1 N"_s), text);
}

void BackupVerificationTest::everyBitCounts()
{
    const BackupReceipt receipt = make();
    QFile file(receipt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (int i = 0; i < 40; ++i) {
        QByteArray damaged = whole;
        const qsizetype at = whole.size() * i / 40;
        damaged[at] = char(damaged.at(at) ^ (1 << (i % 8)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        const QString said = verified(receipt.path, Level::Checksum);
        QVERIFY2(said.contains("damaged"_L1) || said.contains("changed since"_L1)
                     || said.contains("truncated"_L1),
                 qPrintable(said));
    }
}

void BackupVerificationTest::withoutPgRestore()
{
    const BackupReceipt receipt = make();
    Progress nobody;
    const BackupFile file = list().files.first();
    const auto found = BackupVerifier::verify(file, Level::Full, nobody, {u"/nowhere"_s});
    QVERIFY(found);
    QCOMPARE(found->level, Level::Checksum);
    QVERIFY2(found->note.contains("no pg_restore"_L1), qPrintable(found->note));
}

void BackupVerificationTest::drill_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("dump.zst") << u"dump.zst"_s;
    QTest::newRow("sql.gz") << u"sql.gz"_s;
}

void BackupVerificationTest::drill()
{
    QFETCH(const QString, format);
    m_database->run(u"CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id); "
                    "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10); "
                    "INSERT INTO parted SELECT generate_series(0, 4); "
                    "CREATE TABLE \"odd \"\" .name\" (t text); "
                    "INSERT INTO \"odd \"\" .name\" VALUES (E'\\\\.\\n\\t')"_s);
    const auto databases = [this] {
        return m_database->rows(u"SELECT string_agg(datname, ',' ORDER BY oid) FROM pg_database "
                                "WHERE datname LIKE '%drill%'"_s);
    };
    const QString before = databases();
    const auto made = test::runProgram({u"backup"_s, u"create"_s, u"--to"_s, m_folder->path(),
                                        u"--format"_s, format, u"--url"_s, m_database->url()});
    QVERIFY2(made.exitCode == 0, made.error.constData());
    const auto run = test::runProgram(
        {u"backup"_s, u"drill"_s, m_folder->path(), u"--url"_s, m_database->url()});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QVERIFY2(run.out.contains("3,006 rows in 3 tables")
                 || run.out.contains("3006 rows in 3 tables"),
             run.out.constData());
    const BackupFile file = list().files.first();
    QVERIFY(file.verification);
    QCOMPARE(file.verification->level, Level::Drill);
    QCOMPARE(databases(), before);

    // A manifest that says otherwise: the counts are compared.
    QFile manifest(BackupManifest::pathFor(file.path()));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QByteArray text = manifest.readAll();
    manifest.close();
    text.replace("\"rows\": 3000", "\"rows\": 3001");
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    manifest.write(text);
    manifest.close();
    const auto wrong = test::runProgram(
        {u"backup"_s, u"drill"_s, m_folder->path(), u"--url"_s, m_database->url()});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.error.contains("players"), wrong.error.constData());
    QCOMPARE(databases(), before);
}

void BackupVerificationTest::drillsForeign_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("plain in xz") << u"pg_dump URL | xz > FILE"_s;
    QTest::newRow("custom") << u"pg_dump -Fc URL > FILE"_s;
    QTest::newRow("tar in lz4") << u"pg_dump -Ft URL | lz4 -q > FILE"_s;
    QTest::newRow("directory") << u"pg_dump -Fd URL -f FILE"_s;
}

void BackupVerificationTest::drillsForeign()
{
    QFETCH(QString, command);
    const QString path = m_folder->filePath(u"game-20261122-031500.sql.gz"_s);
    const auto made = test::runShell(
        u"set -o pipefail; "_s
        + command.replace(u"URL"_s, u"'%1'"_s.arg(m_database->url())).replace(u"FILE"_s, path));
    QVERIFY2(made.exitCode == 0, made.error.constData());
    Progress progress;
    const auto report = BackupDrill::run(m_database->profile(), list().files.first(), progress);
    QVERIFY2(report, report ? "" : qPrintable(report.error().toText()));
    QCOMPARE(report->checks.allRows(), 3000);
    QCOMPARE(list().files.first().verification->level, Level::Drill);
}

void BackupVerificationTest::drillsOneOfACluster()
{
    const QString path = m_folder->filePath(u"all.sql.gz"_s);
    const auto made = test::runShell(
        u"(echo '-- PostgreSQL database cluster dump'; pg_dump -C '%1'; echo '-- PostgreSQL "
        "database cluster dump complete') | gzip > %2"_s.arg(m_database->url(), path));
    QVERIFY2(made.exitCode == 0, made.error.constData());
    const QStringList words{u"backup"_s, u"drill"_s, path, u"--url"_s, m_database->url()};
    const auto none = test::runProgram(words);
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.error.contains("--database NAME"), none.error.constData());
    const auto run = test::runProgram(
        words + QStringList{u"--database"_s, m_database->profile().value(u"dbname"_s)});
    QVERIFY2(run.exitCode == 0, run.error.constData());
    QVERIFY2(run.out.contains("3,000 rows") || run.out.contains("3000 rows"), run.out.constData());
}

void BackupVerificationTest::retentionKeeps()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    BackupListing listing;
    for (int days = 0; days < 300; ++days) {
        BackupFile file;
        file.inode = quint64(days) + 1;
        file.database = u"game"_s;
        BackupManifest manifest;
        manifest.snapshot = now.addDays(-days);
        file.manifest = std::make_shared<const BackupManifest>(manifest);
        for (const BackupSlot slot :
             {BackupSlot::Last, BackupSlot::Daily, BackupSlot::Weekly, BackupSlot::Monthly})
            file.places.append({slot, u"%1/%2"_s.arg(slotFolder(slot)).arg(days), {}});
        listing.files << file;
    }
    const auto names = [&](const Retention &ages, const QDateTime &at) {
        QStringList going;
        for (const auto &one : ages.plan(listing, at))
            going << one.path + (one.isLastName ? u"!"_s : QString());
        return going;
    };
    const QStringList going = names({}, now);
    QVERIFY(!going.contains("last/1"_L1));
    QVERIFY(going.contains("last/2"_L1));
    QVERIFY(!going.contains("daily/7"_L1));
    QVERIFY(going.contains("daily/8"_L1));
    QVERIFY(going.contains("weekly/29"_L1));
    QVERIFY(!going.contains("monthly/180"_L1));
    QVERIFY(going.contains("monthly/190!"_L1));
    QCOMPARE(names({}, now.addDays(-400)), QStringList());  // a clock set back

    // Years later: the least number stays, and the last one that was verified.
    listing.files[250].verification = BackupVerification{Level::Full, now, 0, 0, {}};
    listing.files[0].problems << u"truncated"_s;
    const QStringList later = names({}, now.addYears(3));
    for (const int kept : {1, 2, 3, 250})
        QVERIFY(!later.contains(u"monthly/%1!"_s.arg(kept)));
    QVERIFY(later.contains("monthly/0!"_L1));
    QVERIFY(later.contains("monthly/4!"_L1));
    listing.files[4].manifest.reset();  // not ours
    QVERIFY(!names({}, now.addYears(3)).join(u' ').contains("/4"_L1 + u"!"_s));
}

void BackupVerificationTest::retentionOnDisk()
{
    const BackupReceipt first = make();
    const BackupReceipt second = make();
    QFile foreign(m_folder->filePath(u"last/game-20200101-000000.sql"_s));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write("--\n-- PostgreSQL database dump\n");
    foreign.close();
    const QStringList words{u"backup"_s,  u"prune"_s, m_folder->path(), u"--keep-last"_s, u"0"_s,
                            u"--least"_s, u"1"_s};
    const auto dry = test::runProgram(words + QStringList{u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY(dry.out.contains(first.path.toUtf8()));
    QVERIFY(QFile::exists(first.path));
    const auto run = test::runProgram(words);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, dry.out);
    QVERIFY(!QFile::exists(first.path));
    QVERIFY(!QFile::exists(BackupManifest::pathFor(first.path)));
    QVERIFY(foreign.exists());
    const BackupListing listing = list();
    QCOMPARE(listing.files.size(), 2);
    QCOMPARE(listing.files.first().places.size(), 3);
    QVERIFY(listing.files.first().isGood());
    QVERIFY(listing.files.first().manifest);
    QVERIFY(!QFile::exists(second.path));
}

QTEST_GUILESS_MAIN(BackupVerificationTest)
#include "tst_backupverification.moc"
