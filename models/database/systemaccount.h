// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_SYSTEMACCOUNT_H
#define ROSTER_DATABASE_SYSTEMACCOUNT_H

#include "models/core/result.h"

#include <QString>

#include <sys/types.h>

namespace roster {

/// The system account that runs the local server and owns its files.
struct SystemAccount
{
    uid_t user = 0;
    gid_t group = 0;
    bool isCaller = true;  ///< no change of identity is needed

    /// By name; the empty name is the caller. NotFound where there is no such account.
    static Result<SystemAccount> named(const QString &name);
};

/// What people call it: its name, or its number where it has none.
QString accountName(uid_t user);

}  // namespace roster

#endif
