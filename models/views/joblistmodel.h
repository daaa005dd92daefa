// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_JOBLISTMODEL_H
#define ROSTER_VIEWS_JOBLISTMODEL_H

#include "models/core/job.h"
#include "models/database/connections.h"

#include <QAbstractTableModel>
#include <QList>
#include <QTimer>

namespace roster {

/// The Jobs page: every listed job of the window, the newest first; the oldest finished ones are
/// forgotten beyond a few hundred.
class JobListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TitleColumn,
        StatusColumn,
        ProgressColumn,
        ElapsedColumn,
        ErrorColumn,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        StatusRole = Qt::UserRole + 1,  ///< int(Job::Status)
        PercentRole,                    ///< int 0–100; -1: how much there is to do is not known
        CanCancelRole,                  ///< bool
        ErrorRole,                      ///< QString: the whole error, invalid where there is none
        ElapsedRole,                    ///< qint64 milliseconds
    };

    explicit JobListModel(QObject *parent = nullptr);

    /// Lists the jobs that `connections` starts from now on; any number of connections.
    void watch(Connections &connections);
    void add(const JobPointer &job);

    JobPointer job(int row) const;
    /// Jobs that wait or run.
    int unfinishedCount() const;
    /// The one that runs the longest, for the status bar; null where none runs.
    JobPointer runningJob() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

public Q_SLOTS:
    void cancel(int row) const;
    void cancelAll();
    void removeFinished();

Q_SIGNALS:
    /// A job was added, started, ended, or its progress moved.
    void activityChanged();
    void jobFinished(const roster::JobPointer &job);

private:
    QVariant text(const Job &job, int column) const;
    void onChanged(const Job *job);
    void onFinished(const Job *job);
    void forgetOldest();
    int rowOf(const Job *job) const;

    QList<JobPointer> m_jobs;
    QTimer m_clock;  ///< moves the elapsed times while something runs
};

}  // namespace roster

#endif
