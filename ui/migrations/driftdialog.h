// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_DRIFTDIALOG_H
#define ROSTER_MIGRATIONS_DRIFTDIALOG_H

#include "models/core/job.h"
#include "models/migration/drift.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace roster {

class Connections;
class SideBySideView;

/// How the database differs from what it should be, as DDL side by side. Only looks; closing it
/// ends the work.
class DriftDialog : public QDialog
{
    Q_OBJECT

public:
    /// `connections` must outlive it.
    DriftDialog(Connections &connections, RevisionSources sources, QWidget *parent = nullptr);
    ~DriftDialog() override;

private:
    QWidget *head();
    QWidget *foot();
    void addShortcuts();
    void read();
    void stop();
    void onRead(const Result<Drift> &drift);
    void showProgress();
    void showMore();
    void showRest();
    void showPlace();
    DriftAgainst against() const;

    Connections &m_connections;
    RevisionSources m_sources;
    QComboBox *m_against;
    QLabel *m_text;
    QLabel *m_place;
    QProgressBar *m_busy;
    QPushButton *m_stop;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_more;
    SideBySideView *m_view;
    QList<DiffLine> m_lines;
    JobPointer m_job;
};

}  // namespace roster

#endif
