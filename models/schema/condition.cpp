// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/condition.h"

using namespace Qt::StringLiterals;

namespace roster {

Condition Condition::compare(const QString &column, const QString &operation, const SqlValue &value)
{
    Condition condition;
    condition.m_parts = {column + u' ' + operation + u' ', QString()};
    condition.m_values = {value};
    return condition;
}

Condition Condition::anyOf(const QString &column, const SqlValue &array)
{
    Condition condition;
    condition.m_parts = {column + u" = ANY ("_s, u")"_s};
    condition.m_values = {array};
    return condition;
}

Condition Condition::plain(const QString &sql)
{
    Condition condition;
    condition.m_parts = {sql};
    return condition;
}

QString Condition::render(QList<SqlValue> &values) const
{
    QString sql = m_parts.value(0);
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        values.append(m_values.at(i));
        sql += u'$' + QString::number(values.size()) + m_parts.at(i + 1);
    }
    return sql;
}

QString Condition::toText() const
{
    QString sql = m_parts.value(0);
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const SqlValue &value = m_values.at(i);
        sql += (value ? literal(QString::fromUtf8(*value)) : u"NULL"_s) + m_parts.at(i + 1);
    }
    return sql;
}

Condition Condition::wrapped(const QString &before) const
{
    Condition condition = *this;
    condition.m_parts.first().prepend(before + u'(');
    condition.m_parts.last().append(u')');
    condition.m_kind = Kind::Single;
    return condition;
}

Condition Condition::joined(const Condition &left, const Condition &right, Kind kind)
{
    if (left.isEmpty() || right.isEmpty())
        return left.isEmpty() ? right : left;
    const auto fitting = [kind](const Condition &side) {
        return side.m_kind == Kind::Single || side.m_kind == kind ? side : side.wrapped({});
    };
    Condition condition = fitting(left);
    const Condition other = fitting(right);
    condition.m_parts.last() +=
        (kind == Kind::And ? u" AND "_s : u" OR "_s) + other.m_parts.first();
    condition.m_parts += other.m_parts.sliced(1);
    condition.m_values += other.m_values;
    condition.m_kind = kind;
    return condition;
}

Condition operator&&(const Condition &left, const Condition &right)
{
    return Condition::joined(left, right, Condition::Kind::And);
}

Condition operator||(const Condition &left, const Condition &right)
{
    // "Always true" swallows the other side.
    if (left.isEmpty() || right.isEmpty())
        return {};
    return Condition::joined(left, right, Condition::Kind::Or);
}

Condition operator!(const Condition &condition)
{
    return condition.isEmpty() ? Condition::plain(u"false"_s) : condition.wrapped(u"NOT "_s);
}

}  // namespace roster
