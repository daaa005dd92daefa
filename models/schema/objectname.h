// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_OBJECTNAME_H
#define ROSTER_SCHEMA_OBJECTNAME_H

#include <QString>

namespace roster {

/// The name PostgreSQL itself gives an object (`players_name_key`, `users_player_id_fkey`): the
/// parts and the label joined by `_`, the longer part shortened until all fits into 63 bytes
/// (makeObjectName() in its defrem code). `columns` may be empty.
QString objectName(const QString &table, const QString &columns, const QString &label);

/// The name of an index as SQLAlchemy gives it: `ix_<table>_<column>`.
QString indexName(const QString &table, const QString &column);

}  // namespace roster

#endif
