// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DUMPLOADING_H
#define ROSTER_RESTORE_DUMPLOADING_H

#include "models/dump/sqldumpreader.h"
#include "models/restore/dumploader.h"

namespace roster {

/// Gives one piece of a dump to the server. Errors: those of DumpLoader; InvalidInput where the
/// server reads strings otherwise from here on than the reader does.
Result<void> loadItem(DumpLoader &loader, const SqlDumpItem &item);

}  // namespace roster

#endif
