// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_FINDRELATION_H
#define ROSTER_APP_COMMANDS_FINDRELATION_H

#include "models/core/result.h"
#include "models/schema/tableschema.h"

#include <QString>

namespace roster {

class Session;

/// The table or view that was typed: NAME as the search path finds it, or SCHEMA.NAME. NotFound.
Result<TableName> findRelation(Session &session, const QString &typed);

}  // namespace roster

#endif
