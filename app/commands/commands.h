// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_COMMANDS_H
#define ROSTER_APP_COMMANDS_COMMANDS_H

#include "app/commands/command.h"

#include <memory>
#include <vector>

namespace roster {

/// Every sub-command, in the order help lists them.
std::vector<std::unique_ptr<Command>> makeCommands();

/// The options that every command knows.
QList<Option> commonOptions();

}  // namespace roster

#endif
