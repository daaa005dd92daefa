// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_RESTOREPROGRAM_H
#define ROSTER_DUMP_RESTOREPROGRAM_H

#include "models/core/result.h"
#include "models/dump/archiveversion.h"

#include <QStringList>

namespace roster {

/// A pg_restore that reads an archive: the oldest one that does, since a newer one writes more that
/// old servers do not know.
struct RestoreProgram
{
    QString path;
    QString version;  ///< "15.9"

    /// NotFound, with the package that has it, where none of `folders` holds one that is new
    /// enough. `name`: the archive's, for the message.
    static Result<RestoreProgram> fitting(const ArchiveVersion &archive, const QString &name,
                                          const QStringList &folders);

    int major() const { return version.section(u'.', 0, 0).toInt(); }
};

}  // namespace roster

#endif
