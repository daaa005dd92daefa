// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPVERIFICATION_H
#define ROSTER_BACKUP_BACKUPVERIFICATION_H

#include "models/core/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace roster {

/// How far a backup was looked into, and when: kept beside it as `NAME.verified.json`. It only
/// counts for the file it was said of: size and time of its last change are part of it.
struct BackupVerification
{
    enum class Level {
        None,
        Bytes,     ///< it is there, of a known kind, as large as it should be
        Checksum,  ///< read to its end: checksum of the manifest, or of its packing; end marker
        Full,      ///< all of it unpacked and read as a dump
        Drill,     ///< restored into a side database, checked, dropped
    };

    Level level = Level::None;
    QDateTime at;         ///< UTC
    qint64 size = 0;      ///< of the file then
    qint64 modified = 0;  ///< its last change then, nanoseconds since 1970
    QString note;         ///< what people should know beside the level

    static QString levelName(Level level);
    /// As JSON has it: `bytes`, `checksum`, `full`, `drill`.
    static QString levelWord(Level level);

    /// Nothing where there is none, or it was said of another file.
    static std::optional<BackupVerification> readBeside(const QString &backup, qint64 size,
                                                        qint64 modified);
    /// Errors: Permission, System.
    Result<void> writeBeside(const QString &backup) const;
    static QString pathFor(const QString &backup);
};

}  // namespace roster

#endif
