// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DUMP_DUMPTEXT_H
#define ROSTER_DUMP_DUMPTEXT_H

#include "models/core/progress.h"
#include "models/dump/dumpfile.h"

namespace roster {

/// The plain SQL of a dump of any format, from its first byte to its last. At its end the whole
/// file was right. Errors also: what pg_restore said (InvalidInput), Cancelled.
class DumpText : public ByteSource
{
public:
    /// `binaries`: folders in which an archive's pg_restore is looked for (those of LocalPaths).
    /// `progress` must outlive it; reading ends when it is cancelled. Read and let it go on the
    /// thread that opened it. Errors: NotFound where no pg_restore is new enough; System.
    static Result<std::unique_ptr<DumpText>> open(const DumpFile &file, const QStringList &binaries,
                                                  Progress &progress);
};

}  // namespace roster

#endif
