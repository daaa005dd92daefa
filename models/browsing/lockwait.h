// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_LOCKWAIT_H
#define ROSTER_BROWSING_LOCKWAIT_H

#include "models/core/result.h"
#include "models/database/session.h"

#include <QString>

namespace roster {

/// SQLSTATE of a lock that did not come free within lock_timeout.
inline constexpr QLatin1StringView lockNotAvailable("55P03");

/// For the rest of the transaction: no lock is waited for longer than five seconds, unless role,
/// database or session have a limit of their own. Returns the backend's process id.
Result<int> limitLockWait(Session &session);

/// What a person reads of a commit that ran into a lock. `blockers`: who holds it; may be empty.
Error lockedError(Error error, const QString &table, const QString &blockers);

}  // namespace roster

#endif
