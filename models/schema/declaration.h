// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_DECLARATION_H
#define ROSTER_SCHEMA_DECLARATION_H

#include "models/schema/column.h"
#include "models/schema/tabledetails.h"
#include "models/schema/tableschema.h"

#include <boost/pfr.hpp>

#include <tuple>
#include <utility>

namespace roster {

/// The row and the columns that come from one list of fields. `Declaration<PlayerFields<Column>>`.
template <class>
struct Declaration;

template <template <template <Name, class, class...> class> class Fields>
struct Declaration<Fields<Column>>
{
    using Columns = Fields<Column>;
    using Row = Fields<Value>;
    static constexpr std::size_t size = boost::pfr::tuple_size_v<Columns>;
    template <std::size_t I>
    using ColumnAt = boost::pfr::tuple_element_t<I, Columns>;
};

template <class Columns>
using RowOf = typename Declaration<Columns>::Row;

template <template <template <Name, class, class...> class> class Fields>
Fields<Column> columnsOf(const Fields<Value> &);

/// Calls `function(column, field)` for each field of a row with its column, in order.
template <class Columns, class Row, class Function>
void forEachField(const Columns &columns, Row &&row, Function &&function)
{
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (function(boost::pfr::get<I>(columns), boost::pfr::get<I>(row)), ...);
    }(std::make_index_sequence<Declaration<Columns>::size>());
}

/// The labels, where T is an enum.
template <class T>
void describeEnum(ColumnSchema &schema)
{
    if constexpr (DeclaredEnum<T>) {
        schema.enumType = SqlType<T>::name();
        for (const char *label : EnumType<T>::labels)
            schema.enumLabels.append(QString::fromUtf8(label));
    }
}

/// One column with its default, and whatever its attributes add to the table.
template <class C>
ColumnSchema describeColumn(const C &column, const typename C::Type &initial, TableSchema &table)
{
    using Plain = typename C::Plain;
    ColumnSchema schema;
    schema.name = C::name();
    schema.type = SqlType<typename C::Type>::name();
    schema.kind = SqlType<typename C::Type>::kind;
    schema.nullable = Nullable<typename C::Type>::value;
    schema.clientDefault.kind = column.defaultKind();
    if (column.defaultKind() == ClientDefault::Kind::Value) {
        if (const SqlValue value = SqlType<typename C::Type>::write(initial))
            schema.clientDefault.value = QString::fromUtf8(*value);
        else
            schema.clientDefault.kind = ClientDefault::Kind::None;
    }
    if constexpr (IsList<Plain>::value) {
        schema.elementType = SqlType<typename IsList<Plain>::Element>::name();
        describeEnum<typename IsList<Plain>::Element>(schema);
    }
    describeEnum<Plain>(schema);
    C::applyAttributes(table, schema);
    return schema;
}

/// A declaration as a value: what DDL, grid, validation and seeding work on.
template <class Columns>
TableSchema describe(const Columns &columns)
{
    TableSchema table;
    if constexpr (requires { Columns::schema; })
        table.name.schema = QString::fromUtf8(Columns::schema);
    else
        table.name.schema = QStringLiteral("public");
    table.name.name = QString::fromUtf8(Columns::table);
    const RowOf<Columns> row{};
    forEachField(columns, row, [&table](const auto &column, const auto &initial) {
        table.columns.append(describeColumn(column, initial, table));
    });
    if constexpr (requires { Columns::details(columns); })
        Columns::details(columns).apply(table);
    return table;
}

}  // namespace roster

#endif
