// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/archiveinput.h"

#include "models/dump/dumperror.h"
#include "models/dump/folderinput.h"
#include "models/dump/pipeinput.h"

#include <chrono>
#include <csignal>

namespace roster {

namespace {

constexpr std::chrono::milliseconds waitStep{5};

}  // namespace

std::unique_ptr<ArchiveInput> ArchiveInput::make(const DumpFile &file)
{
    if (file.format() == DumpFile::Format::Directory)
        return std::make_unique<FolderInput>(file);
    return std::make_unique<PipeInput>(file);
}

void ArchiveInput::start(FileDescriptor pipe)
{
    m_thread = std::thread([this, end = std::move(pipe)]() mutable {
        // pg_restore may be gone before we are: that is an errno here, not our end.
        sigset_t brokenPipe;
        sigemptyset(&brokenPipe);
        sigaddset(&brokenPipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
        if (auto done = run(std::move(end)); !done)
            m_error = done.error();
        m_isDone = true;
    });
}

Result<void> ArchiveInput::finish(Progress &progress)
{
    while (!m_isDone && !progress.isCancelled())
        std::this_thread::sleep_for(waitStep);
    abandon();
    if (progress.isCancelled())
        return fail(Error::Kind::Cancelled, DumpMessages::tr("Cancelled."));
    return m_error ? Result<void>(fail(*m_error)) : Result<void>();
}

void ArchiveInput::abandon()
{
    m_isAbandoned = true;
    if (m_thread.joinable())
        m_thread.join();
}

}  // namespace roster
