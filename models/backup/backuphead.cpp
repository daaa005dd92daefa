// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuphead.h"

#include <QRegularExpression>

#include <array>
#include <memory>

#include <zlib.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype unpackedBytes = 4096;
constexpr qsizetype tarMagicAt = 257;
constexpr qsizetype tarBlock = 512;

QString packingOf(const QByteArray &head)
{
    struct Magic
    {
        QByteArrayView bytes;
        QLatin1StringView name;
    };
    static constexpr std::array magics{
        Magic{"\x1f\x8b", "gzip"_L1},
        Magic{"\x28\xb5\x2f\xfd", "zstd"_L1},
        Magic{"\xfd"
              "7zXZ",
              "xz"_L1},
        Magic{"BZh", "bzip2"_L1},
        Magic{"\x04\x22\x4d\x18", "lz4"_L1},
        Magic{"age-encryption.org/", "age"_L1},
        Magic{"-----BEGIN AGE", "age"_L1},
        Magic{"-----BEGIN PGP MESSAGE", "gpg"_L1},
        Magic{"\x85\x01", "gpg"_L1},  // public-key encrypted session key, RSA 2048
        Magic{"\x85\x02", "gpg"_L1},
        Magic{"\x84\x5e", "gpg"_L1},  // the same for a Curve25519 key
    };
    for (const Magic &magic : magics) {
        if (head.startsWith(magic.bytes))
            return magic.name;
    }
    return {};
}

/// The start of a gzip stream's content; empty where it is damaged.
QByteArray gunzipHead(QByteArray packed)
{
    z_stream stream{};
    if (inflateInit2(&stream, MAX_WBITS + 16) != Z_OK)
        return {};
    QByteArray out(unpackedBytes, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int ended = inflate(&stream, Z_SYNC_FLUSH);
    out.truncate(out.size() - qsizetype(stream.avail_out));
    inflateEnd(&stream);
    return ended == Z_DATA_ERROR ? QByteArray() : out;
}

QByteArray unzstdHead(const QByteArray &packed)
{
    // Kept: a folder of thousands is looked through, and making one costs more than using it.
    static thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(
        ZSTD_createDCtx(), &ZSTD_freeDCtx);
    ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only);
    QByteArray out(unpackedBytes, Qt::Uninitialized);
    ZSTD_inBuffer input{packed.constData(), size_t(packed.size()), 0};
    ZSTD_outBuffer output{out.data(), size_t(out.size()), 0};
    while (output.pos < output.size && input.pos < input.size) {
        if (ZSTD_isError(ZSTD_decompressStream(context.get(), &output, &input)) != 0)
            break;
    }
    out.truncate(qsizetype(output.pos));
    return out;
}

/// Reads the head of PostgreSQL's archives: numbers as a sign and some bytes, texts with a length.
class ArchiveHead
{
public:
    explicit ArchiveHead(QByteArrayView bytes) : m_bytes(bytes) {}

    int byte() { return m_at < m_bytes.size() ? uchar(m_bytes.at(m_at++)) : failed(); }
    void skip(qsizetype count) { m_at += count; }
    void setNumberSize(int bytes) { m_numberSize = bytes; }
    int number()
    {
        const bool negative = byte() == 1;
        quint32 value = 0;
        for (int i = 0; i < m_numberSize; ++i) {
            const auto next = quint32(byte());
            value |= i < 4 ? next << (8 * i) : 0;
        }
        return negative ? -int(value) : int(value);
    }
    QString text()
    {
        const int length = number();
        if (length < 0 || m_failed || length > m_bytes.size() - m_at)
            return {};
        const QString found = QString::fromUtf8(m_bytes.sliced(m_at, length));
        m_at += length;
        return found;
    }

private:
    int failed()
    {
        m_failed = true;
        return 0;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_numberSize = 4;
    bool m_failed = false;
};

/// `15.20 (Debian 15.20-0+deb12u1)` → `15.20`
QString plainVersion(const QString &text)
{
    return text.section(u' ', 0, 0);
}

/// pg_backup_archiver.c: WriteHead().
void readArchiveHead(BackupHead &head, QByteArrayView bytes)
{
    ArchiveHead archive(bytes.sliced(5));
    const int major = archive.byte();
    const int minor = archive.byte();
    archive.skip(1);  // revision
    archive.setNumberSize(archive.byte());
    archive.skip(2);  // size of offsets, format
    if (major > 1 || minor >= 15)
        archive.skip(1);  // which compression
    else
        archive.number();
    for (int part = 0; part < 7; ++part)
        archive.number();  // local time of its making
    head.database = archive.text();
    head.serverVersion = plainVersion(archive.text());
    head.toolVersion = plainVersion(archive.text());
}

void readPlainHead(BackupHead &head, QByteArrayView bytes)
{
    static const QRegularExpression server(u"-- Dumped from database version ([0-9a-z.]+)"_s);
    static const QRegularExpression tool(u"-- Dumped by pg_dump(?:all)? version ([0-9a-z.]+)"_s);
    const QString text = QString::fromLatin1(bytes);
    head.serverVersion = server.match(text).captured(1);
    head.toolVersion = tool.match(text).captured(1);
}

void recognise(BackupHead &head, QByteArrayView bytes)
{
    using Format = BackupHead::Format;
    if (bytes.startsWith("PGDMP")) {
        head.format = Format::Custom;
        readArchiveHead(head, bytes);
    } else if (bytes.size() > tarBlock && bytes.sliced(tarMagicAt).startsWith("ustar")
               && bytes.startsWith(QByteArrayView("toc.dat\0", 8))) {
        head.format = Format::Tar;
        if (bytes.sliced(tarBlock).startsWith("PGDMP"))
            readArchiveHead(head, bytes.sliced(tarBlock));
    } else {
        const QByteArrayView start = bytes.first(qMin<qsizetype>(bytes.size(), 200));
        if (start.contains("PostgreSQL database cluster dump"))
            head.format = Format::Cluster;
        else if (start.contains("PostgreSQL database dump"))
            head.format = Format::Plain;
        readPlainHead(head, bytes);
    }
}

}  // namespace

BackupHead BackupHead::read(const QByteArray &packed)
{
    BackupHead head;
    head.packing = packingOf(packed);
    QByteArray content = packed;
    if (head.packing == "gzip"_L1)
        content = gunzipHead(packed);
    else if (head.packing == "zstd"_L1)
        content = unzstdHead(packed);
    else if (!head.packing.isEmpty())
        return head;
    head.isHollow = content.isEmpty();
    recognise(head, content);
    return head;
}

QString BackupHead::formatName(Format format)
{
    switch (format) {
    case Format::Plain:
        return u"plain"_s;
    case Format::Cluster:
        return u"cluster"_s;
    case Format::Custom:
        return u"custom"_s;
    case Format::Directory:
        return u"directory"_s;
    case Format::Tar:
        return u"tar"_s;
    case Format::Unknown:
        break;
    }
    return {};
}

QString BackupHead::text() const
{
    const QString name = formatName(format);
    return name.isEmpty() || packing.isEmpty() ? name + packing : name + u", "_s + packing;
}

}  // namespace roster
