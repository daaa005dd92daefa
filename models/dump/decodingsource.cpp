// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/decodingsource.h"

#include "models/dump/dumperror.h"

#include <algorithm>
#include <cstring>

namespace roster {

namespace {

// Who looks at the head only is given little.
constexpr qsizetype firstBytes = qsizetype(16) * 1024;
constexpr qsizetype inputBytes = qsizetype(256) * 1024;

}  // namespace

DecodingSource::DecodingSource(DumpCompression compression, std::unique_ptr<ByteSource> packed,
                               QString name)
    : m_packed(std::move(packed)),
      m_compression(compressionName(compression)),
      m_name(std::move(name)),
      m_decoder(Decoder::make(compression)),
      m_input(firstBytes, Qt::Uninitialized)
{
}

Result<qsizetype> DecodingSource::read(std::span<char> buffer)
{
    if (m_error)
        return fail(*m_error);
    auto got = decode(buffer);
    if (!got)
        m_error = got.error();
    return got;
}

Result<qsizetype> DecodingSource::decode(std::span<char> buffer)
{
    while (m_place != Place::End) {
        if (m_place == Place::BetweenMembers) {
            ROSTER_TRY(betweenMembers());
            continue;
        }
        // Called with no input, too: what did not fit into the last buffer is still held back.
        const auto step = m_decoder->run(pending(), buffer);
        m_at += step.taken;
        if (step.state == Decoder::State::MemberEnded)
            m_place = Place::BetweenMembers;
        if (step.state == Decoder::State::Damaged)
            return fail(damagedDump(m_name, m_compression));
        if (step.made > 0)
            return step.made;
        if (step.state == Decoder::State::Going && m_at == m_end) {
            if (m_inputEnded)
                return fail(truncatedDump(m_name, m_compression));
            ROSTER_TRY(refill());
        }
    }
    return 0;
}

std::span<const char> DecodingSource::pending() const
{
    return std::span(m_input.constData(), std::size_t(m_input.size()))
        .subspan(std::size_t(m_at), std::size_t(m_end - m_at));
}

/// Adds to what is pending.
Result<void> DecodingSource::refill()
{
    const qsizetype left = m_end - m_at;
    std::memmove(m_input.data(), m_input.constData() + m_at, std::size_t(left));
    if (m_end > 0)
        m_input.resize(inputBytes);
    m_at = 0;
    m_end = left;
    const auto got =
        m_packed->read(std::span(m_input.data() + left, std::size_t(m_input.size() - left)));
    if (!got)
        return fail(got.error());
    m_end += *got;
    m_inputEnded = *got == 0;
    return {};
}

Result<void> DecodingSource::betweenMembers()
{
    while (true) {
        while (m_at < m_end && m_input.at(m_at) == '\0')
            ++m_at;
        if (m_end - m_at >= Decoder::magicBytes || m_inputEnded)
            break;
        ROSTER_TRY(refill());
    }
    if (m_decoder->beginsMember(QByteArrayView(m_input).sliced(m_at, m_end - m_at))) {
        m_decoder->reset();
        m_place = Place::InMember;
        return {};
    }
    return passJunk();
}

/// To the end all the same: what it is packed by in turn has a checksum, too.
Result<void> DecodingSource::passJunk()
{
    qint64 junk = 0;
    while (m_at < m_end || !m_inputEnded) {
        junk += m_end - std::exchange(m_at, m_end);
        ROSTER_TRY(refill());
    }
    if (junk > 0)
        m_warnings << trailingJunk(m_name, m_compression, junk);
    m_place = Place::End;
    return {};
}

}  // namespace roster
