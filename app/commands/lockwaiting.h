// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_LOCKWAITING_H
#define ROSTER_APP_COMMANDS_LOCKWAITING_H

#include "models/core/result.h"
#include "models/database/lockholders.h"

namespace roster {

class Context;

/// What a migration on the command line says of locks that it waits for.
namespace LockWaiting {

/// Of `--lock-timeout`, in milliseconds. Errors: Usage.
Result<int> timeout(const Context &context);
/// A line on stderr for each; any thread.
void say(const QList<LockHolder> &holders);
void writeJson(Context &context, const Error &error, const QList<LockHolder> &holders);

}  // namespace LockWaiting

}  // namespace roster

#endif
