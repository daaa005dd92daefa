// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpfile.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr quint32 seed = 20240607;

/// A dump of some 100 kB that packs like one.
const QByteArray &plainDump()
{
    static const QByteArray dump = [] {
        QRandomGenerator random(seed);
        QByteArray text =
            "--\n-- PostgreSQL database dump\n--\n\nCOPY public.t (a, b) FROM stdin;\n";
        for (int row = 0; row < 8000; ++row)
            text +=
                QByteArray::number(row) + '\t' + QByteArray::number(random.bounded(1 << 30)) + '\n';
        return text + "\\.\n\n--\n-- PostgreSQL database dump complete\n--\n\n";
    }();
    return dump;
}

QByteArray packed(const QString &program, const QByteArray &bytes)
{
    static QHash<std::pair<QString, QByteArray>, QByteArray> made;
    if (const auto known = made.constFind({program, bytes}); known != made.cend())
        return *known;
    QProcess process;
    process.start(program, {u"-c"_s});
    process.write(bytes);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s failed", qPrintable(program));
    return made.insert({program, bytes}, process.readAllStandardOutput()).value();
}

struct Read
{
    QByteArray bytes;
    std::optional<Error> error;
    QStringList warnings;
    qint64 consumed = 0;
};

Read readAll(ByteSource &source, qsizetype blockBytes = qsizetype(64) * 1024)
{
    Read read;
    QByteArray block(blockBytes, Qt::Uninitialized);
    while (true) {
        const auto got = source.read(std::span(block.data(), std::size_t(block.size())));
        if (!got)
            read.error = got.error();
        if (!got || *got == 0)
            break;
        read.bytes.append(block.constData(), *got);
    }
    read.warnings = source.warnings();
    read.consumed = source.consumed();
    return read;
}

}  // namespace

class ByteSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whole_data();
    void whole();
    void truncated_data() { compressions(); }
    void truncated();
    void bitFlips_data() { compressions(); }
    void bitFlips();
    void members_data() { compressions(); }
    void members();
    void junk_data() { compressions(); }
    void junk();
    void nothingInside_data() { compressions(); }
    void nothingInside();
    void padding();
    void skippableFrames();
    void layers();
    void refused_data();
    void refused();
    void noFile();
    void tinyBlocks();
    void mutations();
    void replaced();
    void writtenTo();

