// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartstatements.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Unit = ChartScale::Unit;

/// Whole numbers beyond are not exact as double precision any more.
constexpr qint64 farthest = 9'000'000'000'000'000;

QString power(int exponent)
{
    return decimalText(1, exponent);
}

/// Division that rounds down, also below zero, and never overflows.
QString integerKey(const QString &column, int exponent)
{
    if (exponent == 0)
        return column;
    return u"CASE WHEN %1 < 0 THEN (%1 + 1) / %2 - 1 ELSE %1 / %2 END"_s.arg(column,
                                                                             power(exponent));
}

/// Multiplying by a power of ten is exact for numeric; dividing is not.
QString numericKey(const QString &column, int exponent)
{
    return exponent == 0 ? u"floor(%1)"_s.arg(column)
                         : u"floor(%1 * %2)"_s.arg(column, power(-exponent));
}

/// 0.29 * 100 is 28.999…: what floor() says is moved where the edge itself, as the server reads it
/// in a filter, says otherwise. Values too far out would overflow.
QString floatKey(const QString &column, const QString &type, int exponent)
{
    const bool isFine = exponent < 0;
    const QString step = power(isFine ? -exponent : exponent);
    const QString floored =
        u"floor(%1::float8 %2 %3::float8)"_s.arg(column, isFine ? u"*"_s : u"/"_s, step);
    const auto edge = [&](const QString &index) {
        return u"(%1 %2 %3::float8)::%4"_s.arg(index, isFine ? u"/"_s : u"*"_s, step, type);
    };
    const QString limit = decimalText(farthest, exponent);
    return uR"(CASE WHEN %1 > -%2::float8 AND %1 < %2::float8
           THEN %3 + CASE WHEN %1 >= %4 THEN 1 WHEN %1 < %5 THEN -1 ELSE 0 END
         WHEN %1 IN ('NaN', 'Infinity', '-Infinity') THEN %1::float8
         ELSE sign(%1::float8) * 1e300 END)"_s.arg(
        column, limit, floored, edge(u'(' + floored + u" + 1)"_s), edge(floored));
}

/// Rows `columns`, n of at most `limit` groups. A LIMIT that the planner sees through to the groups
/// makes it read the table in an index's order to have the first ones soon, which is ten times
/// slower for all of them: hence MATERIALIZED.
QString grouped(const QString &keys, const QString &from, const QString &positions,
                const QString &columns, int limit)
{
    return u"WITH g AS MATERIALIZED (\nSELECT %1, count(*) AS n%2\nGROUP BY %3)\n"
           "SELECT %4, n FROM g\nLIMIT %5"_s.arg(keys, from, positions, columns,
                                                 QString::number(limit));
}

}  // namespace

QString ChartStatements::key(const ColumnSchema &column, ChartScale scale) const
{
    const QString name = quoted(column.name);
    switch (scale.unit) {
    case Unit::Integer:
        return integerKey(name, scale.exponent);
    case Unit::Decimal:
        return column.kind == TypeKind::Numeric
                 ? numericKey(name, scale.exponent)
                 : floatKey(name, withoutModifier(column.type), scale.exponent);
    case Unit::Hour:
        return u"date_trunc('hour', %1)"_s.arg(name);
    case Unit::Day:
        return column.kind == TypeKind::Date ? name : name + u"::date"_s;
    case Unit::Month:
        return u"date_trunc('month', %1)"_s.arg(name);
    case Unit::HourOfDay:
        break;
    }
    return u"extract(hour FROM %1)"_s.arg(name);
}

