// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/databaseworker.h"

#include "models/database/cancellable.h"

#include <QMutex>
#include <QQueue>
#include <QThread>
#include <QWaitCondition>

#include <atomic>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
/// How often an idle session is asked whether its server is still there: one read that never waits.
constexpr int idleCheckMs = 2000;
}  // namespace

/// The worker's thread: takes tasks from a queue, keeps the session between them.
class DatabaseWorker::Loop : public QThread
{
public:
    explicit Loop(DatabaseWorker &worker) : m_worker(worker) {}

    void push(Task task)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_stopping)
            task.job->progress()->cancel();
        m_tasks.append(std::move(task));
        m_wake.wakeOne();
        if (!m_started) {
            m_started = true;
            start();
        }
    }

    /// False where there is no thread to wait for.
    bool requestStop()
    {
        const QMutexLocker lock(&m_mutex);
        m_stopping = true;
        for (const Task &task : std::as_const(m_tasks))
            task.job->progress()->cancel();
        if (m_current)
            m_current->progress()->cancel();
        m_probing.cancel();
        m_wake.wakeOne();
        return isRunning();
    }

    void dropSession() { m_dropSession = true; }

protected:
    void run() override
    {
        while (std::optional<Task> task = next())
            runTask(*std::move(task));
        m_session.reset();
    }

private:
    std::optional<Task> next()
    {
        const QMutexLocker lock(&m_mutex);
        m_current.reset();
        while (m_tasks.isEmpty() && !m_stopping) {
            if (!m_session)
                m_wake.wait(&m_mutex);
            else if (!m_wake.wait(&m_mutex, idleCheckMs) && !m_session->isAlive())
                onIdleLoss();
        }
        if (m_tasks.isEmpty())
            return std::nullopt;
        Task task = m_tasks.dequeue();
        m_current = task.job;
        return task;
    }

    void runTask(Task task)
    {
        Progress &progress = *task.job->progress();
        Error error;
        if (progress.isCancelled()) {
            error.kind = Error::Kind::Cancelled;
            error.message = DatabaseWorker::tr("Cancelled.");
        } else if (!ready(progress, error) && m_worker.m_fallback && !progress.isCancelled()) {
            m_worker.m_fallback->enqueue(std::move(task));
            return;
        }
        post([job = task.job] { job->setRunning(); });
        const std::optional<Error> failure = runWith(task, progress, error);
        post([job = task.job, failure] { job->setFinished(failure); });
        task.publish();
        // The last reference to the job is dropped where it lives.
        post([task = std::move(task)] { Q_UNUSED(task) });
    }

    std::optional<Error> runWith(const Task &task, Progress &progress, const Error &error)
    {
        if (!m_session || !error.message.isEmpty())
            return task.run(nullptr, progress, error);
        std::optional<Error> failure;
        {
            const Cancellable cancellable(*m_session, progress);
            failure = task.run(m_session.get(), progress, error);
        }
        if (PQtransactionStatus(m_session->handle()) != PQTRANS_IDLE)
            static_cast<void>(m_session->query(u"ROLLBACK"_s));
        if (!m_session->isAlive()) {
            m_session.reset();
            Error lost = failure.value_or(Error());
            lost.kind = Error::Kind::Connection;
            if (lost.message.isEmpty())
                lost.message = DatabaseWorker::tr("The connection to the server was lost.");
            post([worker = &m_worker, lost] { Q_EMIT worker->connectionLost(lost); });
        }
        return failure;
    }

    /// The session broke while nothing ran. Only one worker tells, and only where the server takes
    /// no other: one that ends idle sessions has done no more than that.
    void onIdleLoss()
    {
        m_mutex.unlock();
        m_session.reset();
        if (m_worker.m_fallback == nullptr) {
            const auto probe = Session::open(m_worker.m_profile, &m_probing);
            if (!probe && probe.error().kind == Error::Kind::Connection) {
                post([worker = &m_worker, error = probe.error()] {
                    Q_EMIT worker->connectionLost(error);
                });
            }
        }
        m_mutex.lock();
    }

    /// Opens the session where there is none that works.
    bool ready(const Progress &progress, Error &error)
    {
        if (m_dropSession.exchange(false) || (m_session && !m_session->isAlive()))
            m_session.reset();
        if (m_session)
            return true;
        auto opened = Session::open(m_worker.m_profile, &progress);
        if (!opened) {
            error = opened.error();
            // A server that went away while nothing ran is noticed here first.
            if (m_wasOpen && !m_worker.m_fallback && error.kind == Error::Kind::Connection)
                post([worker = &m_worker, error] { Q_EMIT worker->connectionLost(error); });
            return false;
        }
        m_wasOpen = true;
        m_session = std::move(*opened);
        post([worker = &m_worker] { Q_EMIT worker->connectionOpened(); });
        return true;
    }

    /// On the worker object's thread; dropped when the worker is destroyed first.
    template <class F>
    void post(F function)
    {
        QMetaObject::invokeMethod(&m_worker, std::move(function), Qt::QueuedConnection);
    }

    DatabaseWorker &m_worker;
    QMutex m_mutex;
    QWaitCondition m_wake;
    QQueue<Task> m_tasks;
    JobPointer m_current;
    Progress m_probing;  ///< cancelled when the thread is to end
    bool m_started = false;
    bool m_wasOpen = false;
    bool m_stopping = false;
    std::atomic_bool m_dropSession = false;
    std::unique_ptr<Session> m_session;
};

DatabaseWorker::DatabaseWorker(ConnectionProfile profile, QObject *parent)
    : QObject(parent), m_profile(std::move(profile)), m_loop(std::make_unique<Loop>(*this))
{
    connect(m_loop.get(), &QThread::finished, this, &DatabaseWorker::stopped);
}

DatabaseWorker::~DatabaseWorker()
{
    m_loop->requestStop();
    m_loop->wait();
}

void DatabaseWorker::stop()
{
    if (!m_loop->requestStop())
        QMetaObject::invokeMethod(this, &DatabaseWorker::stopped, Qt::QueuedConnection);
}

void DatabaseWorker::enqueue(Task task)
{
    const JobPointer job = task.job;
    m_loop->push(std::move(task));
    if (QThread::currentThread() == thread())
        Q_EMIT jobAdded(job);
}

void DatabaseWorker::reconnect()
{
    m_loop->dropSession();
}

}  // namespace roster
