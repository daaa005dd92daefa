// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action.h"

#include "app/commands/context.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Action)
};

}  // namespace

Result<ExitCode> runAction(const Command &command, std::span<const Action> actions,
                           Context &context)
{
    const QString word = context.arguments().word(0);
    const QString typed = command.name() + u' ' + word;
    QStringList names;
    for (const Action &action : actions) {
        names << QString::fromLatin1(action.name);
        if (names.last() != word)
            continue;
        const int rest = int(context.arguments().words().size()) - 1;
        if (rest >= action.leastWords && rest <= action.mostWords)
            return action.run(context);
        return fail(Error::Kind::Usage,
                    rest < action.leastWords ? Text::tr("`%1` wants a word more.").arg(typed)
                                             : Text::tr("`%1` takes fewer words.").arg(typed),
                    Text::tr("See `roster help %1`.").arg(command.name()));
    }
    const QString near = nearest(word, names);
    return fail(Error::Kind::Usage, Text::tr("There is no `%1`.").arg(typed),
                near.isEmpty() ? Text::tr("Write one of: %1.").arg(names.join(", "_L1))
                               : Text::tr("Did you mean %1?").arg(near));
}

}  // namespace roster