/// What was grouped by, as a number or as what it is instead; only done once for each group.
QString ChartStatements::fromKey(const QString &key, ChartScale scale)
{
    QString number;
    switch (scale.unit) {
    case Unit::Integer:
    case Unit::Decimal:
    case Unit::HourOfDay:
        return key + u"::text"_s;
    case Unit::Hour:
        number = u"floor(extract(epoch FROM %1::timestamp) / 3600)"_s.arg(key);
        break;
    case Unit::Day:
        number = u"extract(julian FROM %1)"_s.arg(key);
        break;
    case Unit::Month:
        number = u"extract(year FROM %1) * 12 + extract(month FROM %1) - 1"_s.arg(key);
        break;
    }
    return u"CASE WHEN isfinite(%1) THEN (%2)::bigint::text ELSE %1::text END"_s.arg(key, number);
}

QString ChartStatements::number(const ColumnSchema &column) const
{
    QString name = quoted(column.name);
    switch (column.kind) {
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
        return u"extract(epoch FROM %1::timestamp)"_s.arg(name);
    case TypeKind::Time:
        return u"extract(epoch FROM %1)"_s.arg(name);
    default:
        return name;
    }
}

QString ChartStatements::from(const QString &sampling)
{
    const TableName &table = m_pager.schema().name;
    const QString condition = m_pager.condition(m_bindings);
    return u"\nFROM "_s + quoted(table.schema, table.name) + sampling
         + (condition.isEmpty() ? QString() : u"\nWHERE "_s + condition);
}

QString ChartStatements::sample(const QList<const ColumnSchema *> &columns, double percent,
                                int rows)
{
    QStringList numbers;
    for (const ColumnSchema *column : columns)
        numbers << number(*column);
    const QString sampling =
        percent < 100
            ? u" TABLESAMPLE SYSTEM (%1) REPEATABLE (1)"_s.arg(QString::number(percent, 'f', 6))
            : QString();
    return u"SELECT "_s + numbers.join(", "_L1) + from(sampling) + u"\nLIMIT "_s
         + QString::number(rows);
}

QString ChartStatements::bounds(const ColumnSchema &column)
{
    const QString name = number(column);
    const bool isExact = column.kind == TypeKind::Integer || column.kind == TypeKind::Time;
    const QString finite =
        isExact ? QString() : u" FILTER (WHERE %1 > '-Infinity' AND %1 < 'Infinity')"_s.arg(name);
    return u"SELECT min(%1)%2, max(%1)%2"_s.arg(name, finite) + from();
}

QString ChartStatements::counted(const ColumnSchema &column, ChartScale scale, int limit)
{
    return grouped(u"%1 AS k"_s.arg(key(column, scale)), from(), u"1"_s, fromKey(u"k"_s, scale),
                   limit);
}

QString ChartStatements::counted(const ColumnSchema &column, ChartScale scale,
                                 const ColumnSchema &other, ChartScale otherScale, int limit)
{
    return grouped(u"%1 AS k, %2 AS l"_s.arg(key(column, scale), key(other, otherScale)), from(),
                   u"1, 2"_s, fromKey(u"k"_s, scale) + u", "_s + fromKey(u"l"_s, otherScale),
                   limit);
}

/// By code points: a collation may hold letters for equal that a filter tells apart.
QString ChartStatements::letters(const ColumnSchema &column)
{
    constexpr int limit = 5000;
    return u"SELECT k, n, sum(n) OVER (), count(*) OVER ()\nFROM (SELECT left(%1, 1) COLLATE \"C\" AS k, count(*) AS n%2\nGROUP BY 1) AS g\nORDER BY n DESC, k\nLIMIT %3"_s
        .arg(quoted(column.name), from(), QString::number(limit));
}

QString ChartStatements::values(const ColumnSchema &column, int limit)
{
    const QString name = quoted(column.name);
    const QString value = column.kind == TypeKind::Text
                            ? u"left(%1, %2) COLLATE \"C\""_s.arg(name, QString::number(cutAt + 1))
                            : name;
    return u"SELECT k::text, n, sum(n) OVER (), count(*) OVER ()\nFROM (SELECT %1 AS k, count(*) AS n%2\nGROUP BY 1) AS g\nORDER BY n DESC, k\nLIMIT %3"_s
        .arg(value, from(), QString::number(limit));
}

}  // namespace roster
