// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTORETARGET_H
#define ROSTER_RESTORE_RESTORETARGET_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/connectionprofile.h"

namespace roster {

/// What is known of the live database before anybody chose what to do with it.
struct RestoreTarget
{
    Environment environment = Environment::Unknown;  ///< as the guards see it
    bool canCreate = false;                          ///< databases
    QString role;                                    ///< that is connected

    /// Errors: those of Session::open and query.
    static Result<RestoreTarget> read(const ConnectionProfile &profile, Progress &progress);
};

}  // namespace roster

#endif
