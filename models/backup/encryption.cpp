// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/encryption.h"

#include "models/database/childprogram.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>
#include <cerrno>

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 mostSaid = 4096;

QStringList argumentsFor(const QStringList &recipients)
{
    QStringList arguments;
    const bool isGpg = recipients.first().startsWith("gpg:"_L1);
    if (isGpg)
        arguments << u"--batch"_s << u"--no-tty"_s << u"--trust-model"_s << u"always"_s
                  << u"--encrypt"_s;
    for (const QString &recipient : recipients)
        arguments << (isGpg ? u"--recipient"_s : u"-r"_s) << recipient.section(u':', 1);
    return arguments;
}

}  // namespace

Result<void> Encryption::check(const QStringList &recipients)
{
    if (recipients.isEmpty())
        return {};
    const QString tool = recipients.first().section(u':', 0, 0);
    for (const QString &recipient : recipients) {
        const bool isKnown = tool == "age"_L1 || tool == "gpg"_L1;
        if (!isKnown || recipient.section(u':', 0, 0) != tool
            || recipient.section(u':', 1).isEmpty()) {
            return fail(
                Error::Kind::Usage,
                Text::tr("%1 is no recipient that a backup can be encrypted to.").arg(recipient),
                Text::tr("Write age:RECIPIENT or gpg:KEY, all of one kind."));
        }
    }
    if (!QStandardPaths::findExecutable(tool).isEmpty())
        return {};
    return fail(
        Error::Kind::NotFound, Text::tr("%1 is not installed on this computer.").arg(tool),
        Text::tr("Install it: sudo apt install %1").arg(tool == "gpg"_L1 ? u"gnupg"_s : tool));
}

Encryption::~Encryption()
{
    if (m_pid == 0)
        return;
    ChildProgram::kill(m_pid);
    ChildProgram::finish(m_pid);
}

Result<void> Encryption::start(const QStringList &recipients, int file)
{
    m_program = QStandardPaths::findExecutable(recipients.first().section(u':', 0, 0));
    // Not a pipe: writing to one whose reader died would end us, too (SIGPIPE).
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(backupFileError(m_program, errno));
    m_input = FileDescriptor(ends[0]);
    const FileDescriptor read(ends[1]);
    m_said = FileDescriptor(::memfd_create("said", MFD_CLOEXEC));
    QList<QByteArray> variables;
    if (const QByteArray home = qgetenv("GNUPGHOME"); !home.isEmpty())
        variables << "GNUPGHOME=" + home;
    const auto started =
        ChildProgram(m_program, argumentsFor(recipients), {})
            .start({.input = read.get(), .output = file, .errors = m_said.get()}, variables);
    if (!started)
        return fail(started.error());
    m_pid = *started;
    return {};
}

int Encryption::write(QByteArrayView bytes)
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

Result<void> Encryption::finish()
{
    m_input.close();
    const int exitCode = ChildProgram::finish(std::exchange(m_pid, 0));
    if (exitCode == 0)
        return {};
    QByteArray said(mostSaid, Qt::Uninitialized);
    said.truncate(qMax<ssize_t>(0, ::pread(m_said.get(), said.data(), size_t(said.size()), 0)));
    Error error;
    error.kind = Error::Kind::System;
    error.message = Text::tr("%1 failed. No backup was made.").arg(QFileInfo(m_program).fileName());
    error.detail = QString::fromUtf8(said).trimmed();
    error.hint = Text::tr("Check the recipients: it must know each of them.");
    return fail(error);
}

}  // namespace roster
