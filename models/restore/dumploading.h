// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DUMPLOADING_H
#define ROSTER_RESTORE_DUMPLOADING_H

#include "models/restore/dumploader.h"
#include "models/dump/sqldumpreader.h"

namespace roster {

/// Gives one piece of a dump to the server. Errors: those of DumpLoader; InvalidInput where the
/// server reads strings otherwise from here on than the reader does.
Result<void> loadItem(DumpLoader &loader, const SqlDumpItem &item);

/// Gives it all that is left, up to the end. Progress: bytes of the file. Errors: also those of the
/// reader, Cancelled.
Result<LoadReport> loadAll(DumpLoader &loader, SqlDumpReader &reader, Progress &progress);

}  // namespace roster

#endif
