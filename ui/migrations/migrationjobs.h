// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_MIGRATIONJOBS_H
#define ROSTER_MIGRATIONS_MIGRATIONJOBS_H

#include "models/database/databaseworker.h"
#include "models/migration/drift.h"
#include "models/migration/lint.h"
#include "models/migration/neededlocks.h"
#include "models/migration/rehearsal.h"
#include "models/migration/reviewedrun.h"
#include "models/migration/revisionfile.h"
#include "models/views/migrationhistory.h"

namespace roster {

class Connections;

using HistoryPointer = std::shared_ptr<const MigrationHistory>;

/// One act of the Migrations page: a way through the history, or only a mark.
struct MigrationAct
{
    enum class Kind { Upgrade, Downgrade, Stamp };

    Kind kind = Kind::Upgrade;
    QString target;  ///< as Migrator takes it
    QString title;   ///< of the target, for people
    RevisionFiles files;
    QString alembic;        ///< where twins are written before an upgrade; empty: nowhere
    QString confirmedName;  ///< see Migrator::Options
};

/// The page's work, each on a worker.
namespace MigrationJobs {

Running<Result<HistoryPointer>> readHistory(Connections &connections,
                                            const RevisionSources &sources);
/// What its upgrade would do to those who use the database meanwhile.
Running<Result<QList<LintFinding>>> lintRevision(Connections &connections,
                                                 const Revision &revision);
/// What one half of it locks, how large that is, and who is in its way.
Running<Result<RevisionLocks>> readLocks(Connections &connections, const Revision &revision,
                                         Direction direction);
/// How the database differs; opens connections of its own.
Running<Result<Drift>> readDrift(Connections &connections, const RevisionSources &sources,
                                 DriftAgainst against);
/// One revision in the place of those from `first` (empty: the beginning) to `last`, built and
/// compared in databases of its own; not written yet.
Running<Result<NewRevision>> squash(Connections &connections, const RevisionFiles &files,
                                    const QString &first, const QString &last,
                                    const QString &message);
/// Puts a new file into the folder.
Running<Result<Revision>> writeRevision(Connections &connections, const NewRevision &revision,
                                        const QString &folder);
/// What an act would do.
struct ActPreview
{
    MigrationReport report;  ///< the SQL and the steps
    QStringList losses;      ///< see lossesOf()
};
/// Changes nothing.
Running<Result<ActPreview>> preview(Connections &connections, const MigrationAct &act);
Running<Result<MigrationReport>> run(Connections &connections, const MigrationAct &act);
/// What came of revisions that may run unasked.
struct UnaskedRun
{
    ReviewedRun review;
    MigrationReport report;  ///< without steps: nothing ran
};
/// Applies what is pending where ReviewedRun says that it may.
Running<Result<UnaskedRun>> runReviewed(Connections &connections, const RevisionSources &sources);
/// As `act` would run, rolled back; not for Kind::Stamp.
Running<Result<QList<RehearsedRevision>>> rehearseAct(Connections &connections,
                                                      const MigrationAct &act);

/// What the job is called in lists.
QString titleOf(const MigrationAct &act);

}  // namespace MigrationJobs

}  // namespace roster

#endif
