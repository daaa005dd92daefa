// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};
}  // namespace

// One line here, one in the list below, and one file: that is a new sub-command.
std::unique_ptr<Command> makeBackupCommand();
std::unique_ptr<Command> makeChartCommand();
std::unique_ptr<Command> makeCleanCommand();
std::unique_ptr<Command> makeLocalCommand();
std::unique_ptr<Command> makeMigrateCommand();
std::unique_ptr<Command> makePlayersCommand();
std::unique_ptr<Command> makeProfileCommand();
std::unique_ptr<Command> makeRestoreCommand();
std::unique_ptr<Command> makeSchemaCommand();
std::unique_ptr<Command> makeSeedCommand();
std::unique_ptr<Command> makeTableCommand();

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makePlayersCommand());
    commands.push_back(makeTableCommand());
    commands.push_back(makeChartCommand());
    commands.push_back(makeMigrateCommand());
    commands.push_back(makeSchemaCommand());
    commands.push_back(makeSeedCommand());
    commands.push_back(makeBackupCommand());
    commands.push_back(makeRestoreCommand());
    commands.push_back(makeCleanCommand());
    commands.push_back(makeLocalCommand());
    commands.push_back(makeProfileCommand());
    return commands;
}

QList<Option> commonOptions()
{
    return {
        {u"url"_s, u"URL"_s, Text::tr("the database: postgresql://user@host:5432/name")},
        {u"profile"_s, u"NAME"_s,
         Text::tr("the database: a saved connection, see `roster help profile`")},
        {u"lang"_s, u"LANGUAGE"_s, Text::tr("en or nb, instead of the system's language")},
        {u"quiet"_s, {}, Text::tr("write nothing but the result and errors")},
        {u"help"_s, {}, Text::tr("show this help")},
        {u"version"_s, {}, Text::tr("show the version")},
    };
}

}  // namespace roster
