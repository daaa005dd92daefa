// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_CONDITION_H
#define ROSTER_SCHEMA_CONDITION_H

#include "models/database/session.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

/// A condition of a typed query: `players.level >= 10 && !players.name.like(u"a%"_s)`. SQL text
/// with its values beside it, never inside.
class Condition
{
public:
    /// Always true.
    Condition() = default;
    /// `column` (quoted), then an operator, then the value.
    static Condition compare(const QString &column, const QString &operation,
                             const SqlValue &value);
    /// `column` (quoted) equals one element of `array`.
    static Condition anyOf(const QString &column, const SqlValue &array);
    /// SQL without values: `"a" IS NULL`.
    static Condition plain(const QString &sql);

    bool isEmpty() const { return m_parts.isEmpty(); }
    /// The text with $1, $2 … counted from behind `values`, to which its own are appended.
    QString render(QList<SqlValue> &values) const;
    /// The text with the values as literals, for a partial index or a person.
    QString toText() const;

    friend Condition operator&&(const Condition &left, const Condition &right);
    friend Condition operator||(const Condition &left, const Condition &right);
    friend Condition operator!(const Condition &condition);

private:
    enum class Kind { Single, And, Or };
    static Condition joined(const Condition &left, const Condition &right, Kind kind);
    /// In parentheses.
    Condition wrapped(const QString &before) const;

    QStringList m_parts;  ///< the text, cut where a value stands: one more than values
    QList<SqlValue> m_values;
    Kind m_kind = Kind::Single;
};

}  // namespace roster

#endif
