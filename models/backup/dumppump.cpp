// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/dumppump.h"

#include "models/database/childprogram.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int pollMs = 50;
constexpr int gatherMs = 2;
constexpr int pipeBytes = 1024 * 1024;
constexpr qsizetype readBytes = qsizetype(256) * 1024;
constexpr qsizetype longestLine = 8192;
constexpr qsizetype mostSaid = 16384;

}  // namespace

DumpPump::~DumpPump()
{
    m_isAbandoned = true;
    if (m_thread.joinable())
        m_thread.join();
    if (m_pid > 0) {
        ChildProgram::kill(m_pid);
        ChildProgram::finish(m_pid);
    }
}

Result<void> DumpPump::start(const QString &program, const QStringList &arguments,
                             const QList<QByteArray> &variables, qsizetype tables)
{
    m_program = program;
    m_tables = tables;
    std::array<int, 2> output{};
    std::array<int, 2> errors{};
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        return fail(backupFileError(program, errno));
    m_output = FileDescriptor(output[0]);
    const FileDescriptor outputEnd(output[1]);
    if (::pipe2(errors.data(), O_CLOEXEC) != 0)
        return fail(backupFileError(program, errno));
    m_errors = FileDescriptor(errors[0]);
    const FileDescriptor errorsEnd(errors[1]);
    ::fcntl(m_output.get(), F_SETPIPE_SZ, pipeBytes);
    const auto started =
        ChildProgram(program, arguments, {})
            .start({.output = outputEnd.get(), .errors = errorsEnd.get()}, variables);
    if (!started)
        return fail(started.error());
    m_pid = *started;
    m_thread = std::thread(&DumpPump::run, this);
    return {};
}

Result<void> DumpPump::finish()
{
    if (m_thread.joinable())
        m_thread.join();
    const bool stopped = m_progress.isCancelled() || m_isAbandoned || m_sinkReason != 0;
    if (stopped)
        ChildProgram::kill(m_pid);
    const int exitCode = ChildProgram::finish(m_pid);
    m_pid = 0;
    if (m_progress.isCancelled())
        return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
    if (exitCode == 0 && !stopped)
        return {};
    return fail(failed(exitCode));
}

/// Until both its pipes are closed: also a program that died has then said all.
void DumpPump::run()
{
    while (m_output.isOpen() || m_errors.isOpen()) {
        if (m_progress.isCancelled() || m_isAbandoned)
            return;
        std::array<pollfd, 2> waiting{pollfd{m_output.get(), POLLIN, 0},
                                      pollfd{m_errors.get(), POLLIN, 0}};
        // pg_dump writes 4 KB at a time: taking each at once would wake us for each. What comes
        // until then has room in the pipe.
        if (m_output.isOpen() && std::exchange(m_isAhead, false))
            ::poll(&waiting[1], 1, gatherMs);
        if (::poll(waiting.data(), waiting.size(), pollMs) <= 0)
            continue;
        if (waiting[1].revents != 0)
            readErrors();
        if (waiting[0].revents != 0 && !readOutput())
            return;
    }
}

bool DumpPump::readOutput()
{
    static thread_local QByteArray buffer(readBytes, Qt::Uninitialized);
    const ssize_t got = ::read(m_output.get(), buffer.data(), size_t(buffer.size()));
    if (got < 0 && errno == EINTR)
        return true;
    if (got <= 0) {
        m_output.close();
        return true;
    }
    m_isAhead = got < readBytes / 2;
    m_sinkReason = m_sink(QByteArrayView(buffer).first(got));
    m_bytes += got;
    m_progress.setDone(m_bytes);
    return m_sinkReason == 0;
}

void DumpPump::readErrors()
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(m_errors.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        takeLine(m_line);
        m_errors.close();
        return;
    }
    for (const char c : QByteArrayView(buffer).first(got)) {
        if (c == '\n')
            takeLine(std::exchange(m_line, {}));
        else if (m_line.size() < longestLine)
            m_line += c;
    }
}

/// pg_dump speaks English here (LC_ALL=C): `pg_dump: dumping contents of table "public.players"`.
void DumpPump::takeLine(const QByteArray &line)
{
    static constexpr QByteArrayView tableMark("dumping contents of table ");
    if (const qsizetype at = line.indexOf(tableMark); at >= 0) {
        ++m_tablesBegun;
        m_progress.setText(Text::tr("Table %1 (%2 of %3), bytes:")
                               .arg(QString::fromUtf8(line.sliced(at + tableMark.size())))
                               .arg(m_tablesBegun)
                               .arg(m_tables));
    } else if (line.contains("error:") || line.contains("detail:") || line.contains("hint:")
               || line.contains("Query was:")) {
        if (m_said.size() < mostSaid)
            m_said += line + '\n';
    } else if (line.contains("warning:")) {
        m_warnings << QString::fromUtf8(line);
    }
}

Error DumpPump::failed(int exitCode) const
{
    Error error;
    error.kind = Error::Kind::System;
    const QString name = QFileInfo(m_program).fileName();
    error.message = exitCode < 0
                      ? Text::tr("%1 was killed before its end. No backup was made.").arg(name)
                      : Text::tr("%1 failed. No backup was made.").arg(name);
    error.detail = QString::fromUtf8(m_said).trimmed();
    error.hint = Text::tr("Mend what it names, then try again.");
    return error;
}

}  // namespace roster
