// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DUMPBYTES_H
#define ROSTER_RESTORE_DUMPBYTES_H

#include "models/core/result.h"

#include <QStringList>
#include <QtGlobal>

#include <memory>
#include <span>

namespace roster {

/// Bytes in their order, decompressed.
class DumpBytes
{
public:
    DumpBytes() = default;
    virtual ~DumpBytes() = default;
    Q_DISABLE_COPY_MOVE(DumpBytes)

    /// How many came; 0 at the end. Errors: System; InvalidInput where the compressed data is
    /// damaged or ends before its end.
    virtual Result<qsizetype> read(std::span<char> buffer) = 0;
    /// Bytes of the file read so far.
    virtual qint64 consumed() const = 0;
    /// What was odd and harmless: rubbish behind the end.
    QStringList warnings;
};

/// The bytes of an open file, by pread: the descriptor's own position is not used. `path` is for
/// messages.
std::unique_ptr<DumpBytes> makeFileSource(std::shared_ptr<const int> descriptor,
                                          const QString &path);
/// All members of a gzip stream, checksum and length checked.
std::unique_ptr<DumpBytes> makeGzipSource(std::unique_ptr<DumpBytes> packed, const QString &path);

}  // namespace roster

#endif
