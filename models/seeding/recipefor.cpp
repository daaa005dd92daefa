// SPDX-License-Identifier: GPL-3.0-or-later
// Which recipe fits a column: types, checks, unique columns, foreign keys.
#include "models/schema/columnlimits.h"
#include "models/schema/date.h"
#include "models/schema/jsonvalue.h"
#include "models/schema/timestamp.h"
#include "models/seeding/columnrecipe.h"

#include <QMap>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool refers(const TableSchema &table, const QString &column)
{
    return std::any_of(
        table.foreignKeys.begin(), table.foreignKeys.end(),
        [&](const ForeignKeySchema &key) { return key.columns == QStringList{column}; });
}

/// The foreign key of several columns that this one is part of.
const ForeignKeySchema *wideKey(const TableSchema &table, const QString &column)
{
    const auto found =
        std::ranges::find_if(table.foreignKeys, [&column](const ForeignKeySchema &key) {
            return key.columns.size() > 1 && key.columns.contains(column);
        });
    return found == table.foreignKeys.cend() ? nullptr : &*found;
}

/// The columns of everything that must be unique; an expression counts as its columns.
QList<QStringList> uniqueSets(const TableSchema &table)
{
    QList<QStringList> sets;
    if (!table.primaryKey.isEmpty())
        sets << table.primaryKey;
    for (const UniqueSchema &unique : table.uniques)
        sets << unique.columns;
    for (const IndexSchema &index : table.indexes) {
        if (!index.unique)
            continue;
        QStringList columns;
        for (const IndexColumn &part : index.columns) {
            for (const ColumnSchema &column : table.columns) {
                if (part.column == column.name || part.expression.contains(column.name))
                    columns << column.name;
            }
        }
        if (!columns.isEmpty())
            sets << columns;
    }
    return sets;
}

bool canCount(const TableSchema &table, const QString &name)
{
    const ColumnSchema *column = table.column(name);
    if (!column || refers(table, name))
        return false;
    switch (column->kind) {
    case TypeKind::Integer:
    case TypeKind::Text:
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Numeric:
    case TypeKind::Float:
    case TypeKind::Uuid:
        return true;
    default:
        return false;
    }
}

enum class Role {
    Free,
    Unique,  ///< its values must differ
    Cross,   ///< its values and those of other columns together
};

bool isNumbered(const TableSchema &table, const QString &name)
{
    const ColumnSchema *column = table.column(name);
    return column && column->autoIncrement;
}

Role roleOf(const TableSchema &table, const QString &name)
{
    const QList<QStringList> sets = uniqueSets(table);
    if (sets.contains(QStringList{name}))
        return Role::Unique;
    Role role = Role::Free;
    for (const QStringList &set : sets) {
        // One column that differs anyway is enough for all.
        const bool settled = std::any_of(set.begin(), set.end(), [&](const QString &column) {
            return isNumbered(table, column) || sets.contains(QStringList{column});
        });
        if (settled || !set.contains(name))
            continue;
        const auto counting = std::find_if(
            set.begin(), set.end(), [&](const QString &column) { return canCount(table, column); });
        if (counting == set.end())
            role = Role::Cross;
        else if (*counting == name)
            return Role::Unique;
    }
    return role;
}

struct Ends
{
    QString least;
    QString greatest;
};

/// What is usual for a type, within what it can hold.
Ends usualEnds(const ColumnSchema &column, bool wide)
{
    switch (column.kind) {
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
        return {u"2020-01-01 00:00:00"_s, u"2025-12-31 23:59:59"_s};
    case TypeKind::Date:
        return {u"2020-01-01"_s, wide ? u"9999-12-31"_s : u"2025-12-31"_s};
    case TypeKind::Time:
        return {u"00:00:00"_s, u"23:59:59"_s};
    case TypeKind::Numeric: {
        const int whole = column.precision >= 0 ? column.precision - std::max(column.scale, 0) : 6;
        const int digits = std::clamp(whole, 0, wide ? 9 : 3);
        return {u"0"_s, digits == 0 ? u"0"_s : QString(digits, u'9')};
    }
    default:
        break;
    }
    if (!wide)
        return {u"0"_s, u"1000"_s};
    const bool isSmall = column.type == "smallint"_L1;
    return {u"1"_s, isSmall                      ? u"32767"_s
                    : column.type == "bigint"_L1 ? u"1000000000000"_s
                                                 : u"2147483647"_s};
}

