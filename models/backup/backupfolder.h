// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPFOLDER_H
#define ROSTER_BACKUP_BACKUPFOLDER_H

#include "models/backup/backupfile.h"
#include "models/core/progress.h"
#include "models/core/result.h"

#include <functional>

namespace roster {

/// What was found in a folder of backups.
struct BackupListing
{
    /// A file that was being written, or what a killed run left of it.
    struct Leftover
    {
        QString path;
        qint64 size = 0;
        QDateTime modified;
        bool isBeingWritten = false;
    };

    QString folder;
    QList<BackupFile> files;  ///< newest first
    QList<Leftover> leftovers;
    QStringList notes;      ///< what was passed over and why, in words
    bool hasSlots = false;  ///< last, daily, weekly, monthly
};

/// Lists a folder of backups: those of docker-postgres-backup-local, Roster's own, or a plain
/// folder of dumps. Formats are told by bytes, never by names; a file that has several names is
/// listed once. Nothing is changed, nothing is read but first and last bytes and what lies beside.
class BackupFolder
{
public:
    /// Backups in the order of the result, some hundred at once; false stops.
    using Piece = std::function<bool(const QList<BackupFile> &)>;

    /// Where Roster's own go unless told otherwise: $XDG_DATA_HOME/roster/backups.
    static QString standard();

    /// `path`: a folder, one of its four, one file, or one directory dump; a folder or file within
    /// a running container (DockerPath), of which nothing is read but names, sizes and times.
    /// Errors: those of DockerClient; NotFound, Permission, System; Cancelled.
    static Result<BackupListing> list(const QString &path, Progress &progress,
                                      const Piece &piece = {});
};

}  // namespace roster

#endif
