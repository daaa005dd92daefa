// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DOCKERCLIENT_H
#define ROSTER_DUMP_DOCKERCLIENT_H

#include "models/core/filedescriptor.h"
#include "models/core/progress.h"
#include "models/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

#include <sys/stat.h>

namespace roster {

/// `docker:CONTAINER:/path`: a file or folder within a running container.
struct DockerPath
{
    QString container;
    QString path;  ///< absolute

    /// nullopt: it is no such path. What is no name of a container, or no absolute path, is none.
    static std::optional<DockerPath> parse(const QString &text);
    QString text() const { return QStringLiteral("docker:%1:%2").arg(container, path); }
};

/// Looks into containers by the docker client; without a shell, there and here. All of it waits
/// for another program: not for the window's thread.
class DockerClient
{
public:
    struct Entry
    {
        DockerPath path;
        struct stat state = {};  ///< of what is in the container: device, inode, mode, size, mtime
    };

    /// Whether there is a client.
    static bool isThere();
    /// Those that run. Errors: NotFound (no client), System, Cancelled.
    static Result<QStringList> containers(Progress &progress);
    /// A file, or what is in a folder and the folders in it. Errors: the same, with docker's words.
    static Result<QList<Entry>> list(const DockerPath &path, Progress &progress);
    /// A copy of a file that has no name any more and goes with its descriptor. Errors: the same;
    /// InvalidInput for a folder.
    static Result<FileDescriptor> copy(const DockerPath &path, Progress &progress);
};

}  // namespace roster

#endif
