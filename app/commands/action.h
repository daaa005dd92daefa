// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_ACTION_H
#define ROSTER_APP_COMMANDS_ACTION_H

#include "app/commands/command.h"

#include <span>

namespace roster {

/// What a command does at one first word: `create` of `roster backup create`.
struct Action
{
    const char *name;
    int leastWords;  ///< after its own
    int mostWords;
    Result<ExitCode> (*run)(Context &context);
};

/// Does what the first word asks of `command`. Errors: Usage where there is no such action (with
/// the nearest one) or it takes fewer or more words; its own.
Result<ExitCode> runAction(const Command &command, std::span<const Action> actions,
                           Context &context);

}  // namespace roster

#endif
