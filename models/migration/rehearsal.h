// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REHEARSAL_H
#define ROSTER_MIGRATION_REHEARSAL_H

#include "models/core/progress.h"
#include "models/migration/migrator.h"

#include <optional>

namespace roster {

/// A lock on a table (index, view …) that a statement took and held to the end.
struct TakenLock
{
    QString relation;  ///< `schema.name`
    QString mode;      ///< `AccessExclusiveLock`, as pg_locks has it
};

struct RehearsedStatement
{
    QString sql;
    FilePosition position;
    double milliseconds = 0;
    QList<TakenLock> locks;  ///< new with this statement, on what was there before the run
    QStringList rewritten;   ///< tables whose files were written anew
};

struct RehearsedRevision
{
    QString revision;
    QString title;
    QList<RehearsedStatement> statements;
    double milliseconds = 0;
    std::optional<Error> error;  ///< where it would fail; nothing after it was tried
};

/// Runs `path` as `direction` says in one transaction that is rolled back. The locks are real
/// while it lasts, so lock_timeout is as of a run. A revision with `transaction: no` cannot be
/// tried: it has an error that says so, and ends the rehearsal.
Result<QList<RehearsedRevision>> rehearse(Session &session, const RevisionGraph &graph,
                                          const QStringList &path, Direction direction,
                                          const MigrationTimes &times, Progress &progress);

}  // namespace roster

#endif
