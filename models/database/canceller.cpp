// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/canceller.h"

#include <array>
#include <chrono>

namespace roster {

namespace {
constexpr auto askAgainAfter = std::chrono::milliseconds(250);
}

Canceller::Canceller(PGconn *connection) : m_cancel(PQgetCancel(connection)) {}

Canceller::~Canceller()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_over = true;
    }
    m_ended.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    PQfreeCancel(m_cancel);
}

void Canceller::start()
{
    const std::scoped_lock lock(m_mutex);
    if (m_cancel && !m_over && !m_thread.joinable())
        m_thread = std::thread(&Canceller::keepAsking, this);
}

void Canceller::keepAsking()
{
    std::unique_lock lock(m_mutex);
    while (!m_over) {
        lock.unlock();
        std::array<char, 256> message{};
        PQcancel(m_cancel, message.data(), int(message.size()));
        lock.lock();
        m_ended.wait_for(lock, askAgainAfter, [this] { return m_over; });
    }
}

}  // namespace roster