/// Moves an excluded end inwards where that is simple.
QString inward(const QString &end, bool excluded, int step)
{
    bool isNumber = false;
    const qint64 number = end.toLongLong(&isNumber);
    if (!excluded)
        return end;
    if (isNumber)
        return QString::number(number + step);
    if (const auto day = Date::fromText(end.toUtf8()))
        return QString::fromUtf8(Date::fromDays(qint32(day->days() + step)).toText());
    if (const auto moment = Timestamp::fromText(end.toUtf8()))
        return QString::fromUtf8(
            Timestamp::fromMicroseconds(moment->microseconds() + step * qint64(1'000'000))
                .toText());
    return end;
}

/// `range:0..100/5`: the ends as far inwards as the multiples ask for.
QString inSteps(const Ends &ends, const ColumnLimits &limits)
{
    bool isLeast = false;
    bool isGreatest = false;
    const qint64 least = ends.least.toLongLong(&isLeast);
    const qint64 greatest = ends.greatest.toLongLong(&isGreatest);
    if (limits.multipleOf < 1 || !isLeast || !isGreatest)
        return ends.least + u".."_s + ends.greatest;
    const qint64 by = limits.multipleOf;
    const qint64 first = least + ((limits.rest - least) % by + by) % by;
    return u"%1..%2/%3"_s.arg(first).arg(std::max(first, greatest)).arg(by);
}

QString rangeOf(const ColumnSchema &column, const ColumnLimits &limits, bool unique)
{
    Ends ends = usualEnds(column, unique);
    bool isNumber = false;
    const double usual = ends.greatest.toDouble(&isNumber);
    if (!limits.least.isEmpty()) {
        const QString least = inward(limits.least, limits.leastExcluded, 1);
        // Upwards from where it must begin, as wide as usual.
        if (isNumber && limits.greatest.isEmpty() && least.toDouble() >= usual)
            ends.greatest = QString::number(qint64(least.toDouble()) + 1000);
        else if (!isNumber && limits.greatest.isEmpty() && least > ends.greatest)
            ends.greatest = u"9999-12-31"_s;
        ends.least = least;
    }
    if (!limits.greatest.isEmpty()) {
        ends.greatest = inward(limits.greatest, limits.greatestExcluded, -1);
        if (isNumber && limits.least.isEmpty() && ends.greatest.toDouble() < 0)
            ends.least = QString::number(qint64(ends.greatest.toDouble()) - 1000);
    }
    return (unique ? u"each:"_s : u"range:"_s) + inSteps(ends, limits);
}

QString textRecipe(const ColumnSchema &column, const ColumnLimits &limits, bool unique)
{
    int most = column.maxLength;
    if (limits.maxLength >= 0)
        most = most < 0 ? limits.maxLength : std::min(most, limits.maxLength);
    const int least = std::max(limits.minLength, 0);
    constexpr int longestName = 60;
    constexpr int longestAddress = 60;
    if (!limits.pattern.isEmpty() && TextPattern::parse(limits.pattern))
        return (unique ? u"each-pattern:"_s : u"pattern:"_s) + limits.pattern;
    if (!limits.beginning.isEmpty())
        return u"number:"_s + limits.beginning;
    const QString name = column.name.toLower();
    const bool roomy = (most < 0 || most >= longestName) && least <= 2;
    if (name.contains("mail"_L1) && (most < 0 || most >= longestAddress))
        return u"email"_s;
    if (unique) {
        // Numbers are short: what must be longer gets a beginning.
        return u"number:"_s + QString(std::max(0, least - 1), u'X');
    }
    if (name.contains("name"_L1) && roomy)
        return u"name"_s;
    const int upTo = most < 0 ? std::max(40, least) : std::min(most, std::max(40, least));
    return u"words:%1..%2"_s.arg(std::min(std::max(least, 3), upTo)).arg(upTo);
}

