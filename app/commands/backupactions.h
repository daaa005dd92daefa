// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_BACKUPACTIONS_H
#define ROSTER_APP_COMMANDS_BACKUPACTIONS_H

#include "app/commands/command.h"

namespace roster {

class Context;
class DumpFile;
struct Retention;

/// What `roster backup ACTION` does, one function each; see BackupCommand.
namespace BackupActions {

/// The ages that --keep-… and --least say. Errors: Usage.
Result<Retention> retention(const Context &context);

Result<ExitCode> create(Context &context);
Result<ExitCode> drill(Context &context);
Result<ExitCode> inspect(Context &context);
/// The rows of the table that --table names.
Result<ExitCode> inspectRows(Context &context, const DumpFile &file);
Result<ExitCode> list(Context &context);
Result<ExitCode> prune(Context &context);
Result<ExitCode> schedule(Context &context);
Result<ExitCode> verify(Context &context);

}  // namespace BackupActions

}  // namespace roster

#endif
