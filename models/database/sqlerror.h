// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_SQLERROR_H
#define ROSTER_DATABASE_SQLERROR_H

#include "models/core/error.h"

#include <libpq-fe.h>

namespace roster {

/// The one place where the driver's errors become ours.
/// `cancelled`: the job that ran it was asked to stop (SQLSTATE 57014 alone cannot tell a cancel
/// from statement_timeout).
Error errorOf(const PGresult *result, const PGconn *connection, const QString &statement,
              bool cancelled);

}  // namespace roster

#endif
