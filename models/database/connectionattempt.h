// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CONNECTIONATTEMPT_H
#define ROSTER_DATABASE_CONNECTIONATTEMPT_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/connectionprofile.h"

#include <QString>

namespace roster {

/// Opens a QPSQL connection. What libpq does meanwhile (host name, TCP, TLS, log-in) blocks, and
/// nothing can interrupt it: a host that drops packets holds it until connect_timeout. So it runs
/// on a thread of its own, which is left to itself where the caller is cancelled.
class ConnectionAttempt
{
public:
    /// The name of an open QSqlDatabase that belongs to the calling thread. Without `progress` it
    /// cannot be cancelled. Errors: as Session::open.
    static Result<QString> open(const ConnectionProfile &profile, const Progress *progress);

    /// Whether a thread still waits for a host that nobody asks for any more. A program that ends
    /// now must not run the destructors of what that thread uses: it ends by _exit().
    static bool anyAbandoned();
};

}  // namespace roster

#endif
