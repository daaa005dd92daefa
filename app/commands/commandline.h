// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_COMMANDLINE_H
#define ROSTER_APP_COMMANDS_COMMANDLINE_H

#include "app/commands/arguments.h"

#include <QStringList>

namespace roster {

/// Whether these words (without the program's name) ask for the window: no sub-command among them,
/// no --help, no --version. Needs no application object, so that main can choose which one to make.
bool wantsWindow(const QStringList &words);

/// What the window is started with; options of Qt's own (`-platform`) are passed over.
/// Errors: Usage; System where there is no display. Needs no application object.
Result<Arguments> windowArguments(const QStringList &words);

/// The value of --lang anywhere among the words; empty: not given. Needs no application object.
QString languageIn(const QStringList &words);

/// Runs one sub-command, or shows help or version. Returns the program's exit code.
int runCommandLine(const QStringList &words);

/// Shows an error on stderr and says which exit code it means.
int report(const Error &error);

}  // namespace roster

#endif
