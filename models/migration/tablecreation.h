// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_TABLECREATION_H
#define ROSTER_MIGRATION_TABLECREATION_H

#include "models/core/progress.h"
#include "models/schema/schemacreation.h"

namespace roster {

class Session;

/// Makes the declared tables that are not there yet: by the embedded revisions where the database
/// is theirs, else (and for tables without a revision) from the declarations. `created` names all
/// of them, `statements` only what no revision ran. Errors: those of Migrator::upgrade and
/// createDeclaredTables.
Result<SchemaCreation> createTablesByRevisions(Session &session, Progress &progress);

}  // namespace roster

#endif
