// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/aheadsource.h"

#include <algorithm>

namespace roster {

namespace {

constexpr qsizetype blockBytes = qsizetype(256) * 1024;
constexpr std::size_t mostBlocks = 8;

}  // namespace

AheadSource::AheadSource(std::unique_ptr<ByteSource> source)
    : m_source(std::move(source)), m_total(m_source->total())
{
}

AheadSource::~AheadSource()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void AheadSource::run()
{
    for (bool goesOn = true; goesOn;) {
        Block block;
        block.bytes.resize(blockBytes);
        const auto got =
            m_source->read(std::span(block.bytes.data(), std::size_t(block.bytes.size())));
        block.bytes.resize(got ? *got : 0);
        block.consumed = m_source->consumed();
        block.total = m_source->total();
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isStopped || m_blocks.size() < mostBlocks; });
        if (!got)
            m_error = got.error();
        else if (*got > 0)
            m_blocks.push_back(std::move(block));
        goesOn = got && *got > 0 && !m_isStopped;
        m_isOver = !goesOn;
        lock.unlock();
        m_changed.notify_all();
    }
}

Result<bool> AheadSource::nextBlock()
{
    if (!m_thread.joinable())
        m_thread = std::thread(&AheadSource::run, this);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isOver || !m_blocks.empty(); });
    if (m_blocks.empty()) {
        if (m_error)
            return fail(*m_error);
        m_warnings = m_source->warnings();
        m_consumed = m_source->consumed();
        return false;
    }
    m_current = std::move(m_blocks.front());
    m_blocks.pop_front();
    lock.unlock();
    m_changed.notify_all();
    m_at = 0;
    m_consumed = m_current.consumed;
    m_total = m_current.total;
    return true;
}

Result<qsizetype> AheadSource::read(std::span<char> buffer)
{
    if (m_at == m_current.bytes.size()) {
        const auto more = nextBlock();
        if (!more)
            return fail(more.error());
        if (!*more)
            return 0;
    }
    const qsizetype count = std::min(qsizetype(buffer.size()), m_current.bytes.size() - m_at);
    std::copy_n(m_current.bytes.constData() + m_at, count, buffer.data());
    m_at += count;
    return count;
}

}  // namespace roster
