// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_SESSIONENDER_H
#define ROSTER_RESTORE_SESSIONENDER_H

#include "models/core/result.h"
#include "models/database/connectionprofile.h"

#include <QList>
#include <QtGlobal>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace roster {

/// While it lives, a connection of its own keeps ending all sessions in some databases, also those
/// that come anew: a database can be renamed only while nobody is in it.
class SessionEnder
{
public:
    /// Errors: why it could not connect. `maintenance`: a database that is none of these.
    static Result<std::unique_ptr<SessionEnder>> start(const ConnectionProfile &maintenance,
                                                       const QList<qint64> &oids);
    ~SessionEnder();
    Q_DISABLE_COPY_MOVE(SessionEnder)

    /// How many it ended up to now.
    int ended() const { return m_ended.load(); }

private:
    SessionEnder() = default;
    void work(const ConnectionProfile &maintenance, const QByteArray &oids);
    bool wait();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Result<void>> m_opened;
    bool m_over = false;
    std::atomic_int m_ended = 0;
    std::thread m_thread;
};

}  // namespace roster

#endif
