// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/openeddump.h"

#include "models/restore/dumpbytes.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dump)
};

constexpr std::size_t headBytes = 512;
constexpr qsizetype tarMagic = 257;

Error notADump(const QString &path, const QString &why, const QString &hint)
{
    return {.kind = Error::Kind::InvalidInput, .message = QString(path + u' ' + why), .hint = hint};
}

Error notOpened(const QString &path)
{
    const bool isMissing = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
    return {.kind = isMissing ? Error::Kind::NotFound : Error::Kind::System,
            .message = Text::tr("%1 cannot be opened: %2.")
                           .arg(path, QString::fromLocal8Bit(std::strerror(errno))),
            .hint = Text::tr("Check its name and your rights.")};
}

/// As much as there is, up to the buffer.
Result<QByteArray> head(DumpBytes &source)
{
    std::array<char, headBytes> buffer{};
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto count = source.read(std::span(buffer).subspan(filled));
        if (!count)
            return fail(count.error());
        if (*count == 0)
            break;
        filled += std::size_t(*count);
    }
    return QByteArray(buffer.data(), qsizetype(filled));
}

}  // namespace

struct OpenedDump::Descriptor
{
    std::shared_ptr<const int> number;

    static std::shared_ptr<const int> hold(int opened)
    {
        return {new int(opened), [](const int *held) {
                    ::close(*held);
                    delete held;
                }};
    }
};

Result<OpenedDump> OpenedDump::open(const QString &path)
{
    const int opened =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (opened < 0)
        return fail(notOpened(path));
    OpenedDump file;
    file.m_path = path;
    file.m_descriptor = std::make_shared<Descriptor>(Descriptor{Descriptor::hold(opened)});
    struct stat info{};
    if (::fstat(opened, &info) != 0)
        return fail(notOpened(path));
    file.m_size = info.st_size;
    if (S_ISDIR(info.st_mode)) {
        file.m_format = Format::Directory;
        if (::faccessat(opened, "toc.dat", R_OK, 0) == 0)
            return file;
        return fail(notADump(path, Text::tr("is a folder and no dump: it has no toc.dat."),
                             Text::tr("Name a file, or the folder that pg_dump -Fd wrote.")));
    }
    if (!S_ISREG(info.st_mode)) {
        return fail(notADump(path, Text::tr("is no file."), Text::tr("Name the dump itself.")));
    }
    for (;;) {
        const auto source = file.bytes();
        if (!source)
            return fail(source.error());
        const auto begin = head(**source);
        if (!begin)
            return fail(begin.error());
        if (begin->startsWith("\x1f\x8b") && file.m_compressions.size() < 3) {
            file.m_compressions << u"gzip"_s;
            continue;
        }
        QByteArrayView text(*begin);
        if (text.startsWith("\xef\xbb\xbf"))
            text = text.sliced(3);
        if (begin->isEmpty()) {
            return fail(notADump(path, Text::tr("is empty."), Text::tr("Take another backup.")));
        }
        if (begin->startsWith("PGDMP"))
            file.m_format = Format::Custom;
        else if (begin->startsWith("toc.dat") && begin->mid(tarMagic, 5) == "ustar")
            file.m_format = Format::Tar;
        else if (text.contains("-- PostgreSQL database cluster dump"))
            file.m_format = Format::Cluster;
        else if (text.contains("-- PostgreSQL database dump"))
            file.m_format = Format::Plain;
        else
            return fail(notADump(path, Text::tr("is nothing that pg_dump wrote."),
                                 Text::tr("A plain dump begins with \"-- PostgreSQL database "
                                          "dump\"; compressed ones hold such a text.")));
        return file;
    }
}

Result<std::unique_ptr<DumpBytes>> OpenedDump::bytes() const
{
    std::unique_ptr<DumpBytes> source = makeFileSource(m_descriptor->number, m_path);
    for (qsizetype layer = 0; layer < m_compressions.size(); ++layer)
        source = makeGzipSource(std::move(source), m_path);
    return source;
}

}  // namespace roster
