// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_BYTESOURCE_H
#define ROSTER_DUMP_BYTESOURCE_H

#include "models/core/result.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>

namespace roster {

class HeldFile;

/// What bytes are packed by.
enum class DumpCompression { Gzip, Zstd, Xz, Bzip2, Lz4 };
/// `gzip`, `zstd`, `xz`, `bzip2`, `lz4`: as people and JSON get it.
QString compressionName(DumpCompression compression);

/// Bytes in their order, read once from the first to the last, memory flat. One thread at a time.
class ByteSource
{
public:
    /// Gets the bytes of a file as they are, each once and in their order, while they are read.
    using Watcher = std::function<void(std::span<const char>)>;

    /// The bytes of the file, unpacked from the outermost of `compressions` to the innermost. At
    /// their end the file must be as it was when opened.
    static std::unique_ptr<ByteSource> ofFile(const std::shared_ptr<const HeldFile> &file,
                                              const QList<DumpCompression> &compressions = {},
                                              const Watcher &watcher = {});
    /// What `packed` unpacks to. `name` is for the messages.
    static std::unique_ptr<ByteSource> unpacked(DumpCompression compression,
                                                std::unique_ptr<ByteSource> packed,
                                                const QString &name);

    ByteSource() = default;
    virtual ~ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)

    /// At least one byte, or 0 at the end: all checksums and lengths were right then. After an
    /// error nothing more comes. Errors: InvalidInput (truncated, damaged), Conflict (written to
    /// meanwhile), System.
    virtual Result<qsizetype> read(std::span<char> buffer) = 0;
    /// Bytes of the file read so far, for progress.
    virtual qint64 consumed() const = 0;
    /// Bytes of the file in all; -1: not known (yet).
    virtual qint64 total() const { return -1; }
    /// For people: what is odd, but does no harm (known at the end).
    virtual QStringList warnings() const = 0;
};

}  // namespace roster

#endif
