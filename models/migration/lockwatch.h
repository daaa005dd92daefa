// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_LOCKWATCH_H
#define ROSTER_MIGRATION_LOCKWATCH_H

#include "models/core/progress.h"
#include "models/database/connectionprofile.h"
#include "models/database/lockholders.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace roster {

/// Looks for whom one backend waits, while it lives: once the wait is over nobody can tell any
/// more. Opens a connection of its own, only when the work takes longer than a moment; where the
/// role may open no more, nobody is named.
class LockWatch
{
public:
    /// Called on another thread whenever those who are waited for are others; empty: nobody now.
    using Seen = std::function<void(const QList<LockHolder> &holders)>;

    LockWatch(ConnectionProfile profile, int backend, Seen seen);
    ~LockWatch();
    Q_DISABLE_COPY_MOVE(LockWatch)

    /// The last ones that were waited for.
    QList<LockHolder> holders() const;

private:
    void watch();

    ConnectionProfile m_profile;
    int m_backend;
    Seen m_seen;
    Progress m_progress;  ///< cancelled at the end
    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    QList<LockHolder> m_holders;
    std::thread m_thread;
};

}  // namespace roster

#endif
