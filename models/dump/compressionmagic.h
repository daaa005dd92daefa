// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_COMPRESSIONMAGIC_H
#define ROSTER_DUMP_COMPRESSIONMAGIC_H

#include "models/dump/bytesource.h"

#include <QByteArrayView>

#include <optional>

namespace roster {

/// What bytes are packed by, as their first ones say; nothing where they are not.
std::optional<DumpCompression> compressionOf(QByteArrayView bytes);
/// Whether what is packed so carries a checksum of its content: zstd and lz4 leave it to whoever
/// packs, and libraries leave it out. Nothing that these bytes do not show counts as one.
bool hasContentChecksum(QByteArrayView bytes);
/// `age` or `gpg`; empty where they are not encrypted, as far as the first bytes tell.
QString encryptionOf(QByteArrayView bytes);

}  // namespace roster

#endif
