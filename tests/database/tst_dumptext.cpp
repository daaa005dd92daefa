// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localpaths.h"
#include "models/dump/dumptext.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>

#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr quint32 seed = 20240607;

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// Without the random key of `\restrict`.
QByteArray comparable(const QByteArray &sql)
{
    static const QRegularExpression key(uR"(\\(un)?restrict \w+)"_s);
    return QString::fromUtf8(sql).remove(key).toUtf8();
}

struct Read
{
    QByteArray bytes;
    std::optional<Error> error;
    QStringList warnings;
    qint64 consumed = 0;
    qint64 total = 0;
};

Read readAll(const DumpFile &file, const QStringList &binaries, Progress &progress)
{
    Read read;
    const auto text = DumpText::open(file, binaries, progress);
    if (!text) {
        read.error = text.error();
        return read;
    }
    QByteArray block(qsizetype(64) * 1024, Qt::Uninitialized);
    while (true) {
        const auto got = (*text)->read(std::span(block.data(), std::size_t(block.size())));
        if (!got)
            read.error = got.error();
        if (!got || *got == 0)
            break;
        read.bytes.append(block.constData(), *got);
    }
    read.warnings = (*text)->warnings();
    read.consumed = (*text)->consumed();
    read.total = (*text)->total();
    return read;
}

Read readAll(const QString &path)
{
    const auto file = DumpFile::open(path);
    if (!file)
        return {{}, file.error(), {}, 0, 0};
    Progress progress;
    return readAll(*file, LocalPaths::standard().binaries, progress);
}

QByteArray content(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(path));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    file.remove();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no %s", qPrintable(path));
}

}  // namespace

class DumpTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formats_data();
    void formats();
    void truncated_data();
    void truncated();
    void brokenFolders();
    void fuzz();
    void oddNames();
    void unfitPrograms();
    void cancelled();
    void replaced();
    void leftUnread();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList dumping(const QStringList &options) const
    {
        return QStringList{u"-d"_s, m_database.url()} + options;
    }
    QString copyOfFolder(const QString &name);

    test::TestDatabase m_database;
    QTemporaryDir m_folder;
    QByteArray m_expected;
};

void DumpTextTest::initTestCase()
{
    m_database.run(uR"(
        CREATE TABLE players (id int PRIMARY KEY, name text, note text);
        INSERT INTO players SELECT i, 'n' || i, md5(i::text) FROM generate_series(1, 20000) i;
        CREATE TABLE "odd ""one" (a text);
        INSERT INTO "odd ""one" VALUES (E'a\tb\\c\nd'), (NULL), ('');
        CREATE TABLE nothing (id int);
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM players;
        SELECT lo_from_bytea(4711, decode(repeat('00ff', 5000), 'hex')))"_s);
    run(u"pg_dump"_s, dumping({u"-Fc"_s, u"-f"_s, path(u"custom"_s)}));
    run(u"pg_dump"_s, dumping({u"-Fc"_s, u"-Z0"_s, u"-f"_s, path(u"unpacked"_s)}));
    run(u"pg_dump"_s, dumping({u"-Ft"_s, u"-f"_s, path(u"tar"_s)}));
    run(u"pg_dump"_s, dumping({u"-Fd"_s, u"-f"_s, path(u"folder"_s)}));
    run(u"pg_dump"_s, dumping({u"-Fd"_s, u"-Z0"_s, u"-f"_s, path(u"unpackedfolder"_s)}));
    run(u"pg_dump"_s, dumping({u"-Fd"_s, u"--inserts"_s, u"-f"_s, path(u"inserts"_s)}));
    run(u"pg_dump"_s, dumping({u"-f"_s, path(u"plain"_s)}));
    write(path(u"cluster"_s), "--\n-- PostgreSQL database cluster dump\n--\n\nSELECT 1;\n"
                              "--\n-- PostgreSQL database cluster dump complete\n--\n\n");
    write(path(u"custom.zst"_s), run(u"zstd"_s, {u"-c"_s}, content(path(u"unpacked"_s))));
    write(path(u"custom.gz"_s), run(u"gzip"_s, {u"-c"_s}, content(path(u"custom"_s))));
    write(path(u"tar.xz"_s), run(u"xz"_s, {u"-c"_s}, content(path(u"tar"_s))));
    write(path(u"plain.bz2"_s), run(u"bzip2"_s, {u"-c"_s}, content(path(u"plain"_s))));
    m_expected = comparable(run(u"pg_restore"_s, {u"-f"_s, u"-"_s, path(u"custom"_s)}));
    QVERIFY(m_expected.contains("\n20000\tn20000\t"));
    QVERIFY(m_expected.contains("PostgreSQL database dump complete"));
}

