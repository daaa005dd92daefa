// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_PACKEDCHECK_H
#define ROSTER_BACKUP_PACKEDCHECK_H

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace roster {

/// What reading a file to its end shows: its checksum, and whether what it is packed by is whole.
struct PackedCheck
{
    QByteArray sha256;        ///< hexadecimal
    qint64 size = 0;          ///< bytes of the file
    qint64 unpackedSize = 0;  ///< -1: not unpacked (encrypted, or packed by what is not known here)
    QByteArray tail;          ///< the last bytes unpacked
    static constexpr qsizetype tailBytes = 512;

    /// Gets the unpacked bytes: 0, or an errno that ends the reading with an error.
    using Consumer = std::function<int(QByteArrayView)>;

    /// Reads `descriptor` from its start. Errors: InvalidInput (truncated, damaged), System,
    /// Cancelled. `name` is for the messages.
    static Result<PackedCheck> read(int descriptor, const QString &packing, const QString &name,
                                    Progress &progress, const Consumer &consumer = {});
};

}  // namespace roster

#endif
