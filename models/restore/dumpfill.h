// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DUMPFILL_H
#define ROSTER_RESTORE_DUMPFILL_H

#include "models/database/localpaths.h"
#include "models/dump/dumpfile.h"
#include "models/restore/restorerequest.h"

namespace roster {

/// What reading a dump to its end showed: that it is whole, and what it asks of a server.
struct DumpScan
{
    DumpNeeds needs;
    QMap<LoadReport::TableKey, qint64> rows;  ///< of COPY blocks
    QStringList schemas;                      ///< that it makes or fills
    qint64 statements = 0;
    QStringList warnings;
    std::shared_ptr<const DumpBuilds> builds;  ///< for fillFromDump()
};

/// Reads all of it. `binaries` as DumpText has them. Errors: those of SqlDumpReader, Cancelled.
Result<DumpScan> scanDump(const DumpFile &file, Progress &progress,
                          const QStringList &binaries = LocalPaths::standard().binaries);

/// Restores that file. `file` stays the same one, whatever happens to its name. `builds`: as its
/// scan found them, so that they need not wait for all rows.
DatabaseFill fillFromDump(const DumpFile &file,
                          const QStringList &binaries = LocalPaths::standard().binaries,
                          const std::shared_ptr<const DumpBuilds> &builds = {});

}  // namespace roster

#endif
