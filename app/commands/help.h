// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_HELP_H
#define ROSTER_APP_COMMANDS_HELP_H

#include "app/commands/command.h"

#include <QString>

#include <memory>
#include <vector>

namespace roster {

/// What `roster --help` shows: every command, the common options, exit codes, where to connect.
QString generalHelp(const std::vector<std::unique_ptr<Command>> &commands);
/// What `roster help NAME` shows.
QString commandHelp(const Command &command);

}  // namespace roster

#endif
