// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/bytesource.h"

#include "models/dump/decodingsource.h"
#include "models/dump/filesource.h"

using namespace Qt::StringLiterals;

namespace roster {

QString compressionName(DumpCompression compression)
{
    switch (compression) {
    case DumpCompression::Gzip:
        return u"gzip"_s;
    case DumpCompression::Zstd:
        return u"zstd"_s;
    case DumpCompression::Xz:
        return u"xz"_s;
    case DumpCompression::Bzip2:
        return u"bzip2"_s;
    case DumpCompression::Lz4:
        return u"lz4"_s;
    }
    return {};
}

std::unique_ptr<ByteSource> ByteSource::ofFile(const std::shared_ptr<const HeldFile> &file,
                                               const QList<DumpCompression> &compressions,
                                               const Watcher &watcher)
{
    std::unique_ptr<ByteSource> source = std::make_unique<FileSource>(file, watcher);
    for (const DumpCompression compression : compressions)
        source = unpacked(compression, std::move(source), file->fileName());
    return source;
}

std::unique_ptr<ByteSource> ByteSource::unpacked(DumpCompression compression,
                                                 std::unique_ptr<ByteSource> packed,
                                                 const QString &name)
{
    return std::make_unique<DecodingSource>(compression, std::move(packed), name);
}

}  // namespace roster
