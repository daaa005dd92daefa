// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_FILEJOB_H
#define ROSTER_BACKUP_FILEJOB_H

#include "models/database/databaseworker.h"

#include <QCoreApplication>
#include <QPromise>
#include <QThreadPool>

namespace roster {

/// Work that needs no connection of the window's (files, or connections of its own), as a job on a
/// thread of `pool`: `work(Progress &)` returns a Result<T>. Called on the window's thread.
template <class Work>
auto runFileJob(QThreadPool &pool, const QString &title, Work work,
                Job::Visibility visibility = Job::Visibility::Listed)
    -> Running<std::invoke_result_t<Work &, Progress &>>
{
    using R = std::invoke_result_t<Work &, Progress &>;
    // Its last reference may be dropped on the pool's thread; or by an event that the application
    // throws away in its end, under a lock that posting another would wait for.
    const std::shared_ptr<Job> job(new Job(title, visibility), [](Job *one) {
        if (QCoreApplication::instance())
            one->deleteLater();
    });
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    Running<R> running{job, JobFuture<R>(promise->future())};
    pool.start([job, promise, work = std::move(work)]() mutable {
        QMetaObject::invokeMethod(
            job.get(), [one = job.get()] { one->setRunning(); }, Qt::QueuedConnection);
        R result = work(*job->progress());
        std::optional<Error> error;
        if (!result)
            error = result.error();
        QMetaObject::invokeMethod(
            job.get(), [job, error] { job->setFinished(error); }, Qt::QueuedConnection);
        promise->addResult(std::move(result));
        promise->finish();
    });
    return running;
}

}  // namespace roster

#endif
