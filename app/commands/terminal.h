// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_TERMINAL_H
#define ROSTER_APP_COMMANDS_TERMINAL_H

#include "models/core/result.h"

#include <QString>

namespace roster {

class Context;

/// The person at a terminal, where there is one.
namespace Terminal {

/// Somebody can read what is asked and answer it.
bool isThere();
/// One line. Errors: Cancelled, by Ctrl-C or the end of the input.
Result<QString> ask(Context &context, const QString &question);
/// Asks until the answer is a yes or a no. Errors: Cancelled.
Result<bool> askYesNo(Context &context, const QString &question);

}  // namespace Terminal

}  // namespace roster

#endif
