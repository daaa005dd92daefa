// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/programinput.h"

#include "models/database/childprogram.h"

#include <array>
#include <cerrno>

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace roster {

namespace {
constexpr qint64 mostSaid = 4096;
}

ProgramInput::~ProgramInput()
{
    if (m_pid == 0)
        return;
    ChildProgram::kill(m_pid);
    ChildProgram::finish(m_pid);
}

Result<void> ProgramInput::start(const QString &program, const QStringList &arguments,
                                 const QList<QByteArray> &variables, int output)
{
    // Not a pipe: writing to one whose reader died would end us, too (SIGPIPE).
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(backupFileError(program, errno));
    m_input = FileDescriptor(ends[0]);
    const FileDescriptor read(ends[1]);
    m_said = FileDescriptor(::memfd_create("said", MFD_CLOEXEC));
    const auto started =
        ChildProgram(program, arguments, {})
            .start({.input = read.get(), .output = output, .errors = m_said.get()}, variables);
    if (!started)
        return fail(started.error());
    m_pid = *started;
    return {};
}

int ProgramInput::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t got = ::send(m_input.get(), bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (got < 0 && errno != EINTR)
            return errno == ECONNRESET ? EPIPE : errno;
        if (got > 0)
            bytes = bytes.sliced(got);
    }
    return 0;
}

Result<void> ProgramInput::finish(const QString &messageWhenFailed, const QString &hint)
{
    m_input.close();
    const int exitCode = ChildProgram::finish(std::exchange(m_pid, 0));
    if (exitCode == 0)
        return {};
    QByteArray said(mostSaid, Qt::Uninitialized);
    said.truncate(qMax<ssize_t>(0, ::pread(m_said.get(), said.data(), size_t(said.size()), 0)));
    Error error;
    error.kind = Error::Kind::System;
    error.message = messageWhenFailed;
    error.detail = QString::fromUtf8(said).trimmed();
    error.hint = hint;
    return fail(error);
}

}  // namespace roster
