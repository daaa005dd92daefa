// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_PACKEDCHECK_H
#define ROSTER_BACKUP_PACKEDCHECK_H

#include "models/core/progress.h"
#include "models/dump/bytesource.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace roster {

/// What reading a file to its end shows: its checksum, and that what it is packed by is whole.
struct PackedCheck
{
    QByteArray sha256;        ///< of the file, hexadecimal
    qint64 size = 0;          ///< bytes of the file
    qint64 unpackedSize = 0;  ///< bytes
    QByteArray tail;          ///< the last bytes unpacked
    QStringList warnings;     ///< of ByteSource
    static constexpr qsizetype tailBytes = 512;

    /// `compressions`: what is to be unpacked, the outermost first. Errors: those of ByteSource,
    /// Cancelled.
    static Result<PackedCheck> read(const std::shared_ptr<const HeldFile> &file,
                                    const QList<DumpCompression> &compressions, Progress &progress);
    /// `source` gives the file's bytes to `hash` as it reads them.
    static Result<PackedCheck> read(ByteSource &source, QCryptographicHash &hash,
                                    Progress &progress);
};

}  // namespace roster

#endif
