// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/context.h"

#include "models/database/cancellable.h"
#include "models/database/profileresolver.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr qint64 progressIntervalMs = 100;
}

void writeMessage(const QString &text)
{
    QString safe = text;
    for (QChar &c : safe) {  // a server's or a file's words must not steer the terminal
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = u'\ufffd';
    }
    const QByteArray bytes = safe.toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

Context::Context(Arguments arguments) : m_arguments(std::move(arguments))
{
    m_showsProgress = !has(u"quiet"_s) && isatty(STDERR_FILENO) == 1;
    if (m_showsProgress)
        m_progress.onChanged = [this] { showProgress(); };
}

Context::~Context()
{
    clearProgress();
    m_progress.onChanged = nullptr;
}

void Context::say(const QString &text)
{
    if (!has(u"quiet"_s))
        warn(text);
}

void Context::warn(const QString &text)
{
    clearProgress();
    writeMessage(text);
}

void Context::showProgress()
{
    if (m_sinceShown.isValid() && m_sinceShown.elapsed() < progressIntervalMs)
        return;
    m_sinceShown.start();
    const Progress::State state = m_progress.state();
    QString line = state.text;
    if (state.done > 0) {
        const QLocale locale;
        line += u' ' + locale.toString(state.done);
        if (state.total > 0) {
            line += u" / "_s + locale.toString(state.total)
                  + u" (%1 %)"_s.arg(100 * state.done / state.total);
        }
    }
    std::fprintf(stderr, "\r\033[K%s", line.toLocal8Bit().constData());
    std::fflush(stderr);
    m_hasProgressLine = true;
}

void Context::clearProgress()
{
    if (!m_hasProgressLine)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_hasProgressLine = false;
}

Result<ConnectionProfile> Context::profile()
{
    if (m_profile)
        return *m_profile;
    for (const QString &option : {u"url"_s, u"profile"_s}) {
        if (has(option) && value(option).isEmpty()) {
            return fail(Error::Kind::Usage,
                        QCoreApplication::translate("Context", "--%1 is empty.").arg(option));
        }
    }
    const auto resolved = ProfileResolver().resolve(value(u"url"_s), value(u"profile"_s));
    if (!resolved)
        return fail(resolved.error());
    if (*resolved) {
        m_profile = **resolved;
        return *m_profile;
    }
    const auto local = localProfile();
    if (local)
        m_profile = *local;
    return local;
}

Result<ConnectionProfile> Context::localProfile()
{
    if (!m_localServer)
        m_localServer = std::make_unique<LocalServer>();
    return m_localServer->acquire(m_progress);
}

Result<void> Context::withSession(const std::function<void(Session &)> &work)
{
    const auto meant = profile();
    if (!meant)
        return fail(meant.error());
    const auto session = Session::open(*meant, &m_progress);
    if (!session)
        return fail(session.error());
    const Cancellable cancellable(**session, m_progress);
    work(**session);
    return {};
}

}  // namespace roster
