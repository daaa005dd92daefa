// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_COMMAND_H
#define ROSTER_APP_COMMANDS_COMMAND_H

#include "app/commands/arguments.h"
#include "models/core/result.h"

#include <QList>
#include <QString>
#include <QtGlobal>

namespace roster {

class Context;

/// How a command ended, for the shell. Errors become codes by their kind: Usage 2, Cancelled 130,
/// all others 1.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    DifferencesFound = 3,  ///< of a command that compares
    Cancelled = 130,
};

/// One sub-command. A new one is one file, `<name>command.cpp`, whose `make…Command()` stands in
/// the list of commands.cpp.
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Q_DISABLE_COPY_MOVE(Command)

    /// As it is typed.
    virtual QString name() const = 0;
    /// One line for the list of commands.
    virtual QString summary() const = 0;
    /// What may follow the name, one line per form: `start|stop|status`. Empty: only options.
    virtual QStringList usage() const { return {}; }
    /// Paragraphs below the options in `roster help NAME`.
    virtual QString details() const { return {}; }
    /// Its own options; the common ones (--url, --profile, --quiet …) are known everywhere.
    virtual QList<Option> options() const { return {}; }
    /// The least and the most words it takes.
    virtual std::pair<int, int> words() const { return {0, 0}; }
    /// Does the work. The result goes to `context.out()`, everything else to `context.say()`; an
    /// error is returned and shown by the caller.
    virtual Result<ExitCode> run(Context &context) = 0;
};

}  // namespace roster

#endif
