// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfolder.h"
#include "models/backup/staleness.h"
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/file.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const QByteArray dumpHead = "--\n-- PostgreSQL database dump\n--\n\n"
                            "-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)\n"
                            "-- Dumped by pg_dump version 16.1\n\n";
const QByteArray dumpEnd = "--\n-- PostgreSQL database dump complete\n--\n\n";

void shell(const QString &line)
{
    const auto run = test::runShell(u"set -e; "_s + line);
    QVERIFY2(run.exitCode == 0, run.error.constData());
}

}  // namespace

class BackupFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        write(u"dump.sql"_s, dumpHead + "SELECT 1;\n" + dumpEnd);
    }

    void name_data();
    void name();
    void format_data();
    void format();
    void collapsesHardLinksAndIgnoresPointers();
    void saysWhatIsWrong();
    void listsDirectoryDumps();
    void leftovers();
    void unreadableFolders();
    void staleness();
    void manyAtOnce();
    void commandLine();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    Result<BackupListing> list(const QString &folder = {}) const
    {
        Progress nobody;
        return BackupFolder::list(folder.isEmpty() ? m_folder->path() : path(folder), nobody);
    }
    /// The only listed file of that name.
    static BackupFile named(const BackupListing &listing, const QString &name)
    {
        const auto found = std::find_if(listing.files.cbegin(), listing.files.cend(),
                                        [&](const auto &file) { return file.name() == name; });
        return found == listing.files.cend() ? BackupFile{.places = {{}}} : *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void BackupFolderTest::name_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<BackupSlot>("slot");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *file, BackupSlot slot, const char *text) {
        QTest::addRow("%s in %s", file, qPrintable(slotFolder(slot)))
            << QString::fromUtf8(file) << slot << QString::fromUtf8(text);
    };
    using enum BackupSlot;
    row("game-20261122-031500.sql.gz", Last, "game|20261122-031500|.sql.gz|2026-11-22T03:15:00Z");
    row("my-game-20261122-031500.sql.gz", Last,
        "my-game|20261122-031500|.sql.gz|2026-11-22T03:15:00Z");
    row("db-20240101-20261122-031500.sql.gz", Last,
        "db-20240101|20261122-031500|.sql.gz|2026-11-22T03:15:00Z");
    row("db-20240101-20261122.sql.gz", Daily, "db-20240101|20261122|.sql.gz|2026-11-22T00:00:00Z");
    row("game-202647.sql.gz", Weekly, "game|202647|.sql.gz|2026-11-16T00:00:00Z");
    row("game-202611.sql.gz", Monthly, "game|202611|.sql.gz|2026-11-01T00:00:00Z");
    row("game-202611.sql.gz", Weekly, "game|202611|.sql.gz|2026-03-09T00:00:00Z");
    row("game-202653.sql.gz", Weekly, "game|202653|.sql.gz|2026-12-28T00:00:00Z");
    row("game-202753.sql.gz", Weekly, "-");
    row("game-202613.sql.gz", Monthly, "-");
    row("game-20261322.sql.gz", Daily, "-");
    row("v1.2-20261122", Daily, "v1.2|20261122||2026-11-22T00:00:00Z");
    row("game-202611.sql.gz", Flat, "game|202611|.sql.gz|2026-11-01T00:00:00Z");
    row("game-202647.sql.gz", Flat, "game|202647|.sql.gz|2026-11-16T00:00:00Z");
    row("a%2Fb-20261122.dump.zst", Daily, "a/b|20261122|.dump.zst|2026-11-22T00:00:00Z");
    row("game-latest.sql.gz", Last, "-");
}

void BackupFolderTest::name()
{
    QFETCH(const QString, file);
    QFETCH(const BackupSlot, slot);
    const auto name = BackupName::parse(file, slot);
    QString text = u"-"_s;
    if (name) {
        text = QStringList{name->database, name->stamp.text, name->suffix,
                           name->stamp.begin.toString(Qt::ISODate)}
                   .join(u'|');
    }
    QTEST(text, "text");
    if (name && slot != BackupSlot::Flat) {
        QCOMPARE(BackupName::stampFor(name->stamp.begin, slot), name->stamp.text);
        QCOMPARE(BackupName::decoded(BackupName::encoded(name->database)), name->database);
    }
}

void BackupFolderTest::format_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"cat dump.sql"_s << u"plain"_s;
    QTest::newRow("gzip") << u"gzip -c dump.sql"_s << u"plain, gzip"_s;
    QTest::newRow("zstd") << u"zstd -qc dump.sql"_s << u"plain, zstd"_s;
    QTest::newRow("zstd, large first block")
        << u"(cat dump.sql; head -c 600000 /dev/urandom | base64) | zstd -qc"_s << u"plain, zstd"_s;
    QTest::newRow("xz") << u"xz -c dump.sql"_s << u"plain, xz"_s;
    QTest::newRow("bzip2") << u"bzip2 -c dump.sql"_s << u"plain, bzip2"_s;
    QTest::newRow("lz4") << u"lz4 -qc dump.sql"_s << u"plain, lz4"_s;
    QTest::newRow("packed twice") << u"gzip -c dump.sql | zstd -qc"_s << u"plain, zstd, gzip"_s;
    QTest::newRow("encrypted") << u"echo age-encryption.org/v1"_s << u"age"_s;
    QTest::newRow("cluster") << u"sed 's/database dump/database cluster dump/' dump.sql"_s
                             << u"cluster"_s;
    QTest::newRow("custom in gzip")
        << u"printf 'PGDMP\\1\\16\\0\\4\\10\\1' | gzip -c"_s << u"custom, gzip"_s;
    QTest::newRow("text") << u"echo hello"_s << QString();
}