void DumpTextTest::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    for (const char *name : {"custom", "custom.zst", "custom.gz", "unpacked"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"custom"_s;
    for (const char *name : {"tar", "tar.xz"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"tar"_s;
    for (const char *name : {"folder", "unpackedfolder", "inserts"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"directory"_s;
    for (const char *name : {"plain", "plain.bz2"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"plain"_s;
    QTest::newRow("cluster") << u"cluster"_s << u"cluster"_s;
}

void DumpTextTest::formats()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const auto file = DumpFile::open(path(name));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().toText()));
    QCOMPARE(file->formatName(), format);
    const Read read = readAll(path(name));
    QVERIFY2(!read.error, qPrintable(read.error ? read.error->toText() : QString()));
    QCOMPARE(read.warnings, QStringList());
    QCOMPARE(read.consumed, read.total);
    if (file->isArchive() && name != u"inserts"_s)
        QVERIFY(comparable(read.bytes) == m_expected);
    else if (format == u"plain"_s)
        QVERIFY(read.bytes == content(path(u"plain"_s)));
    else
        QVERIFY(read.bytes.contains("dump complete"));
}

void DumpTextTest::truncated_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"custom", "custom.zst", "custom.gz", "unpacked", "tar", "tar.xz"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void DumpTextTest::truncated()
{
    QFETCH(QString, name);
    const QByteArray whole = content(path(name));
    for (const qsizetype size : {qsizetype(30), whole.size() / 10, whole.size() / 2,
                                 whole.size() - 100, whole.size() - 1}) {
        write(path(u"cut"_s), whole.first(size));
        const Read read = readAll(path(u"cut"_s));
        QVERIFY2(read.error, qPrintable(u"%1 of %2 bytes passed"_s.arg(size).arg(whole.size())));
        QCOMPARE(read.error->kind, Error::Kind::InvalidInput);
    }
}

QString DumpTextTest::copyOfFolder(const QString &name)
{
    const QString copy = path(u"copy"_s);
    QDir(copy).removeRecursively();
    run(u"cp"_s, {u"-r"_s, path(name), copy});
    return copy;
}

void DumpTextTest::brokenFolders()
{
    for (const QString &name : {u"folder"_s, u"unpackedfolder"_s, u"inserts"_s}) {
        QDir copy(copyOfFolder(name));
        const QStringList rows = copy.entryList({u"*.dat*"_s, u"*.toc*"_s}, QDir::Files);
        QVERIFY(rows.size() >= 4);
        for (const QString &row : rows) {
            if (row.startsWith(u"blob_"_s) && name == u"unpackedfolder"_s)
                continue;  // pg_dump stores no length of these
            const QByteArray whole = content(copy.filePath(row));
            if (whole.isEmpty() || row.startsWith(u"blobs."_s))
                continue;
            write(copy.filePath(row), whole.first(whole.size() * 2 / 3));
            const Read read = readAll(copy.path());
            QVERIFY2(read.error, qPrintable(name + u'/' + row));
            copy.remove(row);
            const std::optional<Error> missing = readAll(copy.path()).error;
            QVERIFY2(row.startsWith(u"toc"_s)
                         || (missing && !missing->detail.contains("/dev/fd"_L1)),
                     qPrintable(name + u'/' + row));
            write(copy.filePath(row), whole);
        }
        QVERIFY(!readAll(copy.path()).error);
        QVERIFY(QFile::link(copy.path(), copy.filePath(u"loop"_s)));
        QCOMPARE(readAll(copy.path()).error->kind, Error::Kind::InvalidInput);
    }
}

/// Ends in text or an error, and no pg_restore stays.
void DumpTextTest::fuzz()
{
    QRandomGenerator random(seed);
    const QByteArray custom = content(path(u"custom"_s));
    for (int round = 0; round < 20; ++round) {
        QByteArray bytes = custom;
        for (int change = 0; change < 3; ++change) {
            // half of them in the head and the list of contents
            const auto reach = int(round % 2 == 0 ? 3000 : bytes.size());
            bytes[random.bounded(5, reach)] = char(random.bounded(256));
        }
        write(path(u"fuzzed"_s), bytes);
        const Read read = readAll(path(u"fuzzed"_s));
        QVERIFY(!read.error || !read.error->message.isEmpty());
    }
}

void DumpTextTest::oddNames()
{
    for (const QString &name : {u"--help"_s, u"-l"_s, u"a b;`touch x`$(id)'\".dump"_s, u"ü"_s}) {
        QVERIFY(QFile::copy(path(u"custom"_s), path(name)));
        QVERIFY2(comparable(readAll(path(name)).bytes) == m_expected, qPrintable(name));
        const QString folder = path(name + u".d"_s);
        run(u"cp"_s, {u"-r"_s, u"--"_s, path(u"folder"_s), folder});
        QVERIFY2(comparable(readAll(folder).bytes) == m_expected, qPrintable(name));
    }
}

void DumpTextTest::unfitPrograms()
{
    Progress progress;
    const auto file = DumpFile::open(path(u"custom"_s));
    QVERIFY(file);
    QCOMPARE(file->archiveVersion().text(), u"1.14"_s);
    Read read = readAll(*file, {path(u"nowhere"_s)}, progress);
    QCOMPARE(read.error->kind, Error::Kind::NotFound);
    QVERIFY(read.error->message.contains(u"no pg_restore"_s));
    QByteArray newer = content(path(u"custom"_s));
    newer[6] = 16;
    write(path(u"newer"_s), newer);
    read = readAll(path(u"newer"_s));
    QVERIFY(read.error);
    // Where a newer one is installed it is asked, and does not like what it finds.
    if (read.error->kind == Error::Kind::NotFound) {
        QVERIFY2(read.error->message.contains(u"1.16"_s), qPrintable(read.error->toText()));
        QVERIFY(read.error->message.contains(u"17"_s));
    }
}

void DumpTextTest::cancelled()
{
    for (const QString &name : {u"custom"_s, u"folder"_s, u"plain"_s}) {
        const auto file = DumpFile::open(path(name));
        Progress progress;
        const auto text = DumpText::open(*file, LocalPaths::standard().binaries, progress);
        QVERIFY(text);
        std::array<char, 100> some{};
        QVERIFY((*text)->read(some));
        progress.cancel();
        const auto got = (*text)->read(some);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Cancelled);
    }
}

void DumpTextTest::replaced()
{
    for (const QString &name : {u"custom"_s, u"folder"_s}) {
        run(u"cp"_s, {u"-r"_s, path(name), path(u"held"_s)});
        const auto file = DumpFile::open(path(u"held"_s));
        QVERIFY(file);
        QVERIFY(QFile::rename(path(u"held"_s), path(u"gone"_s)));
        write(path(u"held"_s), "another");
        Progress progress;
        const Read read = readAll(*file, LocalPaths::standard().binaries, progress);
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->toText() : QString()));
        QVERIFY(comparable(read.bytes) == m_expected);
        QCOMPARE(read.warnings.size(), 1);
        run(u"rm"_s, {u"-r"_s, path(u"held"_s), path(u"gone"_s)});
    }
}

void DumpTextTest::leftUnread()
{
    for (const QString &name : {u"custom"_s, u"tar.xz"_s, u"folder"_s}) {
        const auto file = DumpFile::open(path(name));
        Progress progress;
        QVERIFY(DumpText::open(*file, LocalPaths::standard().binaries, progress));
    }
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);  // no child is left
}

QTEST_GUILESS_MAIN(DumpTextTest)
#include "tst_dumptext.moc"
