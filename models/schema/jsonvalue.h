// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_JSONVALUE_H
#define ROSTER_SCHEMA_JSONVALUE_H

#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QByteArray>
#include <QJsonValue>

namespace roster {

/// A cell's text as JSON. Booleans and numbers are themselves; `numeric` is a string, since readers
/// of JSON numbers round (Python's pydantic writes Decimal so, too); so are NaN and ±Infinity.
/// Timestamps are as Python's isoformat writes them (infinity and years it cannot hold:
/// PostgreSQL's words); json is itself; arrays are arrays; bytea is its `\x…` text; NULL is null.
QJsonValue jsonValue(const ColumnSchema &column, const SqlValue &value);
QJsonValue jsonValue(TypeKind kind, const QString &elementType, const SqlValue &value);

/// The same as JSON text, without building a QJsonValue where the text is at hand: for streams.
/// json keeps its spelling and its digits here.
QByteArray jsonText(const ColumnSchema &column, const SqlValue &value);

/// The kind of a type by its format_type() name, typmod or not; Other for what is not built in.
TypeKind kindOfType(const QString &typeName);

}  // namespace roster

#endif
