// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CONNECTIONERROR_H
#define ROSTER_DATABASE_CONNECTIONERROR_H

#include "models/core/error.h"
#include "models/database/connectionprofile.h"

namespace roster {

/// Why a connection could not be opened, from libpq's text. libpq's own words are English (main
/// sees to it), a server's may be in any language: then `sqlState` tells.
Error connectionError(const QString &libpqText, const ConnectionProfile &profile,
                      const QString &sqlState = {});

/// Whether the text alone tells the reason.
bool isKnownConnectionText(const QString &libpqText);

}  // namespace roster

#endif
