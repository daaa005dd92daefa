// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/packer.h"
#include "models/backup/partfile.h"
#include "models/backup/writtencheck.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

constexpr qsizetype blockBytes = 300'000;

class TestWrittenCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void noticesADamage();
    void givesUp();
    void isCancelled();
};

/// What nothing packs well, so that the file grows with it.
QByteArray block(quint32 seed)
{
    QByteArray bytes(blockBytes, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &c : bytes)
        c = char(random.generate());
    return bytes;
}

void TestWrittenCheck::readsWhatIsWritten_data()
{
    QTest::addColumn<int>("blocks");
    QTest::newRow("nothing") << 0;
    QTest::newRow("less than a piece") << 3;
    QTest::newRow("several pieces") << 70;
}

void TestWrittenCheck::readsWhatIsWritten()
{
    QFETCH(int, blocks);
    const QTemporaryDir folder;
    auto file = PartFile::create(folder.path(), u"x"_s);
    QVERIFY(file);
    WrittenCheck check(file->duplicate(), {DumpCompression::Zstd}, file->path());
    qint64 written = 0;
    const auto packer = Packer::make(Packer::Kind::Zstd, [&](QByteArrayView bytes) {
        const int reason = file->write(bytes);
        written += bytes.size();
        check.setWritten(written);
        return reason;
    });
    for (int number = 0; number < blocks; ++number)
        QCOMPARE(packer->write(block(quint32(number))), 0);
    QCOMPARE(packer->finish(), 0);
    QVERIFY(file->flush());
    Progress progress;
    const auto found = check.finish(progress);
    QVERIFY(found);
    const auto expected = PackedCheck::read(*file->held(), {DumpCompression::Zstd}, progress);
    QVERIFY(expected);
    QCOMPARE(found->sha256, expected->sha256);
    QCOMPARE(found->size, written);
    QCOMPARE(found->unpackedSize, blocks * blockBytes);
    QCOMPARE(found->tail, expected->tail);
}

void TestWrittenCheck::noticesADamage()
{
    const QTemporaryDir folder;
    auto file = PartFile::create(folder.path(), u"x"_s);
    WrittenCheck check(file->duplicate(), {DumpCompression::Zstd}, file->path());
    qint64 written = 0;
    const auto packer = Packer::make(Packer::Kind::Zstd, [&](QByteArrayView bytes) {
        written += bytes.size();
        return file->write(bytes);
    });
    for (int number = 0; number < 5; ++number)
        QCOMPARE(packer->write(block(quint32(number))), 0);
    QCOMPARE(packer->finish(), 0);
    QCOMPARE(::pwrite(file->descriptor(), "damage", 6, written / 2), 6);
    check.setWritten(written);
    Progress progress;
    const auto found = check.finish(progress);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::InvalidInput);
}

void TestWrittenCheck::givesUp()
{
    const QTemporaryDir folder;
    auto file = PartFile::create(folder.path(), u"x"_s);
    WrittenCheck check(file->duplicate(), {DumpCompression::Zstd}, file->path());
    check.setWritten(17);  // it goes without having been finished
}

void TestWrittenCheck::isCancelled()
{
    const QTemporaryDir folder;
    auto file = PartFile::create(folder.path(), u"x"_s);
    WrittenCheck check(file->duplicate(), {}, file->path());
    Progress progress;
    progress.cancel();
    const auto found = check.finish(progress);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
}

}  // namespace

QTEST_GUILESS_MAIN(TestWrittenCheck)
#include "tst_writtencheck.moc"
