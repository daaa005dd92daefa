// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_ATTRIBUTES_H
#define ROSTER_SCHEMA_ATTRIBUTES_H

#include "models/schema/name.h"
#include "models/schema/sqltype.h"
#include "models/schema/tableschema.h"

namespace roster {

// What stands behind the type in `As<"name", QString, MaxLength<100>, Unique>`. Each says by
// `fits<T>` which C++ types it goes with and by `apply` what it does to the column and its table.

struct AnyColumn
{
    template <class T>
    static constexpr bool fits = true;
};

/// The key, or a part of it in the order of the columns.
struct PrimaryKey
{
    template <class T>
    static constexpr bool fits = !Nullable<T>::value;
    static void apply(TableSchema &table, ColumnSchema &column);
};

/// The server numbers it: SERIAL, not identity, so that SQLAlchemy finds what it makes itself.
struct AutoIncrement
{
    template <class T>
    static constexpr bool fits = SqlType<T>::kind == TypeKind::Integer && !Nullable<T>::value;
    static void apply(TableSchema &table, ColumnSchema &column);
};

/// `character varying(Characters)`; without it a QString is `text`.
template <int Characters>
    requires(Characters > 0)
struct MaxLength
{
    template <class T>
    static constexpr bool fits = SqlType<T>::kind == TypeKind::Text;
    static void apply(TableSchema &, ColumnSchema &column)
    {
        column.maxLength = Characters;
        column.type = QStringLiteral("character varying(%1)").arg(Characters);
    }
};

/// `numeric(Digits,AfterPoint)`; without it a Decimal is `numeric`.
template <int Digits, int AfterPoint = 0>
    requires(Digits > 0 && Digits <= 1000 && AfterPoint >= 0 && AfterPoint <= Digits)
struct Precision
{
    template <class T>
    static constexpr bool fits = SqlType<T>::kind == TypeKind::Numeric;
    static void apply(TableSchema &, ColumnSchema &column)
    {
        column.precision = Digits;
        column.scale = AfterPoint;
        column.type = QStringLiteral("numeric(%1,%2)").arg(Digits).arg(AfterPoint);
    }
};

/// No two rows with the same value; named as PostgreSQL does, `<table>_<column>_key`.
struct Unique : AnyColumn
{
    static void apply(TableSchema &table, ColumnSchema &column);
};

/// A btree index named `ix_<table>_<column>`, as SQLAlchemy's `index=True`.
struct Indexed : AnyColumn
{
    static void apply(TableSchema &table, ColumnSchema &column);
};

enum class OnDelete { NoAction, Restrict, Cascade, SetNull, SetDefault };
enum class OnUpdate { NoAction, Restrict, Cascade, SetNull, SetDefault };

/// As SQL writes it; empty for NO ACTION, which is what SQL means by nothing.
QString actionText(OnDelete action);
QString actionText(OnUpdate action);

/// Adds a foreign key to a table in the same schema, named as PostgreSQL does.
void addForeignKey(TableSchema &table, const QStringList &columns, const QString &otherTable,
                   const QStringList &otherColumns, OnDelete onDelete, OnUpdate onUpdate);

/// A foreign key to a column of a table in the same schema; named `<table>_<column>_fkey`.
template <Name Table, Name Key, OnDelete Delete = OnDelete::NoAction,
          OnUpdate Update = OnUpdate::NoAction>
struct References : AnyColumn
{
    static void apply(TableSchema &table, ColumnSchema &column)
    {
        addForeignKey(table, {column.name}, Table.toString(), {Key.toString()}, Delete, Update);
    }
};

/// A condition on the row; it must have a name (Alembic compares checks by name only).
template <Name Constraint, Text Expression>
struct Check : AnyColumn
{
    static void apply(TableSchema &table, ColumnSchema &)
    {
        table.checks.append({Constraint.toString(), Expression.toString()});
    }
};

/// An SQL expression that the server fills in where an INSERT leaves the column out.
template <Text Expression>
struct ServerDefault : AnyColumn
{
    static void apply(TableSchema &, ColumnSchema &column)
    {
        column.serverDefault = Expression.toString();
    }
};

template <Text Words>
struct Comment : AnyColumn
{
    static void apply(TableSchema &, ColumnSchema &column) { column.comment = Words.toString(); }
};

/// A column of type T may carry all these attributes.
template <class T, class... Attributes>
concept FittingAttributes = SqlTyped<T> && (Attributes::template fits<T> && ...);

}  // namespace roster

#endif
