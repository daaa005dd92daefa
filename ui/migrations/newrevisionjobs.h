// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_NEWREVISIONJOBS_H
#define ROSTER_MIGRATIONS_NEWREVISIONJOBS_H

#include "models/database/databaseworker.h"
#include "models/migration/revisiondraft.h"
#include "models/migration/revisionplan.h"
#include "models/views/migrationhistory.h"

namespace roster {

class Connections;

/// What a new revision is made for and where it goes.
struct NewRevisionTarget
{
    std::shared_ptr<const MigrationHistory> history;
    QString folder;   ///< of .sql files; empty: not known yet
    QString alembic;  ///< where twins are written; empty: nowhere
};

/// The wizard's work, each on a worker.
namespace NewRevisionJobs {

Running<Result<RevisionPlan>> compare(Connections &connections, const QStringList &renames);
Running<Result<bool>> checkFills(Connections &connections, const RevisionPlan &plan);
Running<Result<RevisionDraft::Check>> check(Connections &connections, const QString &text,
                                            const NewRevisionTarget &target);
/// Needs no connection.
JobFuture<Result<RevisionDraft::Saved>> save(const QString &text, const NewRevisionTarget &target);

}  // namespace NewRevisionJobs

}  // namespace roster

#endif
