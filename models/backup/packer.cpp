// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/packer.h"

#include <QByteArray>

#include <cerrno>
#include <thread>

#include <zlib.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype bufferSize = qsizetype(256) * 1024;
// Rows of tables come out no larger than by gzip -6, and often smaller than by zstd -3, which takes
// half as long again.
constexpr int zstdLevel = 1;
constexpr int gzipLevel = 6;
constexpr int gzipFrame = MAX_WBITS + 16;
constexpr unsigned mostThreads = 4;

class ZstdPacker : public Packer
{
public:
    explicit ZstdPacker(Sink sink) : m_sink(std::move(sink))
    {
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, zstdLevel);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
        // Where libzstd was built without threads this is refused, and it packs in this one.
        const unsigned threads = qBound(1U, std::thread::hardware_concurrency(), mostThreads);
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_nbWorkers, int(threads));
    }

    int write(QByteArrayView bytes) override
    {
        // The first bytes go out as a block of their own: they tell what is in the file, and a list
        // of thousands need not unpack more.
        const bool isFirst = std::exchange(m_isFirst, false);
        return run(bytes, isFirst ? ZSTD_e_flush : ZSTD_e_continue);
    }
    int finish() override { return run({}, ZSTD_e_end); }

private:
    int run(QByteArrayView bytes, ZSTD_EndDirective directive)
    {
        ZSTD_inBuffer input{bytes.data(), size_t(bytes.size()), 0};
        while (true) {
            ZSTD_outBuffer output{m_buffer.data(), size_t(m_buffer.size()), 0};
            const size_t left = ZSTD_compressStream2(m_context.get(), &output, &input, directive);
            if (ZSTD_isError(left) != 0)
                return ENOMEM;
            if (const int reason = output.pos > 0
                                     ? m_sink(QByteArrayView(m_buffer).first(qsizetype(output.pos)))
                                     : 0) {
                return reason;
            }
            if (directive == ZSTD_e_continue ? input.pos == input.size : left == 0)
                return 0;
        }
    }

    Sink m_sink;
    QByteArray m_buffer = QByteArray(bufferSize, Qt::Uninitialized);
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> m_context{ZSTD_createCCtx(),
                                                                   &ZSTD_freeCCtx};
    bool m_isFirst = true;
};

class GzipPacker : public Packer
{
public:
    explicit GzipPacker(Sink sink) : m_sink(std::move(sink))
    {
        deflateInit2(&m_stream, gzipLevel, Z_DEFLATED, gzipFrame, 8, Z_DEFAULT_STRATEGY);
    }
    ~GzipPacker() override { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipPacker)

    int write(QByteArrayView bytes) override { return run(bytes, Z_NO_FLUSH); }
    int finish() override { return run({}, Z_FINISH); }

private:
    int run(QByteArrayView bytes, int flush)
    {
        QByteArray held = bytes.toByteArray();  // zlib wants it writable
        m_stream.next_in = reinterpret_cast<Bytef *>(held.data());
        m_stream.avail_in = uInt(held.size());
        do {
            m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
            m_stream.avail_out = uInt(m_buffer.size());
            deflate(&m_stream, flush);
            const qsizetype made = m_buffer.size() - qsizetype(m_stream.avail_out);
            if (made == 0)
                break;
            if (const int reason = m_sink(QByteArrayView(m_buffer).first(made)))
                return reason;
        } while (m_stream.avail_out == 0);
        return 0;
    }

    Sink m_sink;
    QByteArray m_buffer = QByteArray(bufferSize, Qt::Uninitialized);
    z_stream m_stream{};
};

}  // namespace

std::unique_ptr<Packer> Packer::make(Kind kind, Sink sink)
{
    if (kind == Kind::Gzip)
        return std::make_unique<GzipPacker>(std::move(sink));
    return std::make_unique<ZstdPacker>(std::move(sink));
}

}  // namespace roster
