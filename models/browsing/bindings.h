// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_BINDINGS_H
#define ROSTER_BROWSING_BINDINGS_H

#include "models/database/session.h"

#include <QList>
#include <QString>

namespace roster {

/// The values of a statement that is being made from pieces, in the order of their placeholders.
class Bindings
{
public:
    /// Placeholders for what is executed, literals for what people read.
    enum class Style { Placeholders, Literals };

    explicit Bindings(Style style = Style::Placeholders) : m_style(style) {}

    /// `$3::type`, or `'text'::type`.
    QString add(const SqlValue &value, const QString &type);
    const QList<SqlValue> &values() const { return m_values; }

private:
    Style m_style;
    QList<SqlValue> m_values;
};

/// The type without its length or precision: a cast to `varchar(3)` or `numeric(4,1)` would change
/// the value that is compared.
QString withoutModifier(const QString &type);

}  // namespace roster

#endif
