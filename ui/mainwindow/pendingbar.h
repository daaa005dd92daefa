// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_PENDINGBAR_H
#define ROSTER_MAINWINDOW_PENDINGBAR_H

#include "ui/common/errorbar.h"
#include "ui/migrations/migrationjobs.h"

namespace roster {

class Connections;

/// Says which revisions a database waits for, and leads to their page. Where a database is marked
/// as development and the settings say so, those that were reviewed run by themselves.
class PendingBar : public ErrorBar
{
    Q_OBJECT

public:
    explicit PendingBar(Connections &connections, QWidget *parent = nullptr);

    /// Asks the database; what cannot be read is not worth a message here.
    /// `runs`: what was reviewed may run by itself.
    void read(const RevisionSources &sources, bool runs);
    void showHistory(const roster::HistoryPointer &history);

Q_SIGNALS:
    void pageRequested();
    /// Revisions ran by themselves: tables may be others now.
    void schemaChanged();

private:
    void runReviewed(const RevisionSources &sources);
    void showRun(const MigrationJobs::UnaskedRun &run);

    Connections &m_connections;
    QStringList m_pending;
    QStringList m_looked;  ///< those that were looked at whether they may run by themselves
    QString m_why;         ///< they may not; empty: nobody said
    QStringList m_closed;  ///< what was pending when a person closed the bar
};

}  // namespace roster

#endif
