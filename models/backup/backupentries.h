// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPENTRIES_H
#define ROSTER_BACKUP_BACKUPENTRIES_H

#include "models/backup/backupfolder.h"

#include <QHash>
#include <QSet>

struct stat;

namespace roster {

/// The first pass over a folder: names and what the file system says of them, without opening any
/// file. What has the same (device, inode) is one backup.
class BackupEntries
{
public:
    explicit BackupEntries(Progress &progress) : m_progress(progress) {}

    Result<void> readFolder(const QString &folder, BackupSlot slot);
    Result<void> readSingle(const QString &path);
    /// A folder or file within a container.
    Result<void> readContainer(const DockerPath &path);
    /// Whether something that may be a manifest lies beside one of its names.
    bool hasManifest(const BackupFile &file) const;

    QList<BackupFile> files;
    QList<BackupListing::Leftover> leftovers;
    QStringList notes;

private:
    void add(int folder, const QString &path, BackupSlot slot);
    void addFile(const QString &path, BackupSlot slot, const std::optional<BackupName> &name,
                 const struct stat &found);
    void addContained(const DockerPath &folder, const DockerClient::Entry &entry);
    void addLeftover(int folder, const QString &path);

    Progress &m_progress;
    QHash<std::pair<quint64, quint64>, qsizetype> m_byInode;
    QSet<QString> m_manifests;
};

}  // namespace roster

#endif