/// Types that are nothing else to us: a few values that they accept.
QString otherRecipe(const ColumnSchema &column)
{
    static const QMap<QString, QString> known{
        {u"interval"_s, u"values:1 day|2 days 03:00:00|01:30:00|3 mons"_s},
        {u"inet"_s, u"values:10.0.0.1|10.0.7.12|192.168.1.20|2001:db8::7"_s},
        {u"cidr"_s, u"values:10.0.0.0/8|192.168.1.0/24"_s},
        {u"macaddr"_s, u"values:08:00:2b:01:02:03|08:00:2b:01:02:04"_s},
        {u"point"_s, u"values:(1,2)|(3.5,-4)|(0,0)"_s},
        {u"xml"_s, u"const:<a/>"_s},
        {u"money"_s, u"values:1.00|12.50|99.99"_s},
        {u"tsvector"_s, u"values:'a' 'quiet' 'river'|'silver' 'tower'"_s},
        {u"int4range"_s, u"values:[1,5)|[5,9)|empty"_s},
        {u"int8range"_s, u"values:[1,5)|[5,9)|empty"_s},
        {u"numrange"_s, u"values:[1,5)|[5,9)|empty"_s},
        {u"daterange"_s, u"values:[2024-01-01,2024-02-01)|[2024-03-01,2024-04-01)"_s},
        {u"oid"_s, u"values:1|2|3"_s},
        {u"xid"_s, u"values:1|2|3"_s},
        {u"tsrange"_s, u"values:[2024-01-01 08:00,2024-01-01 09:30)|[2024-03-01,2024-03-02)"_s},
        {u"tstzrange"_s,
         u"values:[2024-01-01 08:00+00,2024-01-01 09:30+00)|[2024-03-01 00:00+00,)"_s},
        {u"int4multirange"_s, u"values:{[1,5),[7,9)}|{[5,9)}|{}"_s},
        {u"int8multirange"_s, u"values:{[1,5),[7,9)}|{[5,9)}|{}"_s},
        {u"nummultirange"_s, u"values:{[1,5),[7,9)}|{[5,9)}|{}"_s},
        {u"datemultirange"_s, u"values:{[2024-01-01,2024-02-01),[2024-03-01,2024-04-01)}|{}"_s},
        {u"tsmultirange"_s, u"values:{[2024-01-01 08:00,2024-01-01 09:30)}|{}"_s},
        {u"tstzmultirange"_s, u"values:{[2024-01-01 08:00+00,2024-01-01 09:30+00)}|{}"_s},
        {u"macaddr8"_s, u"values:08:00:2b:01:02:03:04:05|08:00:2b:01:02:03:04:06"_s},
        {u"line"_s, u"values:{1,-1,0}|{2,1,-3}"_s},
        {u"lseg"_s, u"values:[(0,0),(1,2)]|[(3,4),(5,5)]"_s},
        {u"box"_s, u"values:(2,2),(0,0)|(5,4),(3,1)"_s},
        {u"path"_s, u"values:[(0,0),(1,1),(2,0)]|((0,0),(0,3),(3,0))"_s},
        {u"polygon"_s, u"values:((0,0),(0,3),(3,0))|((1,1),(1,2),(2,2),(2,1))"_s},
        {u"circle"_s, u"values:<(0,0),1>|<(3,4),2.5>"_s},
        {u"pg_lsn"_s, u"values:0/16B3740|0/16B3748"_s},
        {u"tsquery"_s, u"values:'river' & 'quiet'|'tower'"_s},
        {u"jsonpath"_s, u"values:$.level|$.items[*]"_s},
        {u"time with time zone"_s, u"values:08:00:00+00|20:30:00+00"_s},
    };
    const auto at = known.constFind(column.type);
    if (at != known.cend())
        return *at;
    if (column.type == "bit"_L1 || column.type.startsWith("bit("_L1)
        || column.type.startsWith("bit varying"_L1)) {
        bool isKnown = false;
        const int size = column.type.section(u'(', 1).section(u')', 0, 0).toInt(&isKnown);
        constexpr int usual = 8;
        const bool isFixed = !column.type.startsWith("bit varying"_L1);
        const int bits = isKnown ? std::min(size, isFixed ? size : usual) : isFixed ? 1 : usual;
        return u"pattern:^[01]{%1}$"_s.arg(bits);
    }
    if (column.type.startsWith("interval"_L1))
        return known.value(u"interval"_s);
    return column.nullable ? u"null"_s : column.serverDefault.isEmpty() ? QString() : u"default"_s;
}

