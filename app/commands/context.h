// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_CONTEXT_H
#define ROSTER_APP_COMMANDS_CONTEXT_H

#include "app/commands/arguments.h"
#include "app/commands/command.h"
#include "app/commands/output.h"
#include "models/core/progress.h"
#include "models/database/localserver.h"
#include "models/database/session.h"

#include <QElapsedTimer>
#include <QString>

#include <functional>
#include <memory>
#include <type_traits>

namespace roster {

/// What a command gets to work with: its arguments, standard output, messages, the database that
/// was meant, and the wish of the person to stop.
class Context
{
public:
    explicit Context(Arguments arguments);
    ~Context();
    Q_DISABLE_COPY_MOVE(Context)

    const Arguments &arguments() const { return m_arguments; }
    bool has(const QString &option) const { return m_arguments.has(option); }
    QString value(const QString &option) const { return m_arguments.value(option); }
    bool wantsJson() const { return has(QStringLiteral("json")); }

    Output &out() { return m_out; }
    /// A line for people, on stderr; nothing with --quiet.
    void say(const QString &text);
    /// A line that --quiet does not hide.
    void warn(const QString &text);

    /// Cancelled by Ctrl-C. What is reported to it shows on stderr when that is a terminal.
    Progress &progress() { return m_progress; }
    bool isCancelled() const { return m_progress.isCancelled(); }

    /// Which database is meant; starts the private local server where nobody named another one.
    /// Errors: those of ProfileResolver and LocalServer.
    Result<ConnectionProfile> profile();
    /// The private local server, started where it does not run; whatever database is meant.
    Result<ConnectionProfile> localProfile();
    /// Runs `work(Session &, Progress &)` on a session of its own, as DatabaseWorker does, but here
    /// and now. Ctrl-C cancels at the server.
    template <class Work>
    auto onSession(Work work) -> std::invoke_result_t<Work &, Session &, Progress &>
    {
        using R = std::invoke_result_t<Work &, Session &, Progress &>;
        std::optional<R> result;
        const Result<void> opened =
            withSession([&](Session &session) { result.emplace(work(session, m_progress)); });
        if (!opened)
            return R(tl::unexpected(opened.error()));
        return std::move(*result);
    }

    /// Takes the progress line away, so that something else can be written.
    void clearProgress();
    /// Waiting for something that no cancel reaches; any thread.
    bool isStuck() const { return m_out.isWriting(); }

private:
    Result<void> withSession(const std::function<void(Session &)> &work);
    void showProgress();

    Arguments m_arguments;
    Output m_out;
    Progress m_progress;
    std::optional<ConnectionProfile> m_profile;
    std::unique_ptr<LocalServer> m_localServer;
    bool m_showsProgress = false;
    bool m_hasProgressLine = false;
    QElapsedTimer m_sinceShown;
};

/// Writes a line to stderr in the terminal's encoding, control characters made visible.
void writeMessage(const QString &text);

}  // namespace roster

#endif
