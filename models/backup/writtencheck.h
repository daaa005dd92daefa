// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_WRITTENCHECK_H
#define ROSTER_BACKUP_WRITTENCHECK_H

#include "models/backup/packedcheck.h"
#include "models/core/filedescriptor.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace roster {

/// Reads a file again while it is written, on a thread of its own: what was written goes to the
/// disk and out of the memory of the system piece by piece, and is read back from there. So the
/// check is done soon after the last byte.
class WrittenCheck
{
public:
    /// `file`: open for reading and writing, empty as yet. `name`: for messages.
    WrittenCheck(FileDescriptor file, const QList<DumpCompression> &compressions, QString name);
    /// Gives up where it was not finished.
    ~WrittenCheck();
    Q_DISABLE_COPY_MOVE(WrittenCheck)

    /// So many bytes are in the file by now.
    void setWritten(qint64 bytes);
    /// No more will come. Errors: those of PackedCheck; Cancelled.
    Result<PackedCheck> finish(Progress &progress);

private:
    class Source;
    void run(QList<DumpCompression> compressions);
    Result<qsizetype> readAt(qint64 offset, std::span<char> buffer);
    Result<bool> waitBeyond(qint64 offset);
    void pushToDisk(qint64 until);

    FileDescriptor m_file;
    QString m_name;
    qint64 m_onDisk = 0;
    Progress m_progress;  ///< its own, so that giving up is a cancel
    std::optional<Result<PackedCheck>> m_result;

    std::mutex m_mutex;  ///< of what follows
    std::condition_variable m_changed;
    qint64 m_written = 0;
    bool m_isWhole = false;
    std::thread m_thread;  ///< last: it uses the others
};

}  // namespace roster

#endif