QString recipeByKind(const ColumnSchema &column, const ColumnLimits &limits, bool unique)
{
    switch (column.kind) {
    case TypeKind::Boolean:
        return u"values:t|f"_s;
    case TypeKind::Integer:
    case TypeKind::Float:
    case TypeKind::Numeric:
    case TypeKind::Timestamp:
    case TypeKind::TimestampTz:
    case TypeKind::Date:
    case TypeKind::Time:
        return rangeOf(column, limits, unique);
    case TypeKind::Text:
        return textRecipe(column, limits, unique);
    case TypeKind::Uuid:
        return u"uuid"_s;
    case TypeKind::Json:
        return u"json"_s;
    case TypeKind::Bytes:
        return u"bytes"_s;
    case TypeKind::Array: {
        ColumnSchema element;
        element.type = column.elementType;
        element.kind = kindOfType(column.elementType);
        const QString inner = element.kind == TypeKind::Other || element.kind == TypeKind::Array
                                ? QString()
                                : recipeByKind(element, {}, false);
        return inner.isEmpty() ? u"const:{}"_s : u"array:"_s + inner;
    }
    default:
        return otherRecipe(column);
    }
}

/// No two rows may refer to the same one, or it is simplest that they do not.
bool isUniqueWith(const TableSchema &table, const ForeignKeySchema &key)
{
    const auto holds = [](const QStringList &all, const QStringList &some) {
        return std::ranges::all_of(some, [&](const QString &name) { return all.contains(name); });
    };
    return std::ranges::any_of(uniqueSets(table), [&](const QStringList &unique) {
        return holds(unique, key.columns) || holds(key.columns, unique);
    });
}

}  // namespace

QString recipeFor(const TableSchema &table, const ColumnSchema &column)
{
    const ColumnLimits limits = limitsOf(table, column.name);
    const Role role = roleOf(table, column.name);
    const bool mayBeNull = column.nullable && !limits.notNull && role == Role::Free;
    const QString nulls = mayBeNull ? u"null:10%,"_s : QString();
    const QStringList values = !limits.values.isEmpty() ? limits.values : column.enumLabels;
    if (const ForeignKeySchema *key = wideKey(table, column.name))
        return isUniqueWith(table, *key) ? u"each-key"_s : u"key"_s;  // never NULL by halves
    if (refers(table, column.name)) {
        return role == Role::Unique ? u"each-key"_s
             : role == Role::Cross  ? u"cross"_s
                                    : nulls + u"key"_s;
    }
    if (!values.isEmpty()) {
        const QString list = values.join(u'|');
        return role == Role::Cross ? u"cross:"_s + list : nulls + u"values:"_s + list;
    }
    if (role == Role::Cross && column.kind == TypeKind::Boolean)
        return u"cross:t|f"_s;
    const QString recipe = recipeByKind(column, limits, role == Role::Unique);
    return recipe.isEmpty() || recipe == "null"_L1 || recipe == "default"_L1 ? recipe
                                                                             : nulls + recipe;
}

}  // namespace roster
