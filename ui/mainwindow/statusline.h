// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_STATUSLINE_H
#define ROSTER_MAINWINDOW_STATUSLINE_H

#include "models/core/job.h"

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace roster {

class Connections;
class ElidedLabel;
class EnvironmentBadge;
class JobListModel;
struct ServerInfo;

/// The status bar: where one is, what was said last, how long the last statement took, and the job
/// that runs with its stop button.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(JobListModel &jobs, QWidget *parent = nullptr);

    void showServer(const ServerInfo &server);
    void clearServer();
    /// Times the statements of these connections.
    void watch(Connections &connections);

Q_SIGNALS:
    /// A click on the job's name.
    void jobsRequested();

private:
    void showJob();

    JobListModel &m_jobs;
    EnvironmentBadge *m_environment;
    ElidedLabel *m_server;
    QLabel *m_version;
    QLabel *m_readOnly;
    QLabel *m_time;
    QToolButton *m_job;
    QProgressBar *m_progress;
    QToolButton *m_stop;
};

}  // namespace roster

#endif
