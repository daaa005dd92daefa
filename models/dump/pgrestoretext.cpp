// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/pgrestoretext.h"

#include "models/database/childprogram.h"
#include "models/dump/dumperror.h"
#include "models/dump/restoreprogram.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int pollMs = 50;
constexpr int patienceMs = 30000;
constexpr int pipeBytes = 1024 * 1024;
constexpr qsizetype mostSaid = 16384;
constexpr QLatin1StringView folderHandle("/dev/fd/0");

bool openPipe(FileDescriptor &readEnd, FileDescriptor &writeEnd)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    readEnd = FileDescriptor(ends[0]);
    writeEnd = FileDescriptor(ends[1]);
    ::fcntl(ends[0], F_SETPIPE_SZ, pipeBytes);
    return true;
}

QStringList argumentsFor(DumpFile::Format format)
{
    switch (format) {
    case DumpFile::Format::Directory:
        return {u"-Fd"_s, u"-f"_s, u"-"_s, QString(folderHandle)};
    case DumpFile::Format::Tar:
        return {u"-Ft"_s, u"-f"_s, u"-"_s};
    default:
        return {u"-Fc"_s, u"-f"_s, u"-"_s};
    }
}

}  // namespace

PgRestoreText::PgRestoreText(const DumpFile &file, Progress &progress)
    : m_file(file), m_progress(progress), m_input(ArchiveInput::make(file))
{
}

PgRestoreText::~PgRestoreText()
{
    if (m_pid > 0) {
        ChildProgram::kill(m_pid);
        ChildProgram::finish(m_pid);
    }
    m_input->abandon();
}

Result<std::unique_ptr<DumpText>> PgRestoreText::start(const DumpFile &file,
                                                       const QStringList &binaries,
                                                       Progress &progress)
{
    const auto program = RestoreProgram::fitting(file.archiveVersion(), file.fileName(), binaries);
    if (!program)
        return fail(program.error());
    std::unique_ptr<PgRestoreText> text(new PgRestoreText(file, progress));
    ROSTER_TRY(text->startProgram(program->path));
    return text;
}

Result<void> PgRestoreText::startProgram(const QString &program)
{
    FileDescriptor inputEnd;
    FileDescriptor outputEnd;
    FileDescriptor errorsEnd;
    FileDescriptor input;
    if (!openPipe(inputEnd, input) || !openPipe(m_output, outputEnd)
        || !openPipe(m_errors, errorsEnd)) {
        return fail(dumpFileError(program, errno));
    }
    const bool isFolder = m_file.format() == DumpFile::Format::Directory;
    const auto pid = ChildProgram(program, argumentsFor(m_file.format()), {})
                         .start({.input = isFolder ? m_file.held()->descriptor() : inputEnd.get(),
                                 .output = outputEnd.get(),
                                 .errors = errorsEnd.get()});
    if (!pid)
        return fail(pid.error());
    m_pid = *pid;
    m_input->start(std::move(input));
    return {};
}

Result<qsizetype> PgRestoreText::read(std::span<char> buffer)
{
    if (m_error)
        return fail(*m_error);
    auto got = next(buffer);
    if (!got)
        m_error = got.error();
    return got;
}

Result<qsizetype> PgRestoreText::next(std::span<char> buffer)
{
    while (m_output.isOpen() || m_errors.isOpen()) {
        ROSTER_TRY(checkGoing());
        std::array<pollfd, 2> waiting{pollfd{m_output.get(), POLLIN, 0},
                                      pollfd{m_errors.get(), POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), pollMs) <= 0) {
            m_silentPolls += m_input->isDone() ? 1 : 0;
            continue;
        }
        m_silentPolls = 0;
        if (waiting[1].revents != 0)
            readErrors();
        if (waiting[0].revents == 0)
            continue;
        const auto got = readOutput(buffer);
        if (!got || *got > 0)
            return got;
    }
    if (!m_isAtEnd)
        ROSTER_TRY(finish());
    m_isAtEnd = true;
    return 0;
}

/// pg_restore never ends where a tar does before its end: it must not be waited for.
Result<void> PgRestoreText::checkGoing()
{
    if (m_progress.isCancelled())
        return fail(Error::Kind::Cancelled, DumpMessages::tr("Cancelled."));
    if (const Error *error = m_input->error())
        return fail(*error);
    if (m_silentPolls * pollMs <= patienceMs)
        return {};
    Error error = truncatedDump(m_file.fileName(), {});
    error.detail = DumpMessages::tr("pg_restore has read it all and says nothing.");
    return fail(error);
}

Result<qsizetype> PgRestoreText::readOutput(std::span<char> buffer)
{
    ssize_t got = 0;
    do {
        got = ::read(m_output.get(), buffer.data(), buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(dumpFileError(m_file.path(), errno));
    if (got == 0)
        m_output.close();
    return qsizetype(got);
}

QStringList PgRestoreText::warnings() const
{
    // Before, the thread that reads the file may still be adding to them.
    return m_isAtEnd ? m_input->warnings() + m_warnings : QStringList();
}

void PgRestoreText::readErrors()
{
    std::array<char, 4096> block{};
    const ssize_t got = ::read(m_errors.get(), block.data(), block.size());
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0)
        m_errors.close();
    else if (m_said.size() < mostSaid)
        m_said.append(block.data(), got);
}

/// What is wrong with the file itself is the cause of what pg_restore complains of.
Result<void> PgRestoreText::finish()
{
    const int exitCode = ChildProgram::finish(std::exchange(m_pid, 0));
    ROSTER_TRY(m_input->finish(m_progress));
    if (exitCode != 0)
        return fail(failed(exitCode));
    for (const QByteArray &line : m_said.split('\n')) {
        if (!line.trimmed().isEmpty())
            m_warnings << QString::fromUtf8(line.trimmed());
    }
    return {};
}

Error PgRestoreText::failed(int exitCode) const
{
    Error error;
    if (m_said.contains("end of file")) {
        error = truncatedDump(m_file.fileName(), {});
    } else {
        error.kind = Error::Kind::InvalidInput;
        error.message =
            exitCode < 0
                ? DumpMessages::tr("pg_restore was killed while it read %1.").arg(m_file.fileName())
                : DumpMessages::tr("pg_restore cannot read %1.").arg(m_file.fileName());
        error.hint = DumpMessages::tr("Use another backup; this one is not to be relied on.");
    }
    error.detail = QString::fromUtf8(m_said).trimmed().replace(folderHandle, m_file.path());
    return error;
}

}  // namespace roster