void BackupFolderTest::format()
{
    QFETCH(const QString, command);
    shell(u"cd %1; %2 > game-20261122-031500.sql.gz"_s.arg(m_folder->path(), command));
    const auto listing = list();
    QVERIFY(listing);
    QTEST(named(*listing, u"game-20261122-031500.sql.gz"_s).head.text(), "text");
}

void BackupFolderTest::collapsesHardLinksAndIgnoresPointers()
{
    shell(u"cd %1; mkdir last daily weekly monthly; gzip -c dump.sql > a; rm dump.sql; "
          "mv a last/game-20261122-031500.sql.gz; cd last; touch -d 2026-11-22T04:15:01Z *; "
          "ln game* ../daily/game-20261122.sql.gz; ln game* ../weekly/game-202647.sql.gz; "
          "ln game* ../monthly/game-202611.sql.gz; ln game* ../daily/game-latest.sql.gz; "
          "ln -s game-20261122-031500.sql.gz game-latest.sql.gz; ln -s nowhere x-latest.sql.gz; "
          "ln -s loop loop; ln -s gone game-20261101-000000.sql.gz; ln -s .. up; "
          "gzip -c /dev/null > ../weekly/other-202646.sql.gz"_s.arg(m_folder->path()));
    const auto listing = list();
    QVERIFY(listing);
    QVERIFY(listing->hasSlots);
    QCOMPARE(listing->files.size(), 2);
    const BackupFile file = named(*listing, u"game-20261122-031500.sql.gz"_s);
    QCOMPARE(file.slotNames(), (QStringList{u"last"_s, u"daily"_s, u"weekly"_s, u"monthly"_s}));
    QCOMPARE(file.database, u"game"_s);
    QCOMPARE(file.head.serverVersion, u"15.20"_s);
    QCOMPARE(file.head.toolVersion, u"16.1"_s);
    QVERIFY(file.isGood());
    QVERIFY(file.isDated());
    QCOMPARE(file.moment().toString(Qt::ISODate), u"2026-11-22T04:15:01Z"_s);
    QCOMPARE(listing->notes.size(), 2);  // the loop and the stamped link, not the -latest ones
    const BackupFile other = named(*listing, u"other-202646.sql.gz"_s);
    QCOMPARE(other.problems, QStringList{u"empty or damaged inside"_s});
}

void BackupFolderTest::saysWhatIsWrong()
{
    write(u"empty-20261122-000000.sql.gz"_s, {});
    write(u"cut-20261122-000000.sql"_s, dumpHead + "SELECT 1;\n");
    write(u"short-20261122-000000.sql.gz"_s, "\x1f\x8b\x08");
    write(u"other-20261122-000000.sql.gz"_s, "hello\n");
    write(u"notes.txt"_s, "not a backup at all\n");
    ::mkfifo(QFile::encodeName(path(u"pipe-20261122-000000.sql.gz"_s)).constData(), 0600);
    const auto listing = list();
    QVERIFY(listing);
    const auto problem = [&](const QString &name) {
        return named(*listing, name).problems.join(u';');
    };
    QCOMPARE(problem(u"empty-20261122-000000.sql.gz"_s), u"empty"_s);
    QCOMPARE(problem(u"cut-20261122-000000.sql"_s), u"truncated: its end is missing"_s);
    QCOMPARE(problem(u"short-20261122-000000.sql.gz"_s), u"truncated: its end is missing"_s);
    QCOMPARE(problem(u"other-20261122-000000.sql.gz"_s),
             u"not recognised as a dump of PostgreSQL"_s);
    QCOMPARE(problem(u"dump.sql"_s), QString());
    QCOMPARE(listing->files.size(), 5);
    QCOMPARE(listing->notes.size(), 1);
}

void BackupFolderTest::listsDirectoryDumps()
{
    write(u"daily/game-20261122/toc.dat"_s, "PGDMP\1\16");
    write(u"daily/game-20261122/1.dat"_s, QByteArray(1000, 'x'));
    write(u"daily/game-20261121/1.dat"_s, "x");
    const auto listing = list();
    QVERIFY(listing);
    const BackupFile whole = named(*listing, u"game-20261122"_s);
    QCOMPARE(whole.head.text(), u"directory"_s);
    QCOMPARE(whole.size, 1007);
    QVERIFY(whole.isGood());
    QCOMPARE(named(*listing, u"game-20261121"_s).problems,
             QStringList{u"is no dump: the folder holds no toc.dat"_s});
    const auto single = list(u"daily/game-20261122"_s);
    QVERIFY(single);
    QCOMPARE(single->files.size(), 1);
    QCOMPARE(single->files.first().stamp(), u"20261122"_s);
}

