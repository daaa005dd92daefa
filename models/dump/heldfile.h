// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_HELDFILE_H
#define ROSTER_DUMP_HELDFILE_H

#include "models/core/filedescriptor.h"
#include "models/core/result.h"

#include <QString>

#include <memory>
#include <span>

#include <sys/stat.h>

namespace roster {

class Progress;

/// A file (or folder) opened once: whatever happens to its name afterwards, what is read is what
/// was opened.
class HeldFile
{
public:
    /// Errors: NotFound, Permission, InvalidInput (neither a file nor a folder), System.
    /// A file in a container (DockerPath) is copied first, which `progress` tells of and stops;
    /// then also the errors of DockerClient.
    static Result<std::shared_ptr<const HeldFile>> open(const QString &path,
                                                        Progress *progress = nullptr);

    /// What is open already. `path` is for the messages. Errors: InvalidInput, System.
    static Result<std::shared_ptr<const HeldFile>> of(const QString &path, FileDescriptor opened);

    /// A file of a folder, never by a symbolic link. Errors: the same; InvalidInput for a link.
    static Result<std::shared_ptr<const HeldFile>> openIn(const HeldFile &folder,
                                                          const QString &name);

    const QString &path() const { return m_path; }
    QString fileName() const { return m_path.section(u'/', -1, -1, QString::SectionSkipEmpty); }
    int descriptor() const { return m_descriptor.get(); }
    bool isFolder() const { return S_ISDIR(m_state.st_mode); }
    qint64 size() const { return m_state.st_size; }  ///< bytes when it was opened
    const struct stat &state() const { return m_state; }

    /// Bytes from `offset` on; 0 at the end. From several threads at once, too.
    Result<qsizetype> readAt(qint64 offset, std::span<char> buffer) const;
    /// Conflict where the file was written to since it was opened.
    Result<void> checkUnchanged() const;
    /// Whether its name leads to another file now, or to none.
    bool isReplaced() const;

private:
    HeldFile(QString path, FileDescriptor opened)
        : m_path(std::move(path)), m_descriptor(std::move(opened))
    {
    }

    QString m_path;
    FileDescriptor m_descriptor;
    struct stat m_state = {};
};

}  // namespace roster

#endif
