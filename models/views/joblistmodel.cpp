// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/joblistmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int mostJobs = 300;
constexpr int clockMs = 500;

int percent(const Progress::State &state)
{
    return state.total > 0 ? int(std::clamp<qint64>(state.done * 100 / state.total, 0, 100)) : -1;
}

QString progressText(const Job &job)
{
    const Progress::State state = job.state();
    QStringList parts;
    if (!state.text.isEmpty())
        parts << state.text;
    if (state.total > 0)
        parts << QLocale().toString(percent(state)) + QLocale().percent();
    else if (state.done > 0)
        parts << QLocale().toString(state.done);
    return parts.join(u", ");
}

QString elapsedText(qint64 milliseconds)
{
    if (milliseconds < 60000)
        return JobListModel::tr("%1 s").arg(
            QLocale().toString(double(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

QString statusText(Job::Status status)
{
    switch (status) {
    case Job::Status::Waiting:
        return JobListModel::tr("Waiting");
    case Job::Status::Running:
        return JobListModel::tr("Running");
    case Job::Status::Done:
        return JobListModel::tr("Done");
    case Job::Status::Failed:
        return JobListModel::tr("Failed");
    case Job::Status::Cancelled:
        return JobListModel::tr("Cancelled");
    }
    return {};
}

}  // namespace

JobListModel::JobListModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_clock.setInterval(clockMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!runningJob())
            m_clock.stop();
        else
            Q_EMIT dataChanged(index(0, ElapsedColumn), index(rowCount() - 1, ElapsedColumn));
    });
}

// NOLINTNEXTLINE(readability-make-member-function-const): rows come of it.
void JobListModel::watch(Connections &connections)
{
    connect(&connections, &Connections::jobAdded, this, &JobListModel::add);
}

void JobListModel::add(const JobPointer &job)
{
    if (job->visibility() != Job::Visibility::Listed)
        return;
    beginInsertRows({}, 0, 0);
    m_jobs.prepend(job);
    endInsertRows();
    // By pointer, not by JobPointer: a job must not keep itself alive through its own signal.
    connect(job.get(), &Job::changed, this, [this, one = job.get()] { onChanged(one); });
    connect(job.get(), &Job::finished, this, [this, one = job.get()] { onFinished(one); });
    forgetOldest();
    Q_EMIT activityChanged();
}

JobPointer JobListModel::job(int row) const
{
    return m_jobs.value(row);
}

int JobListModel::unfinishedCount() const
{
    return int(std::count_if(m_jobs.cbegin(), m_jobs.cend(),
                             [](const JobPointer &job) { return !job->isFinished(); }));
}

JobPointer JobListModel::runningJob() const
{
    const auto oldest = std::find_if(m_jobs.crbegin(), m_jobs.crend(), [](const JobPointer &job) {
        return job->status() == Job::Status::Running;
    });
    return oldest == m_jobs.crend() ? JobPointer() : *oldest;
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_jobs.size());
}

int JobListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobListModel::text(const Job &job, int column) const
{
    switch (column) {
    case TitleColumn:
        return job.title();
    case StatusColumn:
        return statusText(job.status());
    case ProgressColumn:
        return progressText(job);
    case ElapsedColumn:
        return elapsedText(job.elapsedMs());
    case ErrorColumn:
        return job.status() == Job::Status::Failed ? job.error()->message : QString();
    default:
        return {};
    }
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Job &job = *m_jobs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(job, index.column());
    case Qt::ToolTipRole:
    case ErrorRole:
        return job.status() == Job::Status::Failed ? job.error()->toText() : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == ElapsedColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                               : QVariant();
    case StatusRole:
        return int(job.status());
    case PercentRole:
        return percent(job.state());
    case CanCancelRole:
        return !job.isFinished();
    case ElapsedRole:
        return job.elapsedMs();
    default:
        return {};
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TitleColumn:
        return tr("Job");
    case StatusColumn:
        return tr("Status");
    case ProgressColumn:
        return tr("Progress");
    case ElapsedColumn:
        return tr("Elapsed");
    case ErrorColumn:
        return tr("Error");
    default:
        return {};
    }
}

void JobListModel::cancel(int row) const
{
    if (const JobPointer job = this->job(row))
        job->cancel();
}

void JobListModel::cancelAll()
{
    for (const JobPointer &job : std::as_const(m_jobs))
        job->cancel();
}

void JobListModel::removeFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!m_jobs.at(row)->isFinished())
            continue;
        beginRemoveRows({}, row, row);
        m_jobs.at(row)->disconnect(this);
        m_jobs.removeAt(row);
        endRemoveRows();
    }
    Q_EMIT activityChanged();
}

void JobListModel::onChanged(const Job *job)
{
    const int row = rowOf(job);
    if (row < 0)
        return;
    if (job->status() == Job::Status::Running && !m_clock.isActive())
        m_clock.start();
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT activityChanged();
}

void JobListModel::onFinished(const Job *job)
{
    if (const int row = rowOf(job); row >= 0)
        Q_EMIT jobFinished(m_jobs.at(row));
}

void JobListModel::forgetOldest()
{
    for (int row = rowCount() - 1; row >= 0 && rowCount() > mostJobs; --row) {
        if (!m_jobs.at(row)->isFinished())
            continue;
        beginRemoveRows({}, row, row);
        m_jobs.removeAt(row);
        endRemoveRows();
    }
}

int JobListModel::rowOf(const Job *job) const
{
    const auto at = std::find_if(m_jobs.cbegin(), m_jobs.cend(),
                                 [job](const JobPointer &one) { return one.get() == job; });
    return at == m_jobs.cend() ? -1 : int(at - m_jobs.cbegin());
}

}  // namespace roster
