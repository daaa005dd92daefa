// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_SCHEMADIFF_H
#define ROSTER_APP_COMMANDS_SCHEMADIFF_H

#include "app/commands/command.h"

namespace roster {

class Context;

/// `roster schema diff`: what differs between two schemas, in words, as JSON or as SQL.
/// DifferencesFound where they differ.
Result<ExitCode> runSchemaDiff(Context &context);

/// `roster schema fingerprint [SIDE]`: one line, the same for schemas that are the same.
Result<ExitCode> runSchemaFingerprint(Context &context);

/// `roster schema show SIDE`: the statements that make a side out of nothing.
Result<ExitCode> runSchemaShow(Context &context);

}  // namespace roster

#endif
