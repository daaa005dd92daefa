// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandline.h"

#include "app/commands/commands.h"
#include "app/commands/context.h"
#include "app/commands/help.h"
#include "app/commands/interrupts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Options of Qt's own for the window of which the next word is the value.
bool isQtOption(const QString &word)
{
    static const QStringList options{u"platform"_s,      u"style"_s,       u"stylesheet"_s,
                                     u"display"_s,       u"geometry"_s,    u"qwindowgeometry"_s,
                                     u"qwindowtitle"_s,  u"qwindowicon"_s, u"platformpluginpath"_s,
                                     u"platformtheme"_s, u"plugin"_s,      u"session"_s};
    const qsizetype dashes = word.startsWith("--"_L1) ? 2 : 1;
    return word.startsWith(u'-') && options.contains(word.sliced(dashes));
}

/// Options before a sub-command of which the next word is the value.
bool takesNextWord(const QString &word)
{
    return word == "--url"_L1 || word == "--profile"_L1 || word == "--lang"_L1 || isQtOption(word);
}

QStringList withoutQtOptions(const QStringList &words)
{
    QStringList result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (isQtOption(words.at(i)))
            ++i;
        else if (words.at(i) != "-reverse"_L1)
            result << words.at(i);
    }
    return result;
}

bool hasDisplay(const QStringList &words)
{
    if (words.contains("-platform"_L1) || words.contains("--platform"_L1))
        return true;
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Where the sub-command stands among the words; -1: nowhere.
qsizetype commandIndex(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == "--"_L1)
            return i + 1 < words.size() ? i + 1 : -1;
        if (takesNextWord(word))
            ++i;
        else if (!word.startsWith(u'-'))
            return i;
    }
    return -1;
}

Command *find(const std::vector<std::unique_ptr<Command>> &commands, const QString &name)
{
    const auto found = std::find_if(commands.cbegin(), commands.cend(),
                                    [&](const auto &command) { return command->name() == name; });
    return found == commands.cend() ? nullptr : found->get();
}

Error unknownCommand(const std::vector<std::unique_ptr<Command>> &commands, const QString &name)
{
    QStringList names;
    for (const auto &command : commands)
        names << command->name();
    const QString near = nearest(name, names);
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("There is no command %1.").arg(name);
    error.hint = near.isEmpty() ? Text::tr("`roster --help` lists them.")
                                : Text::tr("Did you mean %1?").arg(near);
    return error;
}

Result<void> checkWords(const Command &command, const Arguments &arguments)
{
    const auto [least, most] = command.words();
    const qsizetype count = arguments.words().size();
    const QString help = Text::tr("See `roster help %1`.").arg(command.name());
    if (count < least) {
        const QString usage = command.usage().value(0);
        return fail(Error::Kind::Usage,
                    Text::tr("Something is missing: roster %1 %2").arg(command.name(), usage),
                    help);
    }
    if (count > most) {
        return fail(Error::Kind::Usage,
                    Text::tr("%1 is one word too many.").arg(arguments.word(most)), help);
    }
    return {};
}

/// Runs the command and says how it ended; what it wrote is out by then.
Result<ExitCode> runCommand(Command &command, Arguments arguments)
{
    Context context(std::move(arguments));
    Result<ExitCode> ended = ExitCode::Done;
    {
        const Interrupts interrupts(context.progress(), [&context] { return context.isStuck(); });
        ended = command.run(context);
        const bool cancelled = context.isCancelled();
        if (const auto written = context.out().finish(); !written && !cancelled)
            ended = fail(written.error());
    }
    context.clearProgress();
    return ended;
}

Result<ExitCode> runHelp(const std::vector<std::unique_ptr<Command>> &commands,
                         const Command *command)
{
    Output out;
    out.write((command ? commandHelp(*command) : generalHelp(commands)).toUtf8());
    ROSTER_TRY(out.finish());
    return ExitCode::Done;
}

Result<ExitCode> runVersion()
{
    Output out;
    out.line(u"roster " ROSTER_VERSION ""_s);
    ROSTER_TRY(out.finish());
    return ExitCode::Done;
}

/// `roster --help`, `roster --version`, `roster help`, `roster help CMD`.
Result<ExitCode> runWithoutCommand(const std::vector<std::unique_ptr<Command>> &commands,
                                   const QStringList &words, bool isHelp)
{
    const auto arguments = Arguments::parse(words, commonOptions());
    if (!arguments)
        return fail(arguments.error());
    if (arguments->has(u"version"_s))
        return runVersion();
    if (!isHelp || arguments->words().isEmpty())
        return runHelp(commands, nullptr);
    if (arguments->words().size() > 1) {
        return fail(Error::Kind::Usage,
                    Text::tr("%1 is one word too many.").arg(arguments->word(1)),
                    Text::tr("Write `roster help COMMAND`."));
    }
    const Command *command = find(commands, arguments->word(0));
    if (!command && arguments->word(0) != "help"_L1)
        return fail(unknownCommand(commands, arguments->word(0)));
    return runHelp(commands, command);
}

Result<ExitCode> runWords(const QStringList &words)
{
    const auto commands = makeCommands();
    const qsizetype index = commandIndex(words);
    if (index < 0)
        return runWithoutCommand(commands, words, false);
    QStringList others = words;
    const QString name = others.takeAt(index);
    if (name == "help"_L1)
        return runWithoutCommand(commands, others, true);
    Command *command = find(commands, name);
    if (!command)
        return fail(unknownCommand(commands, name));
    auto arguments = Arguments::parse(others, command->options() + commonOptions());
    if (!arguments)
        return fail(arguments.error());
    if (arguments->has(u"help"_s))
        return runHelp(commands, command);
    if (arguments->has(u"version"_s))
        return runVersion();
    ROSTER_TRY(checkWords(*command, *arguments));
    return runCommand(*command, std::move(*arguments));
}

}  // namespace

bool wantsWindow(const QStringList &words)
{
    static const QStringList headless{u"--help"_s, u"-h"_s, u"--version"_s};
    return commandIndex(words) < 0
        && std::none_of(
               words.cbegin(), words.cend(),
               [](const QString &word) { return headless.contains(word); });
}

Result<Arguments> windowArguments(const QStringList &words)
{
    auto arguments = Arguments::parse(withoutQtOptions(words), commonOptions());
    if (arguments && !hasDisplay(words)) {
        return fail(Error::Kind::System, Text::tr("There is no display to open the window on."),
                    Text::tr("Use a command (`roster --help` lists them), or xvfb-run roster."));
    }
    return arguments;
}

QString languageIn(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size() && words.at(i) != "--"_L1; ++i) {
        if (words.at(i).startsWith("--lang="_L1))
            return words.at(i).section(u'=', 1);
        if (words.at(i) == "--lang"_L1)
            return words.value(i + 1);
    }
    return {};
}

int report(const Error &error)
{
    writeMessage(u"roster: "_s + error.toText());
    switch (error.kind) {
    case Error::Kind::Usage:
        return int(ExitCode::WrongUsage);
    case Error::Kind::Cancelled:
        return int(ExitCode::Cancelled);
    default:
        return int(ExitCode::Failed);
    }
}

int runCommandLine(const QStringList &words)
{
    const auto ended = runWords(words);
    return ended ? int(*ended) : report(ended.error());
}

}  // namespace roster
