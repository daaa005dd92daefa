// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPERROR_H
#define ROSTER_DUMP_DUMPERROR_H

#include "models/core/error.h"

#include <QCoreApplication>

namespace roster {

/// The context of what this folder says to people.
struct DumpMessages
{
    Q_DECLARE_TR_FUNCTIONS(Dump)
};

/// The error for work with a dump that failed with `errno` `reason`.
Error dumpFileError(const QString &path, int reason);
/// It is no dump, or none that can be read: InvalidInput.
Error noDump(const QString &message, const QString &hint);
/// It ends before its end; `packing` is what it is packed by, empty for an archive of pg_dump's.
Error truncatedDump(const QString &name, const QString &packing);
/// What it is packed by does not add up.
Error damagedDump(const QString &name, const QString &packing);
/// Somebody wrote to it while it was read.
Error dumpWrittenTo(const QString &path);
/// A line of its text that is not to be run: Refused.
Error refusedLine(qint64 line, const QString &what);
/// A warning: bytes after the end of what it is packed by.
QString trailingJunk(const QString &name, const QString &packing, qint64 bytes);

}  // namespace roster

#endif