void BackupFolderTest::leftovers()
{
    write(u"last/.game-20261122-000000.dump.zst.part-1x2y"_s, "abc");
    write(u"last/.game-20261122-000001.dump.zst.part-3z"_s, "abcd");
    QFile written(path(u"last/.game-20261122-000001.dump.zst.part-3z"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(::flock(written.handle(), LOCK_EX), 0);
    const auto listing = list();
    QVERIFY(listing);
    QCOMPARE(listing->files.size(), 1);  // dump.sql
    QCOMPARE(listing->leftovers.size(), 2);
    for (const auto &one : listing->leftovers)
        QCOMPARE(one.isBeingWritten, one.path.endsWith("3z"_L1));
}

void BackupFolderTest::unreadableFolders()
{
    const auto gone = list(u"nowhere"_s);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    shell(u"cd %1; ln -s loop loop"_s.arg(m_folder->path()));
    QVERIFY(!list(u"loop"_s));
    Progress cancelled;
    cancelled.cancel();
    const auto stopped = BackupFolder::list(m_folder->path(), cancelled);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    // It vanishes while it is read: no half list.
    Progress nobody;
    shell(u"cd %1; mkdir many; for i in $(seq 10 59); do for j in 10 20 30 40 50; do "
          "cp dump.sql many/game-20261122-$j$i$i.sql; done; done"_s.arg(m_folder->path()));
    const auto vanished =
        BackupFolder::list(path(u"many"_s), nobody, [this](const QList<BackupFile> &) {
            return QDir(path(u"many"_s)).removeRecursively();
        });
    QVERIFY(!vanished);
    QCOMPARE(vanished.error().kind, Error::Kind::NotFound);
}

void BackupFolderTest::staleness()
{
    shell(u"cd %1; mkdir daily weekly; cp dump.sql daily/game-20261119.sql; "
          "touch -d 2026-11-19T03:00:00Z daily/*; cp dump.sql weekly/other-202647.sql; "
          "touch -d 2026-11-19T03:00:00Z weekly/*; : > daily/game-20261120.sql; rm dump.sql; "
          "cp daily/game-20261119.sql daily/copied-20250101.sql"_s.arg(m_folder->path()));
    const auto listing = list();
    QVERIFY(listing);
    const QDateTime now(QDate(2026, 11, 22), QTime(3, 0), Qt::UTC);
    QStringList texts;
    for (const Staleness &state : Staleness::of(*listing, now))
        texts << state.database + u": "_s + state.text;
    QCOMPARE(
        texts.join(u'\n'),
        u"copied: The newest good backup of copied is 690 day(s) old; one each 24 hour(s) is "
        "promised.\n"
        "game: The newest good backup of game is 3 day(s) old; one each 24 hour(s) is promised.\n"
        "other: "_s);
    QCOMPARE(Staleness::of(*listing, now, 4 * 86400).value(1).text, QString());
}

void BackupFolderTest::manyAtOnce()
{
    QVERIFY(QDir().mkpath(path(u"last"_s)));
    const QByteArray content = dumpHead + dumpEnd;
    constexpr int count = 2000;
    for (int i = 0; i < count; ++i) {
        const QDateTime at = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(i);
        write(u"last/game-%1.sql"_s.arg(BackupName::stampFor(at, BackupSlot::Last)), content);
    }
    Progress nobody;
    QStringList inPieces;
    const auto listing =
        BackupFolder::list(m_folder->path(), nobody, [&](const QList<BackupFile> &piece) {
            for (const BackupFile &file : piece)
                inPieces << file.path();
            return true;
        });
    QVERIFY(listing);
    QCOMPARE(listing->files.size(), count + 1);
    QCOMPARE(inPieces.size(), count + 1);
}

void BackupFolderTest::commandLine()
{
    write(u"last/bad\nname-20261122-000000.sql"_s, {});
    const auto run = test::runProgram({u"backup"_s, u"list"_s, m_folder->path(), u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray backups = QJsonDocument::fromJson(run.out).object()[u"backups"_s].toArray();
    QCOMPARE(backups.size(), 2);
    const auto text = test::runProgram({u"backup"_s, u"list"_s, m_folder->path()});
    QCOMPARE(text.exitCode, 0);
    QCOMPARE(text.out.count('\n'), 3);
    QVERIFY(text.error.contains("promised") || text.error.contains("no good backup"));
    const auto none = test::runProgram({u"backup"_s, u"list"_s});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(none.error.contains("roster backup create"));
}

QTEST_GUILESS_MAIN(BackupFolderTest)
#include "tst_backupfolder.moc"
