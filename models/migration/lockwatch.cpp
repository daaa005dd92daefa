// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/lockwatch.h"

#include "models/database/session.h"

#include <chrono>
#include <memory>
#include <utility>

using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr auto lookEvery = 300ms;

/// Who they are, without what changes while one waits.
QList<std::pair<int, QString>> namesOf(const QList<LockHolder> &holders)
{
    QList<std::pair<int, QString>> names;
    for (const LockHolder &holder : holders)
        names.append({holder.pid, holder.relation});
    return names;
}

}  // namespace

LockWatch::LockWatch(ConnectionProfile profile, int backend, Seen seen)
    : m_profile(std::move(profile)),
      m_backend(backend),
      m_seen(std::move(seen)),
      m_thread(&LockWatch::watch, this)
{
}

LockWatch::~LockWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_progress.cancel();
    }
    m_ended.notify_all();
    m_thread.join();
}

QList<LockHolder> LockWatch::holders() const
{
    const std::scoped_lock lock(m_mutex);
    return m_holders;
}

void LockWatch::watch()
{
    std::unique_ptr<Session> session;
    QList<LockHolder> before;
    std::unique_lock lock(m_mutex);
    while (!m_ended.wait_for(lock, lookEvery, [this] { return m_progress.isCancelled(); })) {
        lock.unlock();
        if (!session) {
            auto opened = Session::open(m_profile, &m_progress);
            if (!opened)
                return;
            session = std::move(*opened);
        }
        const auto found = blockersOf(*session, m_backend);
        const QList<LockHolder> now = found.value_or(QList<LockHolder>());
        if (m_seen && namesOf(now) != namesOf(before))
            m_seen(now);
        before = now;
        lock.lock();
        if (!now.isEmpty())
            m_holders = now;
    }
}

}  // namespace roster
