// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuprun.h"
#include "models/database/localpaths.h"
#include "models/dump/dumpfile.h"
#include "models/dump/dumpsummary.h"
#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

Result<DumpSummary> summary(const QString &path, const QStringList &binaries)
{
    const auto file = DumpFile::open(path);
    if (!file)
        return fail(file.error());
    Progress progress;
    return DumpSummary::read(*file, binaries, progress);
}

/// All of it that does not depend on the file's form.
QString text(const Result<DumpSummary> &summary)
{
    if (!summary)
        return summary.error().toText();
    QStringList lines{summary->problem ? summary->problem->toText() : u"whole"_s,
                      summary->serverVersion,
                      summary->encoding,
                      summary->revisions.join(u','),
                      QStringList(summary->roles.cbegin(), summary->roles.cend()).join(u','),
                      summary->extensions.join(u',')};
    for (auto table = summary->tables.cbegin(); table != summary->tables.cend(); ++table)
        lines << u"%1.%2 %3"_s.arg(table.key().first, table.key().second).arg(table.value());
    for (auto value = summary->sequences.cbegin(); value != summary->sequences.cend(); ++value)
        lines << value.key() + u'=' + value.value();
    return lines.join(u'\n');
}

}  // namespace

/// What archives hold is told as it is of plain dumps.
class ArchiveSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatIsInside_data();
    void tellsWhatIsInside();
    void tellsOfOurBackups();
    void saysThatItIsCutOff();
    void refuses();
    void command();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void dump(const QString &options) const
    {
        const auto done = test::runShell(u"set -o pipefail; cd '%1' && pg_dump -d '%2' %3"_s.arg(
            m_folder.path(), m_database.url(), options));
        QVERIFY2(done.exitCode == 0, done.error.constData());
    }

    test::TestDatabase m_database;
    QTemporaryDir m_folder;
    QString m_expected;
    QStringList m_binaries = LocalPaths::standard().binaries;
};

void ArchiveSummaryTest::initTestCase()
{
    m_database.run(uR"(
        CREATE EXTENSION citext;
        CREATE TABLE players (id serial PRIMARY KEY, name citext);
        INSERT INTO players (name) SELECT md5(i::text) FROM generate_series(1, 5000) i;
        CREATE TABLE "odd "" name" (x int); INSERT INTO "odd "" name" VALUES (1), (2);
        CREATE TABLE empty (x int);
        CREATE TABLE alembic_version (version_num varchar(32));
        INSERT INTO alembic_version VALUES ('5f2ab61c09d7'))"_s);
    dump(u"-f dump.sql"_s);
    m_expected = text(summary(path(u"dump.sql"_s), m_binaries));
    for (const QString &line : {u"whole\n"_s, u"\n5f2ab61c09d7\n"_s, u"\nroster\ncitext\n"_s,
                                u"\npublic.players 5000\n"_s, u"\npublic.odd \" name 2\n"_s,
                                u"\npublic.empty 0\n"_s, u"\npublic.players_id_seq=5000"_s})
        QVERIFY2(m_expected.contains(line), qPrintable(m_expected));
}

void ArchiveSummaryTest::tellsWhatIsInside_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("name");
    QTest::newRow("custom") << u"-Fc -f custom.dump"_s << u"custom.dump"_s;
    QTest::newRow("tar") << u"-Ft -f dump.tar"_s << u"dump.tar"_s;
    QTest::newRow("directory") << u"-Fd -f folder"_s << u"folder"_s;
    QTest::newRow("custom, zstd") << u"-Fc -Z0 | zstd -q > custom.zst"_s << u"custom.zst"_s;
    QTest::newRow("tar, xz") << u"-Ft | xz > tar.xz"_s << u"tar.xz"_s;
    QTest::newRow("plain, lz4") << u"-Fp | lz4 -q > plain.lz4"_s << u"plain.lz4"_s;
}

void ArchiveSummaryTest::tellsWhatIsInside()
{
    QFETCH(const QString, options);
    QFETCH(const QString, name);
    dump(options);
    const auto found = summary(path(name), m_binaries);
    QCOMPARE(text(found), m_expected);
    const auto size = test::runShell(u"find '%1' -type f -exec cat {} + | wc -c"_s.arg(path(name)));
    QCOMPARE(found->bytes, size.out.trimmed().toLongLong());
}

void ArchiveSummaryTest::tellsOfOurBackups()
{
    BackupRequest request;
    request.folder = path(u"backups"_s);
    Progress progress;
    const auto receipt = BackupRun::run(*m_database.open(), progress, request);
    QVERIFY(receipt);
    QVERIFY(receipt->path.endsWith(".dump.zst"_L1));
    QCOMPARE(text(summary(receipt->path, m_binaries)), m_expected);
}

void ArchiveSummaryTest::saysThatItIsCutOff()
{
    dump(u"-Fc -Z0 -f cut.dump"_s);
    const QString cut = path(u"cut.dump"_s);
    const qint64 size = QFileInfo(cut).size();
    for (const qint64 part : {size * 9 / 10, size / 2}) {
        QVERIFY(QFile::resize(cut, part));
        const auto found = summary(cut, m_binaries);
        QVERIFY(found);
        QVERIFY(found->problem);
        QCOMPARE(found->tables.value({u"public"_s, u"players"_s}), -1);
    }
}

void ArchiveSummaryTest::refuses()
{
    dump(u"-Fc -f refused.dump"_s);
    const auto without = summary(path(u"refused.dump"_s), {});
    QVERIFY(!without);
    QCOMPARE(without.error().kind, Error::Kind::NotFound);
    QFile cluster(path(u"cluster.sql"_s));
    QVERIFY(cluster.open(QIODevice::WriteOnly));
    cluster.write("--\n-- PostgreSQL database cluster dump\n--\n");
    cluster.close();
    const auto cut = summary(cluster.fileName(), m_binaries);
    QVERIFY(cut && cut->problem);
    QCOMPARE(cut->problem->kind, Error::Kind::InvalidInput);
    QVERIFY2(cut->problem->message.contains(u"cut off"_s), qPrintable(cut->problem->message));
}

void ArchiveSummaryTest::command()
{
    dump(u"-Fd -Z0 -f 'a folder'"_s);
    const auto run =
        test::runShell(u"$ROSTER backup inspect '%1' --json"_s.arg(path(u"a folder"_s)));
    QVERIFY2(run.exitCode == 0, run.error.constData());
    const QJsonObject json = QJsonDocument::fromJson(run.out).object();
    QCOMPARE(json.value(u"format"_s).toString(), u"directory"_s);
    QCOMPARE(json.value(u"complete"_s).toBool(), true);
    QCOMPARE(json.value(u"rows"_s).toInt(), 5003);
}

QTEST_GUILESS_MAIN(ArchiveSummaryTest)
#include "tst_archivesummary.moc"
