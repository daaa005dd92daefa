// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/compressionmagic.h"

#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A frame of zstd's that holds no data; pzstd begins with one. (lz4 has the same, but its program
/// never writes one first.)
bool isSkippableFrame(QByteArrayView bytes)
{
    return bytes.size() >= 4 && (uchar(bytes[0]) & 0xf0U) == 0x50
        && bytes.sliced(1).startsWith("\x2a\x4d\x18");
}

}  // namespace

std::optional<DumpCompression> compressionOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\x1f\x8b"))
        return DumpCompression::Gzip;
    if (bytes.startsWith("\x28\xb5\x2f\xfd") || isSkippableFrame(bytes))
        return DumpCompression::Zstd;
    if (bytes.startsWith("\xfd"
                         "7zXZ"))
        return DumpCompression::Xz;
    if (bytes.startsWith("BZh"))
        return DumpCompression::Bzip2;
    if (bytes.startsWith("\x04\x22\x4d\x18"))
        return DumpCompression::Lz4;
    return {};
}

bool hasContentChecksum(QByteArrayView bytes)
{
    constexpr qsizetype descriptor = 4;  // of zstd and lz4, behind the magic
    constexpr unsigned contentFlag = 0x04;
    constexpr qsizetype xzFlags = 7;
    constexpr unsigned xzKinds = 0x0f;
    const auto at = [bytes](qsizetype place) {
        return place < bytes.size() ? unsigned(uchar(bytes[place])) : 0U;
    };
    const auto compression = compressionOf(bytes);
    if (!compression)
        return false;
    switch (*compression) {
    case DumpCompression::Gzip:
    case DumpCompression::Bzip2:
        return true;
    case DumpCompression::Zstd:
        return !isSkippableFrame(bytes) && (at(descriptor) & contentFlag) != 0;
    case DumpCompression::Lz4:
        return (at(descriptor) & contentFlag) != 0;
    case DumpCompression::Xz:
        return (at(xzFlags) & xzKinds) != 0;
    }
    return false;
}

QString encryptionOf(QByteArrayView bytes)
{
    struct Magic
    {
        QByteArrayView bytes;
        QLatin1StringView name;
    };
    static constexpr std::array magics{
        Magic{"age-encryption.org/", "age"_L1},
        Magic{"-----BEGIN AGE", "age"_L1},
        Magic{"-----BEGIN PGP MESSAGE", "gpg"_L1},
        Magic{"\x85\x01", "gpg"_L1},  // a session key for a public key, RSA 2048
        Magic{"\x85\x02", "gpg"_L1},
        Magic{"\x84\x5e", "gpg"_L1},  // the same for Curve25519
    };
    for (const Magic &magic : magics) {
        if (bytes.startsWith(magic.bytes))
            return magic.name;
    }
    return {};
}

}  // namespace roster
