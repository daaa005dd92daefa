// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_MIGRATEACTIONS_H
#define ROSTER_APP_COMMANDS_MIGRATEACTIONS_H

#include "app/commands/command.h"
#include "models/migration/migrator.h"
#include "models/migration/revisionplan.h"

namespace roster {

class Context;

/// What `roster migrate ACTION` does, one function each; see MigrateCommand.
namespace MigrateActions {

/// The files that the options mean. Errors: those of RevisionFiles::load.
Result<RevisionFiles> files(const Context &context);
/// The folder of new revisions. Errors: Usage where none is named or found.
Result<QString> folder(const Context &context);
/// Both sides, the database's read.
Result<MigrationState> state(Context &context);
/// What would make the database's tables those that are declared, with these renames.
Result<RevisionPlan> difference(Context &context, const QStringList &renames);
/// The same with --rename and --fill, and with what a person at the terminal answers. Errors: also
/// Refused where a question is open and nobody can answer it.
Result<RevisionPlan> answeredDifference(Context &context);
/// A person's word for a change on production: --yes, or the name typed at a terminal.
QString confirmation(Context &context, const MigrationState &state);

Result<ExitCode> status(Context &context);
Result<ExitCode> history(Context &context);
Result<ExitCode> heads(Context &context);
Result<ExitCode> current(Context &context);
Result<ExitCode> show(Context &context);
Result<ExitCode> check(Context &context);

Result<ExitCode> lint(Context &context);
Result<ExitCode> rehearse(Context &context);

Result<ExitCode> upgrade(Context &context);
Result<ExitCode> downgrade(Context &context);
Result<ExitCode> stamp(Context &context);

Result<ExitCode> create(Context &context);
Result<ExitCode> merge(Context &context);
Result<ExitCode> squash(Context &context);
Result<ExitCode> exportTwins(Context &context);

}  // namespace MigrateActions

}  // namespace roster

#endif
