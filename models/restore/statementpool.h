// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_STATEMENTPOOL_H
#define ROSTER_RESTORE_STATEMENTPOOL_H

#include "models/database/cancellable.h"

#include <QByteArrayList>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace roster {

/// Statements side by side, one over each of some sessions of the same database, on one thread:
/// what is slow happens in the server. Each is a transaction of its own where its session has none
/// open. While it lives, a cancel of `progress` stops them all.
class StatementPool
{
public:
    struct Task
    {
        QByteArray sql;  ///< in the encoding of its session
        qint64 line = 0;
        /// What it locks. A task waits for those added before it that lock the same, where one of
        /// the two is alone.
        QByteArrayList tables;
        bool isAlone = false;
        /// Other statements that its session needs to have run last, and the client encoding.
        QByteArray settings;
        QByteArray encoding;
        /// Gets its rows. May be empty.
        std::function<void(const ResultSet &)> done;
    };
    /// What people are told of a task that failed.
    using Describe = std::function<Error(Error error, const Task &task)>;

    /// All must outlive it. `others`: run no tasks, but are stopped by a cancel, too.
    StatementPool(const QList<Session *> &sessions, const QList<Session *> &others,
                  Progress &progress, Describe describe = {});
    /// Stops what still runs, and waits for that.
    ~StatementPool();
    Q_DISABLE_COPY_MOVE(StatementPool)

    void add(Task task) { m_waiting.push_back(std::move(task)); }
    bool isIdle() const { return m_waiting.empty() && running() == 0; }
    qsizetype left() const { return qsizetype(m_waiting.size()) + running(); }
    bool locks(const QByteArray &table) const;

    /// Takes what is done and starts what may start, `most` at once; never waits for a statement.
    /// Errors: of what failed, the first by its line; Cancelled. It is over then.
    Result<void> pump(int most);
    /// Until all is done, or the first error. `each` is called now and then.
    Result<void> finish(const std::function<void()> &each = {});

private:
    struct Worker
    {
        Session *session = nullptr;
        std::unique_ptr<Canceller> canceller;
        const Progress *before = nullptr;
        QByteArray settings;
        std::optional<Task> task;
    };

    qsizetype running() const;
    bool mayStart(std::size_t number) const;
    bool start(Worker &worker, Task task);
    bool prepare(const Worker &worker, const Task &task) const;
    void take(Worker &worker);
    void failed(Worker &worker, PGresult *result);
    void wait() const;
    void stop();
    Result<void> state() const;

    Progress &m_progress;
    Describe m_describe;
    std::vector<Worker> m_workers;
    std::vector<std::unique_ptr<Canceller>> m_others;
    std::unique_ptr<Progress::CancelHook> m_hook;
    std::deque<Task> m_waiting;
    std::optional<Error> m_error;
    qint64 m_errorLine = 0;
    bool m_isStopped = false;
};

}  // namespace roster

#endif
