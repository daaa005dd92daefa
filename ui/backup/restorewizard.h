// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTOREWIZARD_H
#define ROSTER_BACKUP_RESTOREWIZARD_H

#include "ui/backup/restoreseat.h"

#include <QWizard>

#include <optional>

namespace roster {

class EnvironmentBadge;

/// What the pages of the wizard share.
struct RestorePlan
{
    ConnectionProfile server;
    QString database;      ///< that the window shows
    bool isClean = false;  ///< not from a file: the same database, empty
    QString path;
    QString backups;  ///< the folder, for the fresh one that emptying may ask for
    std::optional<ReadDump> dump;
    RestoreRequest request;
    CleanRequest clean;
    RevisionSources sources;              ///< for emptying
    std::optional<RestoreTarget> target;  ///< once the server has said
    std::optional<RestoreRehearsal> rehearsal;
    std::optional<RestoreReceipt> receipt;

    bool replaces() const { return isClean || request.target == RestoreRequest::Target::Replace; }
    QString targetName() const { return isClean ? clean.database : request.database; }
};

/// From a file, or from nothing, over a rehearsal beside the live database to the one moment in
/// which it is swapped in. Closing it at any moment before leaves the live database as it is.
class RestoreWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page {
        FilePage,
        TargetPage,
        PreflightPage,
        RunPage,
        ComparePage,
        InPlacePage,
        ReceiptPage
    };

    RestoreWizard(const RestorePlan &plan, QWidget *parent);
    ~RestoreWizard() override;

    RestorePlan &plan() { return m_plan; }
    RestoreSeat &seat() { return m_seat; }
    /// While something runs that is not to be closed without a word.
    void setWorking(bool isWorking, bool isSwapping = false);
    /// For the pages on which it counts: how the live database is marked, once that is known.
    EnvironmentBadge *newBadge(QWidget *parent);
    void announce(const JobPointer &job) { Q_EMIT jobStarted(job); }

    void reject() override;

Q_SIGNALS:
    void targetKnown();
    void jobStarted(const roster::JobPointer &job);
    /// The database has another content now.
    void finishedWell(const roster::RestoreReceipt &receipt);
    void undoRequested(const roster::RestoreReceipt &receipt);

private:
    void lookAtTarget();

    RestorePlan m_plan;
    RestoreSeat m_seat;
    bool m_isWorking = false;
    bool m_isSwapping = false;
};

}  // namespace roster

#endif
