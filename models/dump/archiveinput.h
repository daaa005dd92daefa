// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_ARCHIVEINPUT_H
#define ROSTER_DUMP_ARCHIVEINPUT_H

#include "models/core/progress.h"
#include "models/dump/dumpfile.h"

#include <atomic>
#include <optional>
#include <thread>

namespace roster {

/// Reads an archive's file or folder to its end on a thread of its own, beside a pg_restore, which
/// does not: it stops after the last block that it wants, before checksums and ends.
class ArchiveInput
{
public:
    static std::unique_ptr<ArchiveInput> make(const DumpFile &file);

    ArchiveInput() = default;
    virtual ~ArchiveInput() = default;
    Q_DISABLE_COPY_MOVE(ArchiveInput)

    /// `pipe` leads to pg_restore.
    void start(FileDescriptor pipe);
    /// Waits for its end. Errors: those of ByteSource; Cancelled.
    Result<void> finish(Progress &progress);
    /// Ends it, once pg_restore is gone.
    void abandon();

    bool isDone() const { return m_isDone; }
    /// Why it ended before its end, as far as that is known yet.
    const Error *error() const { return m_isDone && m_error ? &*m_error : nullptr; }
    qint64 consumed() const { return m_consumed; }
    virtual qint64 total() const = 0;
    /// Known after finish().
    const QStringList &warnings() const { return m_warnings; }

protected:
    virtual Result<void> run(FileDescriptor pipe) = 0;

    std::atomic<qint64> m_consumed = 0;
    std::atomic_bool m_isAbandoned = false;
    QStringList m_warnings;

private:
    std::thread m_thread;
    std::atomic_bool m_isDone = false;
    std::optional<Error> m_error;
};

}  // namespace roster

#endif
