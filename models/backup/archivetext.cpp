// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/archivetext.h"

#include "models/backup/packedcheck.h"
#include "models/database/childprogram.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
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

/// 0 or an errno.
int sendAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t got = ::send(socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (got < 0 && errno != EINTR)
            return errno;
        if (got > 0)
            bytes = bytes.sliced(got);
    }
    return 0;
}

Result<QString> restoreProgram(const QStringList &binaries)
{
    for (const QString &folder : binaries) {
        if (QFileInfo(folder + u"/pg_restore"_s).isExecutable())
            return folder + u"/pg_restore"_s;
    }
    return fail(Error::Kind::NotFound, Text::tr("There is no pg_restore on this computer."),
                Text::tr("Install it: sudo apt install postgresql-client"));
}

}  // namespace

Result<std::unique_ptr<ByteSource>> ArchiveText::open(std::shared_ptr<const FileDescriptor> file,
                                                      const QString &packing, const QString &path,
                                                      const QStringList &binaries)
{
    const auto program = restoreProgram(binaries);
    if (!program)
        return fail(program.error());
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, input.data()) != 0)
        return fail(backupFileError(path, errno));
    FileDescriptor feeding(input[0]);
    const FileDescriptor fed(input[1]);
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        return fail(backupFileError(path, errno));
    std::unique_ptr<ArchiveText> text(new ArchiveText);
    text->m_output = FileDescriptor(output[0]);
    const FileDescriptor written(output[1]);
    text->m_said = FileDescriptor(::memfd_create("said", MFD_CLOEXEC));
    text->m_file = std::move(file);
    text->m_path = path;
    const auto started =
        ChildProgram(*program, {u"--file=-"_s}, {})
            .start({.input = fed.get(), .output = written.get(), .errors = text->m_said.get()});
    if (!started)
        return fail(started.error());
    text->m_pid = *started;
    text->m_feeder = std::thread(&ArchiveText::feed, text.get(), packing, feeding.release());
    return text;
}

ArchiveText::~ArchiveText()
{
    m_reading.cancel();
    if (m_pid > 0) {
        ChildProgram::kill(m_pid);  // which also wakes a feeder that waits for it
        ChildProgram::finish(m_pid);
    }
    if (m_feeder.joinable())
        m_feeder.join();
}

void ArchiveText::feed(const QString &packing, int input)
{
    const FileDescriptor feeding(input);
    int reason = 0;
    const auto read =
        PackedCheck::read(m_file->get(), packing, m_path, m_reading, [&](QByteArrayView bytes) {
            // What follows an archive's end it does not read.
            if (reason == 0)
                reason = sendAll(feeding.get(), bytes);
            return 0;
        });
    if (!read)
        m_unpacking = read.error();
}

Result<qsizetype> ArchiveText::read(std::span<char> buffer)
{
    ssize_t got = 0;
    do {
        got = ::read(m_output.get(), buffer.data(), buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(backupFileError(m_path, errno));
    if (got > 0)
        return got;
    if (m_feeder.joinable())
        m_feeder.join();
    const int exitCode = m_pid > 0 ? ChildProgram::finish(std::exchange(m_pid, 0)) : 0;
    if (m_unpacking)
        return fail(*m_unpacking);
    if (exitCode != 0)
        return fail(failed(exitCode));
    return 0;
}

Error ArchiveText::failed(int exitCode) const
{
    QByteArray said(mostSaid, Qt::Uninitialized);
    said.truncate(qMax<ssize_t>(0, ::pread(m_said.get(), said.data(), size_t(said.size()), 0)));
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = exitCode < 0 ? Text::tr("pg_restore was killed while it read %1.").arg(m_path)
                                 : Text::tr("pg_restore cannot read %1.").arg(m_path);
    error.detail = QString::fromUtf8(said).trimmed();
    error.hint = Text::tr("A newer pg_restore may read it; else use another.");
    return error;
}

}  // namespace roster