private:
    static void compressions();
    QString write(const QByteArray &bytes);
    Read readFile(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ByteSourceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString ByteSourceTest::write(const QByteArray &bytes)
{
    QString path = m_folder->filePath(u"last.sql.gz"_s);
    QFile file(path);
    file.remove();  // some file systems flush what is written over
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
    return path;
}

/// Opened and read to its end; an error of either.
Read ByteSourceTest::readFile(const QByteArray &bytes)
{
    const auto file = DumpFile::open(write(bytes));
    if (!file)
        return {{}, file.error(), {}, 0};
    return readAll(*file->bytes());
}

void ByteSourceTest::compressions()
{
    QTest::addColumn<QString>("program");
    for (const char *program : {"gzip", "zstd", "xz", "bzip2", "lz4"})
        QTest::newRow(program) << QString::fromLatin1(program);
}

void ByteSourceTest::whole_data()
{
    compressions();
    QTest::newRow("plain") << QString();
}

void ByteSourceTest::whole()
{
    QFETCH(QString, program);
    const QByteArray bytes = program.isEmpty() ? plainDump() : packed(program, plainDump());
    const auto file = DumpFile::open(write(bytes));
    QVERIFY2(file, qPrintable(file ? QString() : file.error().toText()));
    QCOMPARE(file->formatName(), u"plain"_s);
    QCOMPARE(file->compressions().size(), program.isEmpty() ? 0 : 1);
    if (!program.isEmpty())
        QCOMPARE(compressionName(file->compressions().first()), program);
    for (int time = 0; time < 2; ++time) {
        const Read read = readAll(*file->bytes());
        QVERIFY2(!read.error, qPrintable(read.error ? read.error->toText() : QString()));
        QVERIFY(read.bytes == plainDump());
        QCOMPARE(read.consumed, bytes.size());
        QCOMPARE(read.warnings, QStringList());
    }
}

void ByteSourceTest::truncated()
{
    QFETCH(QString, program);
    const QByteArray bytes = packed(program, plainDump());
    QRandomGenerator random(seed);
    for (int cut = 1; cut <= 60; ++cut) {
        const qsizetype left =
            cut <= 30 ? bytes.size() - cut : random.bounded(20, int(bytes.size()));
        const Read read = readFile(bytes.first(left));
        QVERIFY2(read.error, qPrintable(u"%1 of %2 bytes passed"_s.arg(left).arg(bytes.size())));
        QCOMPARE(read.error->kind, Error::Kind::InvalidInput);
        QVERIFY2(read.error->message.contains(u"truncated"_s), qPrintable(read.error->toText()));
        QVERIFY(plainDump().startsWith(read.bytes));
    }
}

/// A flip that passes must do no harm (some bytes of a header say nothing of the content).
void ByteSourceTest::bitFlips()
{
    QFETCH(QString, program);
    const QByteArray bytes = packed(program, plainDump());
    QRandomGenerator random(seed);
    int passed = 0;
    for (int flip = 0; flip < 200; ++flip) {
        QByteArray damaged = bytes;
        const int at = random.bounded(int(bytes.size()));
        damaged[at] = char(damaged[at] ^ (1 << random.bounded(8)));
        const Read read = readFile(damaged);
        if (read.error)
            continue;
        ++passed;
        QVERIFY2(read.bytes == plainDump(), qPrintable(u"byte %1"_s.arg(at)));
    }
    QVERIFY2(passed <= 4, qPrintable(QString::number(passed)));
}

void ByteSourceTest::members()
{
    QFETCH(QString, program);
    const QByteArray bytes = packed(program, plainDump());
    const QByteArray second = packed(program, "second");
    Read read = readFile(bytes + second);
    QVERIFY(!read.error);
    QVERIFY(read.bytes == plainDump() + "second");
    read = readFile(bytes + second.chopped(3));
    QVERIFY(read.error);
    QVERIFY(read.error->message.contains(u"truncated"_s));
}

void ByteSourceTest::junk()
{
    QFETCH(QString, program);
    const Read read = readFile(packed(program, plainDump()) + "\x01junk");
    QVERIFY2(!read.error, qPrintable(read.error ? read.error->toText() : QString()));
    QVERIFY(read.bytes == plainDump());
    QCOMPARE(read.warnings.size(), 1);
    QVERIFY2(read.warnings.first().contains(u"5 "_s), qPrintable(read.warnings.first()));
}

void ByteSourceTest::nothingInside()
{
    QFETCH(QString, program);
    const auto file = DumpFile::open(write(packed(program, {})));
    QVERIFY(!file);
    QVERIFY2(file.error().message.contains(u"holds nothing"_s), qPrintable(file.error().toText()));
}

/// Tapes and some disks fill up with zeros.
void ByteSourceTest::padding()
{
    const QByteArray bytes = packed(u"gzip"_s, plainDump());
    const Read read = readFile(bytes + QByteArray(1000000, '\0') + bytes);
    QVERIFY(!read.error);
    QVERIFY(read.bytes == plainDump() + plainDump());
    QCOMPARE(read.warnings, QStringList());
}

void ByteSourceTest::skippableFrames()
{
    const QByteArray skippable("\x50\x2a\x4d\x18\x03\x00\x00\x00"
                               "abc",
                               11);
    const QByteArray bytes = packed(u"zstd"_s, plainDump());
    const Read read = readFile(skippable + bytes + skippable);
    QVERIFY2(!read.error, qPrintable(read.error ? read.error->toText() : QString()));
    QVERIFY(read.bytes == plainDump());
}

void ByteSourceTest::layers()
{
    const QByteArray once = packed(u"gzip"_s, plainDump());
    const QByteArray twice = packed(u"zstd"_s, once);
    const auto file = DumpFile::open(write(twice));
    QVERIFY(file);
    QCOMPARE(file->compressions(),
             QList<DumpCompression>({DumpCompression::Zstd, DumpCompression::Gzip}));
    QVERIFY(readAll(*file->bytes()).bytes == plainDump());
    // The outer one's checksum stands behind the end of the inner one.
    QByteArray damaged = packed(u"gzip"_s, packed(u"gzip"_s, plainDump()));
    damaged[damaged.size() - 6] = char(damaged.at(damaged.size() - 6) ^ 1);
    QVERIFY(readFile(damaged).error);
    for (const char *inner : {"gzip", "zstd", "xz", "bzip2", "lz4"}) {
        damaged = packed(u"gzip"_s, packed(QString::fromLatin1(inner), plainDump()) + "junk");
        QCOMPARE(readFile(damaged).warnings.size(), 1);
        damaged.chop(1);
        QVERIFY2(readFile(damaged).error, inner);
    }
    const auto thrice = DumpFile::open(write(packed(u"xz"_s, twice)));
    QVERIFY(!thrice);
    QVERIFY(thrice.error().message.contains(u"more than twice"_s));
}

void ByteSourceTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("text") << QByteArray("hello\n") << u"is no dump"_s;
    QTest::newRow("zeros") << QByteArray(5000, '\0') << u"is no dump"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n") << u"is no dump"_s;
    QTest::newRow("other tar") << QByteArray("notes.txt").leftJustified(257, '\0') + "ustar"
                                      + QByteArray(1000, '\0')
                               << u"is no dump"_s;
    QTest::newRow("age") << QByteArray("age-encryption.org/v1\n") << u"encrypted by age"_s;
    QTest::newRow("gpg") << QByteArray("-----BEGIN PGP MESSAGE-----\n") << u"encrypted by gpg"_s;
    QTest::newRow("packed text") << packed(u"gzip"_s, "hello\n") << u"is no dump"_s;
    QTest::newRow("two bytes") << QByteArray("\x1f\x8b") << u"truncated"_s;
}

void ByteSourceTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    const auto file = DumpFile::open(write(bytes));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Error::Kind::InvalidInput);
    QVERIFY2(file.error().message.contains(why), qPrintable(file.error().toText()));
    QVERIFY(!file.error().hint.isEmpty());
}

void ByteSourceTest::noFile()
{
    const auto nowhere = DumpFile::open(m_folder->filePath(u"nowhere"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, Error::Kind::NotFound);
    const QString fifo = m_folder->filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QCOMPARE(DumpFile::open(fifo).error().kind, Error::Kind::InvalidInput);
    QCOMPARE(DumpFile::open(m_folder->path()).error().kind, Error::Kind::InvalidInput);
    const QString loop = m_folder->filePath(u"loop"_s);
    QVERIFY(QFile::link(loop, loop));
    QVERIFY(!DumpFile::open(loop));
}

void ByteSourceTest::tinyBlocks()
{
    for (const char *program : {"gzip", "zstd", "xz", "bzip2", "lz4"}) {
        const QByteArray some = plainDump().first(3000);
        const auto file = DumpFile::open(write(packed(QString::fromLatin1(program), some)));
        QVERIFY(file);
        QVERIFY2(readAll(*file->bytes(), 1).bytes == some, program);
    }
}

/// Bytes changed, moved, cut out and put in: an error or bytes, never more.
void ByteSourceTest::mutations()
{
    QRandomGenerator random(seed);
    QList<QByteArray> whole;
    for (const char *program : {"gzip", "zstd", "xz", "bzip2", "lz4"})
        whole << packed(QString::fromLatin1(program), plainDump().first(4000));
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = whole.at(round % whole.size());
        for (int change = random.bounded(1, 8); change > 0; --change) {
            const int at = random.bounded(int(bytes.size()));
            switch (random.bounded(4)) {
            case 0:
                bytes[at] = char(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, random.bounded(1, 20));
                break;
            case 2:
                bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), 20));
                break;
            default:
                bytes.append(whole.at(random.bounded(int(whole.size()))));
            }
            if (bytes.isEmpty())
                bytes = "x";
        }
        const Read read = readFile(bytes);
        QVERIFY(!read.error || !read.error->message.isEmpty());
    }
}

void ByteSourceTest::replaced()
{
    const QString path = write(packed(u"gzip"_s, plainDump()));
    const auto file = DumpFile::open(path);
    QVERIFY(file);
    QVERIFY(QFile::remove(path));
    write("another");
    const Read read = readAll(*file->bytes());
    QVERIFY(!read.error);
    QVERIFY(read.bytes == plainDump());
    QCOMPARE(read.warnings.size(), 1);
    QVERIFY(read.warnings.first().contains(u"replaced"_s));
}

void ByteSourceTest::writtenTo()
{
    const QString path = write(plainDump());
    const auto grown = DumpFile::open(path);
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::Append));
    writer.write("more");
    writer.close();
    Read read = readAll(*grown->bytes());
    QVERIFY(read.error);
    QCOMPARE(read.error->kind, Error::Kind::Conflict);

    const auto shorter = DumpFile::open(path);
    QVERIFY(writer.resize(1000));
    read = readAll(*shorter->bytes());
    QVERIFY(read.error);
    QCOMPARE(read.error->kind, Error::Kind::Conflict);
}

QTEST_GUILESS_MAIN(ByteSourceTest)
#include "tst_bytesource.moc"
