// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_SQLTYPE_H
#define ROSTER_SCHEMA_SQLTYPE_H

#include "models/database/session.h"
#include "models/schema/arraytext.h"
#include "models/schema/date.h"
#include "models/schema/decimal.h"
#include "models/schema/json.h"
#include "models/schema/tableschema.h"
#include "models/schema/time.h"
#include "models/schema/timestamp.h"
#include "models/schema/timestamptz.h"

#include <QUuid>

#include <concepts>
#include <iterator>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace roster {

/// Names a C++ enum's type in PostgreSQL (lower case, no blanks); an enumerator's number is its
/// label's place:
///
///     template <> struct roster::EnumType<Rank> {
///         static constexpr auto name = "rank";
///         static constexpr const char *labels[] = {"recruit", "veteran"};
///     };
template <class E>
struct EnumType;

template <class E>
concept DeclaredEnum = std::is_enum_v<E> && requires {
    EnumType<E>::name;
    EnumType<E>::labels;
};

/// How a C++ type stands in a column: its PostgreSQL name (as format_type() writes it), its kind,
/// and its text form both ways. `read` gives nothing for a text that is no such value.
template <class T>
struct SqlType;

template <class T, TypeKind Kind>
struct SqlIntegral
{
    static constexpr TypeKind kind = Kind;
    static SqlValue write(T value) { return QByteArray::number(qlonglong(value)); }
    static std::optional<T> read(QByteArrayView text)
    {
        bool ok = false;
        const qlonglong value = text.toLongLong(&ok);
        return ok && std::in_range<T>(value) ? std::optional(T(value)) : std::nullopt;
    }
};

template <>
struct SqlType<qint16> : SqlIntegral<qint16, TypeKind::Integer>
{
    static QString name() { return QStringLiteral("smallint"); }
};

template <>
struct SqlType<int> : SqlIntegral<int, TypeKind::Integer>
{
    static QString name() { return QStringLiteral("integer"); }
};

template <>
struct SqlType<qint64> : SqlIntegral<qint64, TypeKind::Integer>
{
    static QString name() { return QStringLiteral("bigint"); }
};

template <class T>
struct SqlFloating
{
    static constexpr TypeKind kind = TypeKind::Float;
    static SqlValue write(T value)
    {
        if (qIsNaN(value))
            return "NaN";
        if (qIsInf(value))
            return value > 0 ? "Infinity" : "-Infinity";
        return QByteArray::number(value, 'g', std::numeric_limits<T>::max_digits10);
    }
    static std::optional<T> read(QByteArrayView text)
    {
        if (text == "NaN")
            return std::numeric_limits<T>::quiet_NaN();
        if (text == "Infinity" || text == "-Infinity") {
            return text.startsWith('-') ? -std::numeric_limits<T>::infinity()
                                        : std::numeric_limits<T>::infinity();
        }
        bool ok = false;
        const double value = text.toDouble(&ok);
        return ok ? std::optional(T(value)) : std::nullopt;
    }
};

template <>
struct SqlType<float> : SqlFloating<float>
{
    static QString name() { return QStringLiteral("real"); }
};

template <>
struct SqlType<double> : SqlFloating<double>
{
    static QString name() { return QStringLiteral("double precision"); }
};

template <>
struct SqlType<bool>
{
    static constexpr TypeKind kind = TypeKind::Boolean;
    static QString name() { return QStringLiteral("boolean"); }
    static SqlValue write(bool value) { return value ? "t" : "f"; }
    static std::optional<bool> read(QByteArrayView text)
    {
        return text == "t" || text == "f" ? std::optional(text == "t") : std::nullopt;
    }
};

template <>
struct SqlType<QString>
{
    static constexpr TypeKind kind = TypeKind::Text;
    static QString name() { return QStringLiteral("text"); }
    static SqlValue write(const QString &value) { return value.toUtf8(); }
    static std::optional<QString> read(QByteArrayView text) { return QString::fromUtf8(text); }
};

template <>
struct SqlType<QByteArray>
{
    static constexpr TypeKind kind = TypeKind::Bytes;
    static QString name() { return QStringLiteral("bytea"); }
    static SqlValue write(const QByteArray &value) { return "\\x" + value.toHex(); }
    static std::optional<QByteArray> read(QByteArrayView text)
    {
        if (!text.startsWith("\\x"))
            return {};
        return QByteArray::fromHex(text.sliced(2).toByteArray());
    }
};

/// Types of ours that write and read themselves.
template <class T, TypeKind Kind>
struct SqlSelfWritten
{
    static constexpr TypeKind kind = Kind;
    static SqlValue write(const T &value) { return value.toText(); }
    static std::optional<T> read(QByteArrayView text) { return T::fromText(text); }
};

