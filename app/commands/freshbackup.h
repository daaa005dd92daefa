// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_FRESHBACKUP_H
#define ROSTER_APP_COMMANDS_FRESHBACKUP_H

#include "models/core/result.h"

#include <QString>

namespace roster {

class Context;

/// The name of a backup of `database` that was read to its end and is younger than an hour, in the
/// folder of --backups or the usual one; empty: there is none. Errors: those of the folder.
Result<QString> freshBackup(Context &context, const QString &database);

}  // namespace roster

#endif
