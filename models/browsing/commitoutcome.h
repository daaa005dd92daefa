// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_COMMITOUTCOME_H
#define ROSTER_BROWSING_COMMITOUTCOME_H

#include "models/database/session.h"

namespace roster {

/// What became of a transaction whose COMMIT was never answered.
enum class CommitOutcome {
    Committed,
    RolledBack,
    InProgress,  ///< the server still works at it
    Unknown,     ///< too long ago for the server to remember
};

/// The number of the transaction that is open, as text; made if it has none yet.
Result<QString> currentTransaction(Session &session);
/// By that number, on any session of the same server.
Result<CommitOutcome> outcomeOf(Session &session, const QString &transaction);
/// The same on a session of its own, waiting a few seconds for the server to be there again and to
/// have made up its mind. Errors: Connection, and those of the server.
Result<CommitOutcome> findOutcome(const ConnectionProfile &profile, const QString &transaction);

}  // namespace roster

#endif
