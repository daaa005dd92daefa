// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/dumpbytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <vector>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dump)
};

constexpr std::size_t packedBuffer = std::size_t(128) * 1024;
constexpr int gzipOnly = 16 + MAX_WBITS;  // zlib then checks CRC and length

class FileSource : public DumpBytes
{
public:
    FileSource(std::shared_ptr<const int> descriptor, QString path)
        : m_descriptor(std::move(descriptor)), m_path(std::move(path))
    {
    }

    Result<qsizetype> read(std::span<char> buffer) override
    {
        for (;;) {
            const ssize_t count = ::pread(*m_descriptor, buffer.data(), buffer.size(), m_offset);
            if (count >= 0) {
                m_offset += count;
                return count;
            }
            if (errno != EINTR) {
                return fail(Error::Kind::System,
                            Text::tr("%1 cannot be read at byte %2: %3.")
                                .arg(m_path)
                                .arg(m_offset)
                                .arg(QString::fromLocal8Bit(std::strerror(errno))),
                            Text::tr("Check the disk, or take another copy of the file."));
            }
        }
    }
    qint64 consumed() const override { return m_offset; }

private:
    std::shared_ptr<const int> m_descriptor;
    QString m_path;
    qint64 m_offset = 0;
};

class GzipSource : public DumpBytes
{
public:
    GzipSource(std::unique_ptr<DumpBytes> packed, QString path)
        : m_packed(std::move(packed)), m_path(std::move(path)), m_input(packedBuffer)
    {
        m_isOpen = inflateInit2(&m_stream, gzipOnly) == Z_OK;
    }
    ~GzipSource() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipSource)

    Result<qsizetype> read(std::span<char> buffer) override;
    qint64 consumed() const override { return m_packed->consumed() - m_stream.avail_in; }

private:
    Result<void> fill();
    Result<void> nextMember();
    Error damaged(const QString &how) const
    {
        return {.kind = Error::Kind::InvalidInput,
                .message =
                    Text::tr("%1 is %2, at byte %3 of the file.").arg(m_path, how).arg(consumed()),
                .hint = Text::tr("Take another backup: this one is not whole.")};
    }

    std::unique_ptr<DumpBytes> m_packed;
    QString m_path;
    std::vector<char> m_input;
    z_stream m_stream{};
    bool m_isOpen = false;
    bool m_isOver = false;
    bool m_atEnd = false;  ///< of the packed bytes
};

Result<void> GzipSource::fill()
{
    if (m_stream.avail_in > 0 || m_atEnd)
        return {};
    const auto count = m_packed->read(m_input);
    if (!count)
        return fail(count.error());
    m_atEnd = *count == 0;
    m_stream.next_in = reinterpret_cast<Bytef *>(m_input.data());
    m_stream.avail_in = uInt(*count);
    return {};
}

/// Behind the end of a member: another one, the end, or rubbish.
Result<void> GzipSource::nextMember()
{
    ROSTER_TRY(fill());
    if (m_stream.avail_in == 0) {
        m_isOver = true;
    } else if (*m_stream.next_in != 0x1f) {
        warnings << Text::tr("Behind the compressed data are bytes that do not belong to it.");
        m_isOver = true;
    } else {
        inflateReset(&m_stream);
    }
    return {};
}

Result<qsizetype> GzipSource::read(std::span<char> buffer)
{
    if (!m_isOpen)
        return fail(Error::Kind::System, Text::tr("There is no memory to decompress."));
    m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
    m_stream.avail_out = uInt(buffer.size());
    while (!m_isOver && m_stream.avail_out > 0) {
        ROSTER_TRY(fill());
        if (m_stream.avail_in == 0)
            return fail(damaged(Text::tr("cut off")));
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END)
            ROSTER_TRY(nextMember());
        else if (state != Z_OK && state != Z_BUF_ERROR)
            return fail(damaged(Text::tr("damaged")));
    }
    return qsizetype(buffer.size()) - qsizetype(m_stream.avail_out);
}

}  // namespace

std::unique_ptr<DumpBytes> makeFileSource(std::shared_ptr<const int> descriptor,
                                          const QString &path)
{
    return std::make_unique<FileSource>(std::move(descriptor), path);
}

std::unique_ptr<DumpBytes> makeGzipSource(std::unique_ptr<DumpBytes> packed, const QString &path)
{
    return std::make_unique<GzipSource>(std::move(packed), path);
}

}  // namespace roster
