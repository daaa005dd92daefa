// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CANCELLER_H
#define ROSTER_DATABASE_CANCELLER_H

#include <QtGlobal>

#include <libpq-fe.h>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace roster {

/// Asks the server to stop what one connection runs, from a thread of its own (QPSQL has no
/// cancel), and asks again until destroyed: a request that arrives between two statements is lost.
/// Destroying it waits for the request under way, so that none can hit a later statement.
class Canceller
{
public:
    explicit Canceller(PGconn *connection);
    ~Canceller();
    Q_DISABLE_COPY_MOVE(Canceller)

    /// Any thread; returns at once.
    void start();

private:
    void keepAsking();

    PGcancel *m_cancel;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_over = false;
    std::thread m_thread;
};

}  // namespace roster

#endif
