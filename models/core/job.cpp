// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/job.h"

#include <QMetaObject>
#include <QMutex>
#include <QMutexLocker>
#include <QPointer>

namespace roster {

namespace {
constexpr qint64 changedIntervalMs = 50;
}

Job::Job(QString title, Visibility visibility)
    : m_title(std::move(title)), m_visibility(visibility), m_progress(std::make_shared<Progress>())
{
    // Reports come from the working thread (and who watches over it), possibly thousands a second:
    // let some twenty through.
    m_progress->onChanged = [job = this, clock = QElapsedTimer(),
                             mutex = std::make_shared<QMutex>()]() mutable {
        const QMutexLocker lock(mutex.get());
        if (clock.isValid() && clock.elapsed() < changedIntervalMs)
            return;
        clock.start();
        QMetaObject::invokeMethod(job, &Job::changed, Qt::QueuedConnection);
    };
}

Job::~Job() = default;

qint64 Job::elapsedMs() const
{
    return m_status == Status::Running ? m_clock.elapsed() : m_elapsedMs;
}

void Job::cancel()
{
    if (!isFinished())
        m_progress->cancel();
}

void Job::setRunning()
{
    m_status = Status::Running;
    m_startedAt = QDateTime::currentDateTime();
    m_clock.start();
    Q_EMIT changed();
}

void Job::setFinished(std::optional<Error> error)
{
    m_elapsedMs = m_clock.isValid() ? m_clock.elapsed() : 0;
    m_error = std::move(error);
    m_status = !m_error                                ? Status::Done
             : m_error->kind == Error::Kind::Cancelled ? Status::Cancelled
                                                       : Status::Failed;
    Q_EMIT changed();
    Q_EMIT finished();
}

}  // namespace roster
