// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/statementpool.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

#include <poll.h>

namespace roster {

namespace {

constexpr int waitMs = 100;

bool clash(const StatementPool::Task &one, const StatementPool::Task &other)
{
    return (one.isAlone || other.isAlone)
        && std::ranges::any_of(one.tables, [&other](const QByteArray &table) {
               return other.tables.contains(table);
           });
}

}  // namespace

StatementPool::StatementPool(const QList<Session *> &sessions, const QList<Session *> &others,
                             Progress &progress, Describe describe)
    : m_progress(progress), m_describe(std::move(describe))
{
    for (Session *session : sessions) {
        Worker worker;
        worker.session = session;
        worker.canceller = std::make_unique<Canceller>(session->handle());
        worker.before = session->progress();
        session->setProgress(&progress);
        m_workers.push_back(std::move(worker));
    }
    for (const Session *session : others)
        m_others.push_back(std::make_unique<Canceller>(session->handle()));
    m_hook = std::make_unique<Progress::CancelHook>(progress, [this] {
        for (const Worker &worker : m_workers)
            worker.canceller->start();
        for (const auto &other : m_others)
            other->start();
    });
}

StatementPool::~StatementPool()
{
    stop();
    m_hook.reset();
    for (const Worker &worker : m_workers)
        worker.session->setProgress(worker.before);
}

qsizetype StatementPool::running() const
{
    return std::ranges::count_if(m_workers,
                                 [](const Worker &worker) { return worker.task.has_value(); });
}

bool StatementPool::locks(const QByteArray &table) const
{
    const auto isOfIt = [&table](const Task &task) { return task.tables.contains(table); };
    return std::ranges::any_of(m_waiting, isOfIt)
        || std::ranges::any_of(m_workers, [&isOfIt](const Worker &worker) {
               return worker.task && isOfIt(*worker.task);
           });
}

/// Not before those that it clashes with, which run or wait before it.
bool StatementPool::mayStart(std::size_t number) const
{
    const Task &task = m_waiting[number];
    const auto clashes = [&task](const Task &other) { return clash(task, other); };
    return std::none_of(m_waiting.cbegin(), m_waiting.cbegin() + std::ptrdiff_t(number), clashes)
        && std::ranges::none_of(m_workers, [&clashes](const Worker &worker) {
               return worker.task && clashes(*worker.task);
           });
}

bool StatementPool::prepare(const Worker &worker, const Task &task) const
{
    PGconn *handle = worker.session->handle();
    if (!task.encoding.isEmpty() && PQsetClientEncoding(handle, task.encoding.constData()) != 0)
        return false;
    if (task.settings.isEmpty() || task.settings == worker.settings)
        return true;
    PGresult *result = PQexec(handle, task.settings.constData());
    const bool isDone = PQresultStatus(result) == PGRES_TUPLES_OK;
    PQclear(result);
    return isDone;
}

bool StatementPool::start(Worker &worker, Task task)
{
    worker.task = std::move(task);
    if (!prepare(worker, *worker.task)
        || PQsendQueryParams(worker.session->handle(), worker.task->sql.constData(), 0, nullptr,
                             nullptr, nullptr, nullptr, 0)
               != 1) {
        failed(worker, nullptr);
        worker.task.reset();
        return false;
    }
    worker.settings = worker.task->settings;
    return true;
}

void StatementPool::failed(Worker &worker, PGresult *result)
{
    Error error = worker.session->errorFrom(result, QString::fromUtf8(worker.task->sql.left(300)));
    // What we stopped ourselves is not what went wrong.
    const bool isStopped = m_isStopped && m_error && error.sqlState == QLatin1StringView("57014");
    if (isStopped || (m_error && m_errorLine <= worker.task->line))
        return;
    m_errorLine = worker.task->line;
    m_error = m_describe ? m_describe(std::move(error), *worker.task) : std::move(error);
}

/// What has arrived.
void StatementPool::take(Worker &worker)
{
    PGconn *handle = worker.session->handle();
    PQconsumeInput(handle);
    while (worker.task && PQisBusy(handle) == 0) {
        PGresult *result = PQgetResult(handle);
        if (!result) {
            worker.task.reset();
            return;
        }
        const ExecStatusType status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            failed(worker, result);
            continue;
        }
        const ResultSet rows(result);
        if (worker.task->done)
            worker.task->done(rows);
    }
}

Result<void> StatementPool::state() const
{
    if (m_progress.isCancelled()) {
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("Restore", "Cancelled."),
                    QCoreApplication::translate("Restore", "Nothing was changed."));
    }
    if (m_error)
        return fail(*m_error);
    return {};
}

Result<void> StatementPool::pump(int most)
{
    for (Worker &worker : m_workers) {
        if (worker.task)
            take(worker);
    }
    for (std::size_t number = 0; number < m_waiting.size() && !m_error && running() < most;) {
        const auto idle =
            std::ranges::find_if(m_workers, [](const Worker &worker) { return !worker.task; });
        if (m_progress.isCancelled() || idle == m_workers.end())
            break;
        if (!mayStart(number)) {
            ++number;
            continue;
        }
        Task task = std::move(m_waiting[number]);
        m_waiting.erase(m_waiting.begin() + std::ptrdiff_t(number));
        start(*idle, std::move(task));
    }
    if (m_error || m_progress.isCancelled())
        stop();
    return state();
}

void StatementPool::wait() const
{
    std::vector<pollfd> waiting;
    for (const Worker &worker : m_workers) {
        if (worker.task)
            waiting.push_back({PQsocket(worker.session->handle()), POLLIN, 0});
    }
    if (!waiting.empty())
        ::poll(waiting.data(), waiting.size(), waitMs);
}

Result<void> StatementPool::finish(const std::function<void()> &each)
{
    while (true) {
        ROSTER_TRY(pump(int(m_workers.size())));
        if (isIdle())
            return {};
        if (each)
            each();
        wait();
    }
}

void StatementPool::stop()
{
    m_isStopped = true;
    m_waiting.clear();
    for (Worker &worker : m_workers) {
        if (worker.task)
            worker.canceller->start();
    }
    while (running() > 0) {
        wait();
        for (Worker &worker : m_workers) {
            if (worker.task)
                take(worker);
        }
    }
}

}  // namespace roster
