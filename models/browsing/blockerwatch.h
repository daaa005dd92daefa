// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_BLOCKERWATCH_H
#define ROSTER_BROWSING_BLOCKERWATCH_H

#include "models/core/progress.h"
#include "models/database/connectionprofile.h"

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace roster {

/// Looks who holds up one backend, while it lives: once the wait is over nobody can tell any more.
/// Opens a connection of its own, only when the work takes longer than a moment; where the role
/// may open no more, nobody is named.
class BlockerWatch
{
public:
    BlockerWatch(ConnectionProfile profile, int backend);
    ~BlockerWatch();
    Q_DISABLE_COPY_MOVE(BlockerWatch)

    /// Who was seen last, as text for people: "anna (process 4711, psql) since 2026-01-02
    /// 03:04:05"; empty: nobody.
    QString blockers() const;

private:
    void watch();

    ConnectionProfile m_profile;
    int m_backend;
    Progress m_progress;  ///< cancelled at the end
    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    QString m_blockers;
    std::thread m_thread;
};

}  // namespace roster

#endif
