// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_REFUSALSTATE_H
#define ROSTER_DATABASE_REFUSALSTATE_H

#include "models/database/connectionprofile.h"

#include <QString>

namespace roster {

/// The SQLSTATE with which a server refuses this connection, by asking it once more; empty where it
/// gives none within a few seconds. QPSQL has libpq's text only, which is in the server's language.
QString askRefusalState(const ConnectionProfile &profile);

}  // namespace roster

#endif
