// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CONNECTIONS_H
#define ROSTER_DATABASE_CONNECTIONS_H

#include "models/database/databaseworker.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

namespace roster {

/// The workers of one window on one database. Each opens its connection when first used; on a role
/// that may open one connection only, all work goes over the page worker, slower.
class Connections : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Connected, Lost };

    explicit Connections(ConnectionProfile profile, QObject *parent = nullptr);
    ~Connections() override;

    const ConnectionProfile &profile() const { return m_profile; }
    State state() const { return m_state; }

    DatabaseWorker &page() { return m_page; }              ///< what the eye waits for
    DatabaseWorker &background() { return m_background; }  ///< counts, key maps, samples
    DatabaseWorker &jobs() { return m_jobs; }              ///< what a person started

    /// Starts the server, where that is ours to do; called before each new attempt. `byHand`: a
    /// person asked for it.
    using Reviver = std::function<JobFuture<Result<void>>(bool byHand)>;
    void setReviver(Reviver reviver) { m_revive = std::move(reviver); }

    /// Tries now; while lost it also tries by itself, 1, 2, 4 … at most 30 seconds apart.
    void reconnect();

    /// Cancels all work and ends the threads. Returns at once; `closed` follows, and from then on
    /// destroying it waits for nothing.
    void close();

Q_SIGNALS:
    void jobAdded(const roster::JobPointer &job);
    /// Once per loss, whichever worker noticed.
    void lost(const roster::Error &error);
    /// A new attempt starts in so many milliseconds (0: now).
    void retrying(int milliseconds);
    /// The attempt failed for another reason than an absent server.
    void connectFailed(const roster::Error &error);
    void connected();
    void closed();

private:
    void onLost(const Error &error);
    void onOpened();
    void tryNow(bool byHand);
    void connectNow();
    void onAttemptFailed(const Error &error);

    ConnectionProfile m_profile;
    State m_state = State::Idle;
    int m_attempts = 0;
    int m_stopped = 0;  ///< workers whose thread has ended
    bool m_closing = false;
    Reviver m_revive;
    QTimer m_retry;
    DatabaseWorker m_page;  // destroyed last: the others fall back on it
    DatabaseWorker m_background;
    DatabaseWorker m_jobs;
};

}  // namespace roster

#endif
