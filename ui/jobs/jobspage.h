// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_JOBS_JOBSPAGE_H
#define ROSTER_JOBS_JOBSPAGE_H

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace roster {

class JobListModel;

/// Every job of the window with status, progress, elapsed time and what it said; the ones that run
/// can be stopped here.
class JobsPage : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPage(JobListModel &jobs, QWidget *parent = nullptr);

private:
    QWidget *list();
    void refresh();
    void stop();
    void showLog();
    int currentRow() const;

    JobListModel &m_jobs;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QPlainTextEdit *m_log;
    QPushButton *m_stop;
    QPushButton *m_clear;
};

}  // namespace roster

#endif
