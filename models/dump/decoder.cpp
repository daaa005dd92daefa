// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/decoder.h"

#include "models/dump/compressionmagic.h"

#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

namespace roster {

namespace {

constexpr int gzipFrame = MAX_WBITS + 16;
constexpr std::size_t mostAtOnce = std::size_t(1) << 30;  // some count in 32 bits
constexpr uint64_t xzMemoryBytes = uint64_t(256) << 20;   // xz -9 wants 65 MB

class GzipDecoder : public Decoder
{
public:
    GzipDecoder() { inflateInit2(&m_stream, gzipFrame); }
    ~GzipDecoder() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(GzipDecoder)

    Step run(std::span<const char> input, std::span<char> output) override
    {
        input = input.first(qMin(input.size(), mostAtOnce));
        output = output.first(qMin(output.size(), mostAtOnce));
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = uInt(input.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = uInt(output.size());
        const int said = inflate(&m_stream, Z_NO_FLUSH);
        Step step;
        step.taken = qsizetype(input.size()) - qsizetype(m_stream.avail_in);
        step.made = qsizetype(output.size()) - qsizetype(m_stream.avail_out);
        if (said == Z_STREAM_END)
            step.state = State::MemberEnded;
        else if (said != Z_OK && said != Z_BUF_ERROR)
            step.state = State::Damaged;
        return step;
    }
    bool beginsMember(QByteArrayView bytes) const override
    {
        return compressionOf(bytes) == DumpCompression::Gzip;
    }
    void reset() override { inflateReset(&m_stream); }

private:
    z_stream m_stream{};
};

class ZstdDecoder : public Decoder
{
public:
    Step run(std::span<const char> input, std::span<char> output) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const size_t said = ZSTD_decompressStream(m_context.get(), &out, &in);
        Step step{State::Going, qsizetype(in.pos), qsizetype(out.pos)};
        if (ZSTD_isError(said) != 0)
            step.state = State::Damaged;
        else if (said == 0)
            step.state = State::MemberEnded;
        return step;
    }
    bool beginsMember(QByteArrayView bytes) const override
    {
        return compressionOf(bytes) == DumpCompression::Zstd;
    }
    void reset() override { ZSTD_DCtx_reset(m_context.get(), ZSTD_reset_session_only); }

private:
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> m_context{ZSTD_createDCtx(),
                                                                   &ZSTD_freeDCtx};
};

class XzDecoder : public Decoder
{
public:
    XzDecoder() { begin(); }
    ~XzDecoder() override { lzma_end(&m_stream); }
    Q_DISABLE_COPY_MOVE(XzDecoder)

    Step run(std::span<const char> input, std::span<char> output) override
    {
        m_stream.next_in = reinterpret_cast<const uint8_t *>(input.data());
        m_stream.avail_in = input.size();
        m_stream.next_out = reinterpret_cast<uint8_t *>(output.data());
        m_stream.avail_out = output.size();
        const lzma_ret said = m_begun == LZMA_OK ? lzma_code(&m_stream, LZMA_RUN) : m_begun;
        Step step;
        step.taken = qsizetype(input.size() - m_stream.avail_in);
        step.made = qsizetype(output.size() - m_stream.avail_out);
        if (said == LZMA_STREAM_END)
            step.state = State::MemberEnded;
        else if (said != LZMA_OK && said != LZMA_BUF_ERROR)
            step.state = State::Damaged;
        return step;
    }
    bool beginsMember(QByteArrayView bytes) const override
    {
        return compressionOf(bytes) == DumpCompression::Xz;
    }
    void reset() override { begin(); }

private:
    void begin()
    {
        m_begun = lzma_stream_decoder(&m_stream, xzMemoryBytes, LZMA_TELL_UNSUPPORTED_CHECK);
    }

    lzma_stream m_stream = LZMA_STREAM_INIT;
    lzma_ret m_begun = LZMA_OK;
};

class Bzip2Decoder : public Decoder
{
public:
    Bzip2Decoder() { BZ2_bzDecompressInit(&m_stream, 0, 0); }
    ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Bzip2Decoder)

    Step run(std::span<const char> input, std::span<char> output) override
    {
        input = input.first(qMin(input.size(), mostAtOnce));
        output = output.first(qMin(output.size(), mostAtOnce));
        m_stream.next_in = const_cast<char *>(input.data());
        m_stream.avail_in = unsigned(input.size());
        m_stream.next_out = output.data();
        m_stream.avail_out = unsigned(output.size());
        const int said = BZ2_bzDecompress(&m_stream);
        Step step;
        step.taken = qsizetype(input.size()) - qsizetype(m_stream.avail_in);
        step.made = qsizetype(output.size()) - qsizetype(m_stream.avail_out);
        if (said == BZ_STREAM_END)
            step.state = State::MemberEnded;
        else if (said != BZ_OK)
            step.state = State::Damaged;
        return step;
    }
    bool beginsMember(QByteArrayView bytes) const override
    {
        return compressionOf(bytes) == DumpCompression::Bzip2;
    }
    void reset() override
    {
        BZ2_bzDecompressEnd(&m_stream);
        m_stream = {};
        BZ2_bzDecompressInit(&m_stream, 0, 0);
    }

private:
    bz_stream m_stream{};
};

class Lz4Decoder : public Decoder
{
public:
    Lz4Decoder() { LZ4F_createDecompressionContext(&m_context, LZ4F_VERSION); }
    ~Lz4Decoder() override { LZ4F_freeDecompressionContext(m_context); }
    Q_DISABLE_COPY_MOVE(Lz4Decoder)

    Step run(std::span<const char> input, std::span<char> output) override
    {
        size_t made = output.size();
        size_t taken = input.size();
        const size_t said =
            LZ4F_decompress(m_context, output.data(), &made, input.data(), &taken, nullptr);
        Step step{State::Going, qsizetype(taken), qsizetype(made)};
        if (LZ4F_isError(said) != 0)
            step.state = State::Damaged;
        else if (said == 0)
            step.state = State::MemberEnded;
        return step;
    }
    bool beginsMember(QByteArrayView bytes) const override
    {
        return compressionOf(bytes) == DumpCompression::Lz4;
    }
    void reset() override { LZ4F_resetDecompressionContext(m_context); }

private:
    LZ4F_dctx *m_context = nullptr;
};

}  // namespace

std::unique_ptr<Decoder> Decoder::make(DumpCompression compression)
{
    switch (compression) {
    case DumpCompression::Gzip:
        return std::make_unique<GzipDecoder>();
    case DumpCompression::Zstd:
        return std::make_unique<ZstdDecoder>();
    case DumpCompression::Xz:
        return std::make_unique<XzDecoder>();
    case DumpCompression::Bzip2:
        return std::make_unique<Bzip2Decoder>();
    case DumpCompression::Lz4:
        return std::make_unique<Lz4Decoder>();
    }
    return {};
}

}  // namespace roster
