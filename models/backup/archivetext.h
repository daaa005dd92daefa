// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_ARCHIVETEXT_H
#define ROSTER_BACKUP_ARCHIVETEXT_H

#include "models/backup/safefile.h"
#include "models/core/progress.h"
#include "models/dump/bytesource.h"

#include <atomic>
#include <thread>

namespace roster {

/// The plain SQL of an archive of ours: unpacked on a thread, through `pg_restore -f -`, read from
/// its other end. Nothing is written to disk.
class ArchiveText : public ByteSource
{
public:
    /// `file` stays open until this object goes. Errors: NotFound (no pg_restore), System.
    static Result<std::unique_ptr<ByteSource>> open(std::shared_ptr<const FileDescriptor> file,
                                                    const QString &packing, const QString &path,
                                                    const QStringList &binaries);
    ~ArchiveText() override;

    Result<qsizetype> read(std::span<char> buffer) override;
    qint64 consumed() const override { return m_reading.state().done; }
    QStringList warnings() const override { return {}; }

private:
    ArchiveText() = default;
    void feed(const QString &packing, int input);
    Error failed(int exitCode) const;

    std::shared_ptr<const FileDescriptor> m_file;
    QString m_path;
    FileDescriptor m_output;
    FileDescriptor m_said;
    qint64 m_pid = 0;
    std::thread m_feeder;
    Progress m_reading;
    std::optional<Error> m_unpacking;  ///< what ended the feeder, read after it was joined
};

}  // namespace roster

#endif
