// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_LOSSES_H
#define ROSTER_MIGRATION_LOSSES_H

#include "models/migration/migrator.h"
#include "models/migration/revisionfiles.h"

namespace roster {

/// What of the rows there are now the steps would throw away, by lint's rules: `players.motto`,
/// `guilds`; also what a revision allows. Errors: those of lint().
Result<QStringList> lossesOf(Session &session, const RevisionFiles &files,
                             const QList<MigrationStep> &steps);

}  // namespace roster

#endif
