// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_SQUASH_H
#define ROSTER_MIGRATION_SQUASH_H

#include "models/core/progress.h"
#include "models/migration/replacements.h"
#include "models/migration/revisionfile.h"

namespace roster {

class Session;

/// One revision in the place of many: their statements one after the other. The files of what it
/// replaces stay until every database has them.
namespace Squash {

/// What replaces `from` to `to` and all between; an empty `from`: all that `to` stands on. The
/// message is left empty. Errors: NotFound; Refused where a revision in between has other
/// descendants, is Alembic's or has no file; InvalidInput for SQL that cannot be read.
Result<NewRevision> of(const RevisionGraph &graph, const QString &from, const QString &to);

/// Builds both in databases of their own on `server`, takes the squash back again, and compares.
/// Where its statements do not run as one transaction, it becomes one that runs statement by
/// statement. Errors: Refused where it makes something else; those of the server.
Result<void> prove(Session &server, const QList<Revision> &revisions, NewRevision &squash,
                   Progress &progress);

}  // namespace Squash

}  // namespace roster

#endif
