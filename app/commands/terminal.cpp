// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/terminal.h"

#include "app/commands/context.h"

#include <QCoreApplication>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int pollMs = 100;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Terminal)
};

}  // namespace

bool Terminal::isThere()
{
    return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
}

Result<QString> Terminal::ask(Context &context, const QString &question)
{
    context.clearProgress();
    context.warn(question);
    QByteArray line;
    // Byte by byte, so that nothing of the next answer is swallowed; by poll(), so that Ctrl-C ends
    // it.
    while (!line.endsWith('\n')) {
        if (context.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, pollMs) <= 0)
            continue;
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) != 1)
            return fail(Error::Kind::Cancelled, Text::tr("There was no answer."));
        line.append(byte);
    }
    return QString::fromLocal8Bit(line).trimmed();
}

Result<bool> Terminal::askYesNo(Context &context, const QString &question)
{
    const QString yes = Text::tr("yes");
    const QString no = Text::tr("no");
    while (true) {
        const auto answer = ask(context, u"%1 [%2/%3]"_s.arg(question, yes.left(1), no.left(1)));
        if (!answer)
            return fail(answer.error());
        const QString word = answer->toLower();
        if (word == yes || word == yes.left(1) || word == "y"_L1 || word == "yes"_L1)
            return true;
        if (word == no || word == no.left(1))
            return false;
    }
}

}  // namespace roster
