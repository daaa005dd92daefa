// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_COLUMN_H
#define ROSTER_SCHEMA_COLUMN_H

#include "models/schema/attributes.h"
#include "models/schema/condition.h"

#include <QStringList>

#include <concepts>
#include <type_traits>

namespace roster {

/// A column's value may be compared with a V: the same type, or text for text, number for number.
template <class T, class V>
concept ComparableWith =
    std::same_as<std::remove_cvref_t<V>, T>
    || (std::same_as<T, QString> && std::constructible_from<QString, V>
        && !std::is_arithmetic_v<std::remove_cvref_t<V>>)
    || (SqlType<T>::kind == TypeKind::Integer
        && std::integral<std::remove_cvref_t<V>> && !std::same_as<std::remove_cvref_t<V>, bool>)
    || (std::floating_point<T> && std::is_arithmetic_v<std::remove_cvref_t<V>>
        && !std::same_as<std::remove_cvref_t<V>, bool>);

/// One column of a declaration instantiated with columns: its name and type are in the type, its
/// default is the initializer in the braces. Comparisons give conditions, asc() and desc() orders.
template <Name ColumnName, class T, class... Attributes>
class Column
{
    static_assert(SqlTyped<T>, "no PostgreSQL type is known for this C++ type");
    static_assert(FittingAttributes<T, Attributes...>,
                  "an attribute does not fit the column's type");

public:
    using Type = T;
    using Plain = typename Nullable<T>::Inner;  ///< without the std::optional

    constexpr Column() = default;
    /// `level{1}`: the row made from the same declaration holds the value itself.
    template <class V>
        requires std::constructible_from<T, const V &>
    constexpr explicit Column(const V &)
        : m_default(std::same_as<V, UtcNow> ? ClientDefault::Kind::UtcNow
                                            : ClientDefault::Kind::Value)
    {
    }

    static QString name() { return ColumnName.toString(); }
    constexpr ClientDefault::Kind defaultKind() const { return m_default; }
    /// Lets each attribute do its part, in the order they stand in.
    static void applyAttributes(TableSchema &table, ColumnSchema &column)
    {
        (Attributes::apply(table, column), ...);
    }

    template <class V>
        requires ComparableWith<Plain, V>
    Condition operator==(const V &value) const
    {
        return compare(QStringLiteral("="), value);
    }
    template <class V>
        requires ComparableWith<Plain, V>
    Condition operator!=(const V &value) const
    {
        return compare(QStringLiteral("<>"), value);
    }
    template <class V>
        requires ComparableWith<Plain, V>
    Condition operator<(const V &value) const
    {
        return compare(QStringLiteral("<"), value);
    }
    template <class V>
        requires ComparableWith<Plain, V>
    Condition operator<=(const V &value) const
    {
        return compare(QStringLiteral("<="), value);
    }
    template <class V>
        requires ComparableWith<Plain, V>
    Condition operator>(const V &value) const
    {
        return compare(QStringLiteral(">"), value);
    }
    template <class V>
        requires ComparableWith<Plain, V>
    Condition operator>=(const V &value) const
    {
        return compare(QStringLiteral(">="), value);
    }

    Condition isNull() const
        requires Nullable<T>::value
    {
        return Condition::plain(quoted(name()) + QStringLiteral(" IS NULL"));
    }
    Condition isNotNull() const
        requires Nullable<T>::value
    {
        return Condition::plain(quoted(name()) + QStringLiteral(" IS NOT NULL"));
    }
    Condition in(const QList<Plain> &values) const
    {
        return Condition::anyOf(quoted(name()), SqlType<QList<Plain>>::write(values));
    }
    /// SQL's LIKE: `%` any characters, `_` one.
    Condition like(const QString &pattern) const
        requires std::same_as<Plain, QString>
    {
        return Condition::compare(quoted(name()), QStringLiteral("LIKE"), pattern.toUtf8());
    }

    /// For orders and indexes; NULL comes last, as PostgreSQL has it.
    IndexColumn asc() const { return {.column = name()}; }
    /// NULL comes first, as PostgreSQL has it.
    IndexColumn desc() const { return {.column = name(), .descending = true, .nullsFirst = true}; }

private:
    template <class V>
    static SqlValue sqlValue(const V &value)
    {
        if constexpr (std::same_as<V, Plain>)
            return SqlType<Plain>::write(value);
        else if constexpr (std::same_as<Plain, QString>)
            return QString(value).toUtf8();
        else if constexpr (std::integral<V>)
            return QByteArray::number(value);
        else
            return SqlType<double>::write(double(value));
    }
    template <class V>
    static Condition compare(const QString &operation, const V &value)
    {
        return Condition::compare(quoted(name()), operation, sqlValue(value));
    }

    ClientDefault::Kind m_default = ClientDefault::Kind::None;
};

/// A declaration instantiated with values is a plain row.
template <Name, class T, class...>
using Value = T;

}  // namespace roster

#endif
