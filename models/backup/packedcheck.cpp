// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/packedcheck.h"

#include "models/dump/aheadsource.h"
#include "models/dump/heldfile.h"

#include <QCoreApplication>

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qsizetype blockBytes = qsizetype(1024) * 1024;

}  // namespace

Result<PackedCheck> PackedCheck::read(const std::shared_ptr<const HeldFile> &file,
                                      const QList<DumpCompression> &compressions,
                                      Progress &progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // The checksum is worked out on the thread that reads, the unpacking goes on here.
    std::unique_ptr<ByteSource> source = std::make_unique<AheadSource>(
        ByteSource::ofFile(file, {}, [&hash](std::span<const char> bytes) {
            hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        }));
    for (const DumpCompression compression : compressions)
        source = ByteSource::unpacked(compression, std::move(source), file->fileName());
    return read(*source, hash, progress);
}

Result<PackedCheck> PackedCheck::read(ByteSource &source, QCryptographicHash &hash,
                                      Progress &progress)
{
    PackedCheck check;
    QByteArray block(blockBytes, Qt::Uninitialized);
    while (true) {
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        const auto got = source.read(std::span(block.data(), std::size_t(block.size())));
        if (!got)
            return fail(got.error());
        if (*got == 0)
            break;
        const auto bytes = QByteArrayView(block).first(*got);
        check.unpackedSize += bytes.size();
        check.tail.append(bytes.last(qMin(bytes.size(), tailBytes)));
        check.tail = check.tail.right(tailBytes);
        progress.setDone(source.consumed());
    }
    check.size = source.consumed();
    check.warnings = source.warnings();
    check.sha256 = hash.result().toHex();
    return check;
}

}  // namespace roster
