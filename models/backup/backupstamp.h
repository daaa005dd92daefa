// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPSTAMP_H
#define ROSTER_BACKUP_BACKUPSTAMP_H

#include <QDateTime>
#include <QString>

#include <optional>

namespace roster {

/// The folder a backup lies in; it decides how the stamp in its name is read.
enum class BackupSlot { Last, Daily, Weekly, Monthly, Flat };

/// `last`, `daily`, `weekly`, `monthly`; empty for Flat.
QString slotFolder(BackupSlot slot);
/// What people call it.
QString slotName(BackupSlot slot);

/// The span of time that a name's stamp stands for, as written: whoever made it used a clock of its
/// own (a container's), without a zone. `begin` and `end` are marked UTC and mean no zone at all.
struct BackupStamp
{
    QString text;     ///< `20261122-031500`, `20261122`, `202647` (ISO week), `202611`
    QDateTime begin;  ///< first moment
    QDateTime end;    ///< first moment after it
    bool isWeek = false;
};

/// `DATABASE-STAMP.SUFFIX` taken apart from the right, since database names hold `-`, too.
struct BackupName
{
    QString database;
    BackupStamp stamp;
    QString suffix;  ///< `.sql.gz`, with its dot; may be empty

    /// Nothing where the name has no stamp of that slot. Flat takes any of the four forms; six
    /// digits are a month where they can be one.
    static std::optional<BackupName> parse(const QString &fileName, BackupSlot slot);
    /// Whether it is the name of the pointer to the newest one, `DATABASE-latest.SUFFIX`.
    static bool isLatest(const QString &fileName);
    /// The same in the other direction: what a backup made at that moment is called there.
    static QString stampFor(const QDateTime &moment, BackupSlot slot);
    /// A database's name as the first part of a file's: `/`, control characters, `%` and a leading
    /// dot or dash are percent-encoded.
    static QString encoded(const QString &database);
    static QString decoded(const QString &name);
};

}  // namespace roster

#endif
