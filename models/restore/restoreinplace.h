// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTOREINPLACE_H
#define ROSTER_RESTORE_RESTOREINPLACE_H

#include "models/restore/restorerequest.h"

namespace roster {

/// The way out where no second database can be made: everything in one transaction of the live one.
/// What the schemas of the dump hold is dropped, the dump is run as the connected role, checked,
/// and only then committed.
class RestoreInPlace
{
public:
    /// What people must know before: no undo, others wait, thousands of tables do not fit.
    static QStringList limits();

    /// `schemas`: those the dump makes or fills. Errors: as RestoreRun::prepare and finish; all is
    /// rolled back then. Connection where the commit's outcome is not known, and how to find out.
    static Result<RestoreReceipt> run(const RestoreRequest &request, const QStringList &schemas,
                                      const QString &typedName, Progress &progress);
};

}  // namespace roster

#endif
