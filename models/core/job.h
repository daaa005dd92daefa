// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CORE_JOB_H
#define ROSTER_CORE_JOB_H

#include "models/core/error.h"
#include "models/core/progress.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

namespace roster {

/// One piece of work that takes time, as the window sees it. Lives on the thread of who asked;
/// `progress()` is the part the working thread holds.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class Status { Waiting, Running, Done, Failed, Cancelled };
    Q_ENUM(Status)
    /// Quiet jobs (a page, a count of the visible) are not listed on the Jobs page.
    enum class Visibility { Listed, Quiet };

    explicit Job(QString title, Visibility visibility = Visibility::Listed);
    ~Job() override;

    const QString &title() const { return m_title; }
    Visibility visibility() const { return m_visibility; }
    Status status() const { return m_status; }
    bool isFinished() const { return m_status > Status::Running; }
    const std::optional<Error> &error() const { return m_error; }
    Progress::State state() const { return m_progress->state(); }
    QDateTime startedAt() const { return m_startedAt; }
    qint64 elapsedMs() const;

    /// Stops it: at once if it still waits, else through the server (PQcancel), within two seconds.
    void cancel();

    std::shared_ptr<Progress> progress() const { return m_progress; }

    /// Called by DatabaseWorker, on the job's own thread.
    void setRunning();
    void setFinished(std::optional<Error> error);

Q_SIGNALS:
    /// Status or progress moved; at most some twenty times a second.
    void changed();
    void finished();

private:
    QString m_title;
    Visibility m_visibility;
    Status m_status = Status::Waiting;
    std::optional<Error> m_error;
    QDateTime m_startedAt;
    QElapsedTimer m_clock;
    qint64 m_elapsedMs = 0;
    std::shared_ptr<Progress> m_progress;
};

using JobPointer = std::shared_ptr<Job>;

}  // namespace roster

#endif
