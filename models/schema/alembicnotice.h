// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_ALEMBICNOTICE_H
#define ROSTER_SCHEMA_ALEMBICNOTICE_H

#include "models/core/result.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>

namespace roster {

class Session;

/// What a person must know who makes or fills `tables` in a database that a backend's Alembic looks
/// after: that its next autogenerate proposes to drop the optional ones among them. Empty where
/// none is optional, or the database's first revision is Roster's own. Only reads; errors: those of
/// Session::query.
Result<QString> alembicNotice(Session &session, const QList<TableName> &tables);

}  // namespace roster

#endif
