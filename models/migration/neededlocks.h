// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_NEEDEDLOCKS_H
#define ROSTER_MIGRATION_NEEDEDLOCKS_H

#include "models/database/lockholders.h"
#include "models/migration/revision.h"

namespace roster {

class Session;

/// What one half of a revision locks of what is there before it runs, each relation with its
/// strongest mode, in the order of the statements. By PostgreSQL 15's documentation of the
/// statements, without running them: what triggers, functions and cascades lock besides is not
/// known. Relations that the half makes itself are left out. Errors: those of statementsOf.
Result<QList<NeededLock>> neededLocks(const Revision &revision, Direction direction);

/// A relation that a revision locks, as it is now.
struct ConcernedTable
{
    QString name;  ///< `public.players`, or as the revision writes it where it is not there
    QString mode;  ///< as pg_locks has it
    bool isThere = false;
    qint64 rows = -1;  ///< the planner's estimate; -1: not known
    qint64 bytes = 0;  ///< with its indexes and long values
};

/// What a revision needs, and who is in its way.
struct RevisionLocks
{
    QList<ConcernedTable> tables;
    QList<LockHolder> holders;
};

Result<RevisionLocks> readRevisionLocks(Session &session, const Revision &revision,
                                        Direction direction);

}  // namespace roster

#endif
