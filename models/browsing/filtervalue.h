// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_FILTERVALUE_H
#define ROSTER_BROWSING_FILTERVALUE_H

#include "models/schema/tableschema.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace roster {

// What a person typed as a value of some type, as the server reads it; nullopt: it is none.
std::optional<QByteArray> numberValue(TypeKind kind, const QString &text);
std::optional<QByteArray> booleanValue(const QString &text);
std::optional<QByteArray> uuidValue(const QString &text);

/// The type that such a value is cast to. Whole numbers compare as bigint, which the indexes of the
/// smaller types serve and which no typed number overflows.
QString comparedType(const ColumnSchema &column);

/// The column for LIKE and ILIKE, which refuse non-deterministic collations; the database's own
/// never is one.
QString likable(const QString &name, const ColumnSchema &column);

/// The expression's value as the grid has it, NULL for NULL. A cast to text writes some types in
/// another way: `true` for `t`, `10.0.0.1/32` for `10.0.0.1`, a char without its last blanks.
QString asWritten(const QString &expression, const ColumnSchema &column);

/// `%`, `_` and `\` stand for themselves.
QString likeEscaped(const QString &text);

}  // namespace roster

#endif
