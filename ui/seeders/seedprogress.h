// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDPROGRESS_H
#define ROSTER_SEEDERS_SEEDPROGRESS_H

#include "models/core/job.h"
#include "ui/seeders/ratemeter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace roster {

/// How far a job is: a bar, what it does, rows per second and the time that is left, and Stop.
/// Hidden while there is none.
class SeedProgress : public QWidget
{
    Q_OBJECT

public:
    explicit SeedProgress(QWidget *parent = nullptr);

    void follow(const JobPointer &job);
    bool isFollowing() const { return m_job != nullptr; }
    void stop();

private:
    void update();
    void forget();
    QString text(const Progress::State &state) const;

    JobPointer m_job;
    RateMeter m_rate;
    QTimer m_clock;
    QProgressBar *m_bar;
    QLabel *m_text;
    QPushButton *m_stop;
};

}  // namespace roster

#endif
