// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/dumpfile.h"

#include "models/dump/compressionmagic.h"
#include "models/dump/dumperror.h"

#include <cerrno>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype headBytes = 4096;
constexpr qsizetype mostLayers = 2;
constexpr qsizetype tarMagicAt = 257;
constexpr qsizetype tarBlock = 512;

Error noDump(const QString &message, const QString &hint)
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = message;
    error.hint = hint;
    return error;
}

}  // namespace

Result<DumpFile> DumpFile::open(const QString &path)
{
    auto held = HeldFile::open(path);
    if (!held)
        return fail(held.error());
    DumpFile file(*held);
    ROSTER_TRY(file.m_held->isFolder() ? file.recogniseFolder() : file.recogniseFile());
    return file;
}

std::unique_ptr<ByteSource> DumpFile::bytes() const
{
    auto source = ByteSource::ofFile(m_held);
    for (const DumpCompression compression : m_compressions)
        source = ByteSource::unpacked(compression, std::move(source), fileName());
    return source;
}

QString DumpFile::formatName() const
{
    switch (m_format) {
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
    }
    return {};
}

Result<void> DumpFile::recogniseFolder()
{
    const FileDescriptor toc(
        ::openat(m_held->descriptor(), "toc.dat", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!toc.isOpen()) {
        if (errno != ENOENT)
            return fail(dumpFileError(path() + u"/toc.dat"_s, errno));
        return fail(
            noDump(DumpMessages::tr("%1 is no dump: the folder holds no toc.dat.").arg(path()),
                   DumpMessages::tr("Choose a file, or a folder that pg_dump -Fd wrote.")));
    }
    QByteArray head(headBytes, Qt::Uninitialized);
    head.truncate(qMax<ssize_t>(0, ::pread(toc.get(), head.data(), headBytes, 0)));
    const auto version = ArchiveVersion::of(head);
    if (!version)
        return fail(damagedDump(path() + u"/toc.dat"_s, u"PGDMP"_s));
    m_format = Format::Directory;
    m_archiveVersion = *version;
    return {};
}

Result<void> DumpFile::recogniseFile()
{
    if (size() == 0) {
        return fail(noDump(DumpMessages::tr("%1 is empty.").arg(path()),
                           DumpMessages::tr("Use another backup.")));
    }
    while (true) {
        const auto bytes = head();
        if (!bytes)
            return fail(bytes.error());
        const auto compression = compressionOf(*bytes);
        if (!compression)
            return recogniseContent(*bytes) ? Result<void>() : fail(unknown(*bytes));
        if (m_compressions.size() == mostLayers) {
            return fail(noDump(DumpMessages::tr("%1 is packed more than twice.").arg(path()),
                               DumpMessages::tr("Unpack it first.")));
        }
        m_compressions << *compression;
    }
}

/// The first bytes below what was peeled so far. What is damaged behind the first byte is found by
/// who reads on.
Result<QByteArray> DumpFile::head() const
{
    const auto source = bytes();
    QByteArray head(headBytes, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < headBytes) {
        const auto got =
            source->read(std::span(head.data() + filled, std::size_t(headBytes - filled)));
        if (!got && filled == 0)
            return fail(got.error());
        if (!got || *got == 0)
            break;
        filled += *got;
    }
    head.truncate(filled);
    return head;
}

bool DumpFile::recogniseContent(QByteArrayView head)
{
    auto version = ArchiveVersion::of(head);
    if (version) {
        m_format = Format::Custom;
    } else if (head.size() > tarBlock && head.sliced(tarMagicAt).startsWith("ustar")
               && head.startsWith(QByteArrayView("toc.dat\0", 8))) {
        m_format = Format::Tar;
        version = ArchiveVersion::of(head.sliced(tarBlock));
    } else if (head.contains("-- PostgreSQL database cluster dump")) {
        m_format = Format::Cluster;
    } else {
        m_format = Format::Plain;
        return head.contains("-- PostgreSQL database dump");
    }
    m_archiveVersion = version.value_or(ArchiveVersion());
    return true;
}

Error DumpFile::unknown(QByteArrayView head) const
{
    if (head.isEmpty()) {
        return noDump(DumpMessages::tr("%1 holds nothing.").arg(path()),
                      DumpMessages::tr("Use another backup."));
    }
    if (const QString encryption = encryptionOf(head); !encryption.isEmpty()) {
        return noDump(DumpMessages::tr("%1 is encrypted by %2.").arg(path(), encryption),
                      DumpMessages::tr("Decrypt it first."));
    }
    return noDump(
        DumpMessages::tr("%1 is no dump of PostgreSQL's, whatever its name says.").arg(path()),
        DumpMessages::tr("Choose a file that pg_dump or pg_dumpall wrote."));
}

}  // namespace roster
