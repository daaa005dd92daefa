// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVIEWEDRUN_H
#define ROSTER_MIGRATION_REVIEWEDRUN_H

#include "models/migration/migrator.h"

namespace roster {

class Session;

/// Whether what is pending may run without being asked for.
struct ReviewedRun
{
    /// The profile or the database itself says that it is for development, and neither says
    /// anything stricter. Only then the rest counts.
    bool isMarked = false;
    /// Why a person has to run them, each a sentence; empty: nobody has to.
    QStringList obstacles;

    bool mayRun() const { return isMarked && obstacles.isEmpty(); }

    /// Looks at the pending revisions as the tables are now. They are reviewed where lint objects
    /// to nothing, or an `allow:` line says that somebody looked at it; what deletes, what nobody
    /// can look into (DO, CALL), what runs outside a transaction, and what somebody undid is for a
    /// person. Errors: those of lint() and Session::query.
    static Result<ReviewedRun> of(Session &session, const MigrationState &state);
};

}  // namespace roster

#endif
