// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_DATABASEWORKER_H
#define ROSTER_DATABASE_DATABASEWORKER_H

#include "models/core/job.h"
#include "models/database/jobfuture.h"
#include "models/database/session.h"

#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace roster {

/// A job and the future of its Result. Drop it freely: the work goes on until cancelled.
template <class R>
struct Running
{
    JobPointer job;
    JobFuture<R> future;  ///< one Result<T>; use `.then(context, …)`, never wait on the GUI thread
};

/// One thread with one Session of its own: opened when first needed, used and closed there.
/// Work runs first come, first served. Destroying it cancels what runs and joins the thread.
class DatabaseWorker : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseWorker(ConnectionProfile profile, QObject *parent = nullptr);
    ~DatabaseWorker() override;

    const ConnectionProfile &profile() const { return m_profile; }

    /// Where the server lets us open no more connections, work goes to `other` from then on.
    void setFallback(DatabaseWorker *other) { m_fallback = other; }

    /// Runs `work(Session &, Progress &)`, which returns a Result<T>, and gives a future of it.
    /// A connection that cannot be opened or broke is that Result's error.
    template <class Work>
    auto run(const QString &title, Work work, Job::Visibility visibility = Job::Visibility::Listed)
        -> Running<std::invoke_result_t<Work &, Session &, Progress &>>
    {
        using R = std::invoke_result_t<Work &, Session &, Progress &>;
        auto job = std::make_shared<Job>(title, visibility);
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto result = std::make_shared<std::optional<R>>();
        Running<R> running{job, JobFuture<R>(promise->future())};
        enqueue({job,
                 [result, work = std::move(work)](Session *session, Progress &progress,
                                                  const Error &error) mutable {
                     result->emplace(session ? work(*session, progress) : R(tl::unexpected(error)));
                     return (*result)->has_value() ? std::optional<Error>()
                                                   : std::optional<Error>((*result)->error());
                 },
                 [promise, result] {
                     promise->addResult(std::move(**result));
                     promise->finish();
                 }});
        return running;
    }

    /// Closes the session when idle; the next work opens a new one (Reconnect).
    void reconnect();

    /// Cancels what runs and what waits, takes no more work and ends the thread. Returns at once;
    /// `stopped` follows, and from then on destroying it waits for nothing.
    void stop();

Q_SIGNALS:
    void jobAdded(const roster::JobPointer &job);
    /// The connection broke under some work (which got the error too).
    void connectionLost(const roster::Error &error);
    void connectionOpened();
    void stopped();

private:
    struct Task
    {
        JobPointer job;
        /// Gets a session, or null and why there is none; says how it ended.
        std::function<std::optional<Error>(Session *, Progress &, const Error &)> run;
        std::function<void()> publish;  ///< hands the result to the future
    };
    class Loop;  ///< lives on the worker's thread

    void enqueue(Task task);  ///< any thread

    ConnectionProfile m_profile;
    DatabaseWorker *m_fallback = nullptr;
    std::unique_ptr<Loop> m_loop;
};

}  // namespace roster

#endif