template <>
struct SqlType<Timestamp> : SqlSelfWritten<Timestamp, TypeKind::Timestamp>
{
    static QString name() { return QStringLiteral("timestamp without time zone"); }
};

template <>
struct SqlType<TimestampTz> : SqlSelfWritten<TimestampTz, TypeKind::TimestampTz>
{
    static QString name() { return QStringLiteral("timestamp with time zone"); }
};

template <>
struct SqlType<Date> : SqlSelfWritten<Date, TypeKind::Date>
{
    static QString name() { return QStringLiteral("date"); }
};

template <>
struct SqlType<Time> : SqlSelfWritten<Time, TypeKind::Time>
{
    static QString name() { return QStringLiteral("time without time zone"); }
};

template <>
struct SqlType<QUuid>
{
    static constexpr TypeKind kind = TypeKind::Uuid;
    static QString name() { return QStringLiteral("uuid"); }
    static SqlValue write(const QUuid &value) { return value.toByteArray(QUuid::WithoutBraces); }
    static std::optional<QUuid> read(QByteArrayView text)
    {
        const QUuid value = QUuid::fromString(QLatin1String(text.data(), text.size()));
        // The null UUID is a value like any other, but also what fromString() answers to nonsense.
        if (value.isNull() && text != "00000000-0000-0000-0000-000000000000")
            return {};
        return value;
    }
};

template <class T, TypeKind Kind>
struct SqlVerbatim
{
    static constexpr TypeKind kind = Kind;
    static SqlValue write(const T &value) { return value.text; }
    static std::optional<T> read(QByteArrayView text) { return T{text.toByteArray()}; }
};

template <>
struct SqlType<Json> : SqlVerbatim<Json, TypeKind::Json>
{
    static QString name() { return QStringLiteral("jsonb"); }
};

template <>
struct SqlType<Decimal> : SqlVerbatim<Decimal, TypeKind::Numeric>
{
    static QString name() { return QStringLiteral("numeric"); }
};

template <DeclaredEnum E>
struct SqlType<E>
{
    static constexpr TypeKind kind = TypeKind::Enum;
    static QString name() { return QString::fromUtf8(EnumType<E>::name); }
    static SqlValue write(E value) { return QByteArray(EnumType<E>::labels[std::size_t(value)]); }
    static std::optional<E> read(QByteArrayView text)
    {
        for (std::size_t i = 0; i < std::size(EnumType<E>::labels); ++i) {
            if (text == EnumType<E>::labels[i])
                return E(i);
        }
        return {};
    }
};

template <class T>
struct SqlType<QList<T>>
{
    static constexpr TypeKind kind = TypeKind::Array;
    static QString name() { return SqlType<T>::name() + QStringLiteral("[]"); }
    static SqlValue write(const QList<T> &values)
    {
        QList<SqlValue> elements;
        for (const T &value : values)
            elements.append(SqlType<T>::write(value));
        return arrayText(elements);
    }
    static std::optional<QList<T>> read(QByteArrayView text);
};

/// A column that may be NULL.
template <class T>
struct SqlType<std::optional<T>>
{
    static constexpr TypeKind kind = SqlType<T>::kind;
    static QString name() { return SqlType<T>::name(); }
    static SqlValue write(const std::optional<T> &value)
    {
        return value ? SqlType<T>::write(*value) : SqlValue();
    }
};

template <class T>
struct Nullable : std::false_type
{
    using Inner = T;
};
template <class T>
struct Nullable<std::optional<T>> : std::true_type
{
    using Inner = T;
};
template <class T>
struct IsList : std::false_type
{
};
template <class T>
struct IsList<QList<T>> : std::true_type
{
    using Element = T;
};

/// A C++ type that a column may have.
template <class T>
concept SqlTyped = requires(const T &value) {
    { SqlType<T>::kind } -> std::convertible_to<TypeKind>;
    { SqlType<T>::write(value) } -> std::same_as<SqlValue>;
};

/// Puts a cell into `value`; false where it is NULL and T is not optional, or no such value.
template <class T>
bool readCell(const SqlValue &cell, T &value)
{
    if (Nullable<T>::value && !cell) {
        value = T();
        return true;
    }
    auto read = cell ? SqlType<typename Nullable<T>::Inner>::read(*cell) : std::nullopt;
    if (!read)
        return false;
    value = std::move(*read);
    return true;
}

template <class T>
std::optional<QList<T>> SqlType<QList<T>>::read(QByteArrayView text)
{
    const auto elements = arrayElements(text);
    if (!elements)
        return {};
    QList<T> values(elements->size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!readCell(elements->at(i), values[i]))
            return {};
    }
    return values;
}

}  // namespace roster

#endif
