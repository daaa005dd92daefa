// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPTEXT_H
#define ROSTER_DUMP_DUMPTEXT_H

#include "models/core/progress.h"
#include "models/dump/dumpfile.h"

#include <QStringList>

#include <memory>
#include <span>

namespace roster {

/// The plain SQL of a dump of any format, from its first byte to its last, memory flat.
class DumpText
{
public:
    /// `binaries`: folders in which an archive's pg_restore is looked for (those of LocalPaths).
    /// `progress` must outlive it; reading ends when it is cancelled. Read and let it go on the
    /// thread that opened it. Errors: NotFound where no pg_restore is new enough; System.
    static Result<std::unique_ptr<DumpText>> open(const DumpFile &file, const QStringList &binaries,
                                                  Progress &progress);

    DumpText() = default;
    virtual ~DumpText() = default;
    Q_DISABLE_COPY_MOVE(DumpText)

    /// At least one byte, or 0 at the end, where the whole file was right. After an error nothing
    /// more comes. Errors: those of ByteSource, what pg_restore said (InvalidInput), Cancelled.
    virtual Result<qsizetype> read(std::span<char> buffer) = 0;
    /// Bytes of the file read so far, and of them all.
    virtual qint64 consumed() const = 0;
    virtual qint64 total() const = 0;
    /// For people: what is odd, but does no harm (known at the end).
    virtual QStringList warnings() const = 0;
};

}  // namespace roster

#endif
