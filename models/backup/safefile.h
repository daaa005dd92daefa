// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_SAFEFILE_H
#define ROSTER_BACKUP_SAFEFILE_H

#include "models/core/filedescriptor.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QString>

namespace roster {

/// The error for work in a backup folder that failed with `errno` `reason`.
Error backupFileError(const QString &path, int reason);

/// Writes a small file whole or not at all: temporary beside it, fsync, rename. Replaces.
Result<void> writeDurably(const QString &path, const QByteArray &content);

/// The name under which a file is written until it is whole: `.NAME.part-<random>`.
QString partName(const QString &name);
/// Whether it is such a name; `name` gets what it was to become.
bool isPartName(const QString &fileName, QString *name = nullptr);

}  // namespace roster

#endif
