// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/action.h"
#include "app/commands/context.h"
#include "models/database/localserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>
#include <memory>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int pollMs = 100;

/// A line from the terminal; Cancelled by Ctrl-C.
Result<QString> readLine(const Context &context)
{
    QByteArray line;
    std::array<char, 256> buffer{};
    while (!line.endsWith('\n')) {
        if (context.isCancelled())
            return fail(Error::Kind::Cancelled,
                        QCoreApplication::translate("LocalCommand", "Cancelled."));
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, pollMs) <= 0)
            continue;
        const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got <= 0)
            break;
        line.append(buffer.data(), got);
    }
    return QString::fromLocal8Bit(line).trimmed();
}

QJsonObject toJson(const LocalStatus &status)
{
    QJsonArray users;
    for (const LocalUser &user : status.users)
        users << QJsonObject{{u"pid"_s, user.pid}, {u"program"_s, user.program}};
    const auto orNull = [&](const QJsonValue &value) {
        return status.running ? value : QJsonValue();
    };
    return {{u"exists"_s, status.exists},
            {u"running"_s, status.running},
            {u"kept"_s, status.kept},
            {u"pid"_s, orNull(status.pid)},
            {u"since"_s, orNull(status.since.toUTC().toString(Qt::ISODate))},
            {u"version"_s, status.exists ? QJsonValue(status.version) : QJsonValue()},
            {u"folder"_s, status.folder},
            {u"bytes"_s, status.bytes},
            {u"socket"_s, status.sockets},
            {u"log"_s, status.logFile},
            {u"users"_s, users}};
}

/// `roster local start|stop|status|reset`: the private server of whoever has no other.
class LocalCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(LocalCommand)

public:
    QString name() const override { return u"local"_s; }
    QString summary() const override { return tr("start, stop, show or reset the local server"); }
    QStringList usage() const override
    {
        return {u"start [--keep] [--json]"_s, u"stop [--force]"_s, u"status [--json]"_s,
                u"reset [--yes]"_s};
    }
    QString details() const override
    {
        return tr("The local server is a PostgreSQL of your own, reached by a socket that only\n"
                  "you may use. Roster starts it when no other database is named, and the last\n"
                  "Roster that used it stops it. `local start` keeps it running until\n"
                  "`local stop`.");
    }
    QList<Option> options() const override
    {
        return {{u"keep"_s, {}, tr("start: stay until `local stop` (a start by hand always does)")},
                {u"force"_s, {}, tr("stop: also while other programs use it")},
                {u"yes"_s, {}, tr("reset: delete without asking")},
                {u"json"_s, {}, tr("start, status: show it as JSON")}};
    }
    std::pair<int, int> words() const override { return {1, 1}; }

    Result<ExitCode> run(Context &context) override
    {
        static constexpr std::array actions{
            Action{"start", 0, 0, start},
            Action{"stop", 0, 0, stop},
            Action{"status", 0, 0, show},
            Action{"reset", 0, 0, reset},
        };
        return runAction(*this, actions, context);
    }

private:
    static Result<ExitCode> start(Context &context)
    {
        LocalServer server;
        ROSTER_TRY(server.start(context.progress(), true));
        return show(context);
    }

    static Result<ExitCode> stop(Context &context)
    {
        LocalServer server;
        const bool ran = server.status()->running;
        ROSTER_TRY(server.stop(context.progress(), context.has(u"force"_s)));
        context.say(ran ? tr("The local server is stopped.")
                        : tr("The local server does not run."));
        return ExitCode::Done;
    }

    static Result<ExitCode> show(Context &context)
    {
        const LocalServer server;
        const auto status = server.status();
        if (!status)
            return fail(status.error());
        if (context.wantsJson())
            context.out().write(QJsonDocument(toJson(*status)).toJson());
        else
            write(*status, context.out());
        return ExitCode::Done;
    }

    static QString stateOf(const LocalStatus &status)
    {
        if (!status.exists)
            return tr("not made yet (`roster local start` makes it)");
        if (!status.running)
            return tr("stopped");
        if (status.kept)
            return tr("running until `roster local stop`");
        // Its last user was killed; nobody was there to stop it.
        return status.users.isEmpty()
                 ? tr("running, though nobody uses it: until the next Roster ends, or `roster "
                      "local stop`")
                 : tr("running until its last user ends");
    }

    static void write(const LocalStatus &status, Output &out)
    {
        const auto line = [&out](const QString &label, const QString &text) {
            out.line(label.leftJustified(12) + text);
        };
        line(tr("State"), stateOf(status));
        if (status.running) {
            line(tr("Process"), tr("%1, since %2")
                                    .arg(QString::number(status.pid),
                                         status.since.toString(u"yyyy-MM-dd HH:mm:ss"_s)));
        }
        if (status.exists) {
            line(tr("Version"), u"PostgreSQL "_s + status.version);
            line(tr("Data"),
                 u"%1 (%2)"_s.arg(status.folder, QLocale().formattedDataSize(status.bytes)));
            line(tr("Log"), status.logFile);
        }
        if (status.running)
            line(tr("Connect"), u"psql -h %1 -U roster roster"_s.arg(status.sockets));
        for (const LocalUser &user : status.users)
            line(tr("Used by"), tr("%1 (process %2)").arg(user.program).arg(user.pid));
    }

    static Result<ExitCode> reset(Context &context)
    {
        LocalServer server;
        const LocalStatus status = *server.status();
        if (!status.exists) {
            context.say(tr("There is no local server to reset."));
            return ExitCode::Done;
        }
        if (!context.has(u"yes"_s))
            ROSTER_TRY(confirm(context, status));
        ROSTER_TRY(server.reset(context.progress()));
        context.say(tr("The local server and its data are deleted."));
        return ExitCode::Done;
    }

    static Result<void> confirm(Context &context, const LocalStatus &status)
    {
        if (::isatty(STDIN_FILENO) != 1) {
            return fail(Error::Kind::Refused,
                        tr("`roster local reset` deletes all databases of the local server (%1 in "
                           "%2).")
                            .arg(QLocale().formattedDataSize(status.bytes), status.folder),
                        tr("Say that you mean it: --yes"));
        }
        context.warn(tr("This deletes all databases of the local server: %1 in %2.\n"
                        "Type the word reset to go on:")
                         .arg(QLocale().formattedDataSize(status.bytes), status.folder));
        const auto typed = readLine(context);
        if (!typed)
            return fail(typed.error());
        if (*typed != "reset"_L1)
            return fail(Error::Kind::Cancelled, tr("Nothing was deleted."));
        return {};
    }
};

}  // namespace

std::unique_ptr<Command> makeLocalCommand()
{
    return std::make_unique<LocalCommand>();
}

}  // namespace roster
