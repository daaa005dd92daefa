// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REPLAY_H
#define ROSTER_MIGRATION_REPLAY_H

#include "models/migration/revisiongraph.h"

#include <QStringList>

namespace roster {

class Session;

/// Runs the upgrades that lead from nothing to `target` (`head`, `base`, the beginning of an id, or
/// several, parted by commas) on an empty database that is thrown away: no log, no version row. A
/// squash stands for what it replaces, unless the target is one of these. Errors: NotFound,
/// InvalidInput with file, line and column, Refused where a revision on the way needs Python.
Result<void> replay(Session &session, const QList<Revision> &revisions, const QString &target);
/// The same to all of these ids.
Result<void> replay(Session &session, const RevisionGraph &graph, const QStringList &ids);

}  // namespace roster

#endif
