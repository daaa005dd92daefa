// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumphead.h"

#include "models/dump/compressionmagic.h"
#include "models/dump/dumperror.h"

#include <QRegularExpression>

#include <cerrno>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype headBytes = 4096;
constexpr qsizetype mostLayers = 2;
constexpr qsizetype tarMagicAt = 257;
constexpr qsizetype tarBlock = 512;
constexpr qsizetype versionEnd = 7;  // `PGDMP`, major, minor

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
void readArchiveHead(DumpHead &head, QByteArrayView bytes)
{
    const auto version = ArchiveVersion::of(bytes);
    if (!version)
        return;
    head.archiveVersion = *version;
    ArchiveHead archive(bytes.sliced(versionEnd));
    archive.skip(1);  // revision
    archive.setNumberSize(archive.byte());
    archive.skip(2);  // size of offsets, format
    if (*version >= ArchiveVersion{1, 15})
        archive.skip(1);  // which compression
    else
        archive.number();
    for (int part = 0; part < 7; ++part)
        archive.number();  // local time of its making
    head.database = archive.text();
    head.serverVersion = plainVersion(archive.text());
    head.toolVersion = plainVersion(archive.text());
}

void readPlainHead(DumpHead &head, QByteArrayView bytes)
{
    static const QRegularExpression server(u"-- Dumped from database version ([0-9a-z.]+)"_s);
    static const QRegularExpression tool(u"-- Dumped by pg_dump(?:all)? version ([0-9a-z.]+)"_s);
    const QString text = QString::fromLatin1(bytes);
    head.serverVersion = server.match(text).captured(1);
    head.toolVersion = tool.match(text).captured(1);
}

void recognise(DumpHead &head, QByteArrayView bytes)
{
    using enum DumpHead::Format;
    if (ArchiveVersion::of(bytes)) {
        head.format = Custom;
        readArchiveHead(head, bytes);
    } else if (bytes.size() > tarBlock && bytes.sliced(tarMagicAt).startsWith("ustar")
               && bytes.startsWith(QByteArrayView("toc.dat\0", 8))) {
        head.format = Tar;
        readArchiveHead(head, bytes.sliced(tarBlock));
    } else if (bytes.contains("-- PostgreSQL database cluster dump")) {
        head.format = Cluster;
        readPlainHead(head, bytes);
    } else if (bytes.contains("-- PostgreSQL database dump")) {
        head.format = Plain;
        readPlainHead(head, bytes);
    } else {
        head.encryption = encryptionOf(bytes);
        head.isHollow = bytes.isEmpty();
    }
}

/// The first bytes of the source. What is damaged behind the first byte is found by who reads on.
Result<QByteArray> firstBytes(ByteSource &source)
{
    QByteArray head(headBytes, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < headBytes) {
        const auto got =
            source.read(std::span(head.data() + filled, std::size_t(headBytes - filled)));
        if (!got && filled == 0)
            return fail(got.error());
        if (!got || *got == 0)
            break;
        filled += *got;
    }
    head.truncate(filled);
    return head;
}

Result<void> readFolder(DumpHead &head, const HeldFile &folder)
{
    head.format = DumpHead::Format::Directory;
    const FileDescriptor toc(
        ::openat(folder.descriptor(), "toc.dat", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    const QString path = folder.path() + u"/toc.dat"_s;
    if (!toc.isOpen()) {
        if (errno != ENOENT)
            return fail(dumpFileError(path, errno));
        return fail(noDump(
            DumpMessages::tr("%1 is no dump: the folder holds no toc.dat.").arg(folder.path()),
            DumpMessages::tr("Choose a file, or a folder that pg_dump -Fd wrote.")));
    }
    QByteArray bytes(headBytes, Qt::Uninitialized);
    bytes.truncate(qMax<ssize_t>(0, ::pread(toc.get(), bytes.data(), headBytes, 0)));
    if (!ArchiveVersion::of(bytes))
        return fail(damagedDump(path, u"PGDMP"_s));
    readArchiveHead(head, bytes);
    return {};
}

Result<void> readFile(DumpHead &head, const std::shared_ptr<const HeldFile> &file)
{
    if (file->size() == 0) {
        head.isHollow = true;
        return fail(noDump(DumpMessages::tr("%1 is empty.").arg(file->path()),
                           DumpMessages::tr("Use another backup.")));
    }
    while (true) {
        const auto bytes = firstBytes(*ByteSource::ofFile(file, head.compressions));
        if (!bytes) {
            head.isHollow = !head.compressions.isEmpty();
            return fail(bytes.error());
        }
        const auto compression = compressionOf(*bytes);
        if (!compression) {
            recognise(head, *bytes);
            return {};
        }
        if (head.compressions.size() == mostLayers) {
            return fail(noDump(DumpMessages::tr("%1 is packed more than twice.").arg(file->path()),
                               DumpMessages::tr("Unpack it first.")));
        }
        head.compressions << *compression;
    }
}

}  // namespace

DumpHead DumpHead::read(const std::shared_ptr<const HeldFile> &file)
{
    DumpHead head;
    const auto read = file->isFolder() ? readFolder(head, *file) : readFile(head, file);
    if (!read)
        head.error = read.error();
    return head;
}

bool DumpHead::isArchive() const
{
    return format == Format::Custom || format == Format::Directory || format == Format::Tar;
}

QString DumpHead::formatName() const
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

QString DumpHead::packing() const
{
    QStringList names;
    for (const DumpCompression compression : compressions)
        names << compressionName(compression);
    if (!encryption.isEmpty())
        names << encryption;
    return names.join(u", "_s);
}

QString DumpHead::text() const
{
    const QString packed = packing();
    const QString name = formatName();
    return name.isEmpty() || packed.isEmpty() ? name + packed : name + u", "_s + packed;
}

}  // namespace roster
