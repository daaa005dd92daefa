// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DATABASECLEAN_H
#define ROSTER_RESTORE_DATABASECLEAN_H

#include "models/migration/revisionfiles.h"
#include "models/restore/restorerun.h"

#include <functional>

namespace roster {

/// What is to be emptied, and under which conditions.
struct CleanRequest
{
    ConnectionProfile server;
    QString database;
    RevisionFiles files;
    /// Of a production database: the name of a verified backup of it that is younger than an hour.
    /// Errors: why there is none. Not set: there is none.
    std::function<Result<QString>(const QString &database)> freshBackup;
    /// Go on without it; the server's log and the mark of the old database say who did.
    bool withoutBackup = false;
};

/// Empties a database as a restore would: an empty one is built beside it, checked and swapped in;
/// the old one is kept for undo. A database that our revisions made gets them anew, up to the head.
/// Any other (Alembic's, or nobody's) gets the schema that it has, and its rows of alembic_version:
/// for its backend nothing changed but that the tables are empty. Rights stay.
namespace DatabaseClean {

/// Errors: Refused on production without a fresh backup; those of RestoreRun::prepare and of the
/// Migrator.
Result<std::unique_ptr<PreparedRestore>> prepare(const CleanRequest &request, Progress &progress);

}  // namespace DatabaseClean

}  // namespace roster

#endif
