// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_PARTFILE_H
#define ROSTER_BACKUP_PARTFILE_H

#include "models/backup/safefile.h"
#include "models/dump/heldfile.h"

#include <QByteArrayView>

namespace roster {

/// A file that is not there until it is whole: written as `.NAME.part-<random>`, under a lock that
/// tells others that somebody still writes, and removed again unless it is published.
class PartFile
{
public:
    static Result<PartFile> create(const QString &folder, const QString &name);
    ~PartFile();
    PartFile(PartFile &&other) noexcept = default;
    PartFile &operator=(PartFile &&) = delete;
    Q_DISABLE_COPY(PartFile)

    int descriptor() const { return m_file.get(); }
    /// The same file, open once more.
    FileDescriptor duplicate() const;
    /// To read it, as it is now. Errors: those of HeldFile.
    Result<std::shared_ptr<const HeldFile>> held() const;
    const QString &path() const { return m_path; }
    /// 0 or an errno.
    int write(QByteArrayView bytes);
    /// Everything to the disk, and out of the memory of the system, so that a check reads the disk.
    Result<void> flush();
    /// Gives it its name; never over another file: then Conflict.
    Result<void> publish(const QString &target);

private:
    PartFile(QString path, FileDescriptor file) : m_path(std::move(path)), m_file(std::move(file))
    {
    }
    QString m_path;
    FileDescriptor m_file;
};

/// While it lives, no other Roster publishes or removes anything in that folder.
class BackupFolderLock
{
public:
    static Result<BackupFolderLock> wait(const QString &folder, class Progress &progress);

private:
    explicit BackupFolderLock(FileDescriptor folder) : m_folder(std::move(folder)) {}
    FileDescriptor m_folder;
};

}  // namespace roster

#endif
