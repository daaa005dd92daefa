// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/help.h"

#include "app/commands/commands.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

/// Two columns, the second one below itself where it takes several lines.
QString table(const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[left, right] : rows)
        width = std::max(width, left.size());
    QString text;
    for (const auto &[left, right] : rows) {
        const QString indented = QString(right).replace(u'\n', u'\n' + QString(width + 4, u' '));
        text += u"  "_s + left.leftJustified(width) + u"  "_s + indented + u'\n';
    }
    return text;
}

QString optionTable(const QList<Option> &options)
{
    QList<std::pair<QString, QString>> rows;
    for (const Option &option : options) {
        const QString letter =
            option.letter.isNull() ? QString() : u"-"_s + option.letter + u", "_s;
        const QString left = letter + u"--"_s + option.name
                           + (option.value.isEmpty() ? QString() : u' ' + option.value);
        rows.emplaceBack(left, option.description);
    }
    return table(rows);
}

}  // namespace

QString generalHelp(const std::vector<std::unique_ptr<Command>> &commands)
{
    QList<std::pair<QString, QString>> rows;
    for (const auto &command : commands)
        rows.emplaceBack(command->name(), command->summary());
    rows.emplaceBack(u"help"_s, Text::tr("show what a command does and takes"));
    return Text::tr(
               "Usage: roster [--url URL | --profile NAME]            open the window\n"
               "       roster COMMAND [OPTIONS]                       do the same without one\n")
         + u'\n' + Text::tr("Commands:") + u'\n' + table(rows) + u'\n'
         + Text::tr("Options of every command:") + u'\n' + optionTable(commonOptions()) + u'\n'
         + Text::tr(
               "The database is the first of: --url, --profile, the variable DATABASE_URL, "
               "libpq's\n"
               "variables (PGHOST, PGPORT, PGDATABASE, PGUSER, PGSERVICE), a private server of "
               "your\n"
               "own that is started when needed. URLs are libpq's or SQLAlchemy's. Others on this\n"
               "computer may see a password in a command line: put it into ~/.pgpass instead.\n")
         + u'\n'
         + Text::tr("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 differences found, 130 "
                    "cancelled.\n");
}

QString commandHelp(const Command &command)
{
    QString text;
    const QStringList usage = command.usage();
    const QString start = u"roster "_s + command.name();
    const QString label = Text::tr("Usage:") + u' ';
    for (const QString &form : usage.isEmpty() ? QStringList{QString()} : usage) {
        text += text.isEmpty() ? label : QString(label.size(), u' ');
        text += (form.isEmpty() ? start : start + u' ' + form) + u'\n';
    }
    text += u'\n' + command.summary() + u'\n';
    if (!command.options().isEmpty())
        text += u'\n' + Text::tr("Options:") + u'\n' + optionTable(command.options());
    text += u'\n' + Text::tr("Options of every command:") + u'\n' + optionTable(commonOptions());
    if (const QString details = command.details(); !details.isEmpty())
        text += u'\n' + details + u'\n';
    return text;
}

}  // namespace roster
