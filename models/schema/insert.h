// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_INSERT_H
#define ROSTER_SCHEMA_INSERT_H

#include "models/core/result.h"
#include "models/schema/declaration.h"
#include "models/schema/rowreader.h"
#include "models/schema/sqlstatement.h"

namespace roster {

/// INSERT of one row, all its fields; a key that the server numbers is left out where it is 0 (an
/// explicit one does not advance the sequence).
template <class Columns>
SqlStatement insertStatement(const Columns &columns, const RowOf<Columns> &row)
{
    const TableSchema table = describe(columns);
    QList<std::optional<SqlValue>> values;
    forEachField(columns, row, [&]<class C, class T>(const C &, const T &field) {
        const SqlValue value = SqlType<T>::write(field);
        const bool numbered = table.columns.at(values.size()).autoIncrement && value == "0";
        values.append(numbered ? std::optional<SqlValue>() : std::optional<SqlValue>(value));
    });
    return insertStatement(table, values);
}

/// Inserts a row and gives it back as the server holds it, its number included.
template <class Columns>
Result<RowOf<Columns>> insert(Session &session, const Columns &columns, const RowOf<Columns> &row)
{
    const SqlStatement statement = insertStatement(columns, row);
    const auto result = session.query(statement.sql, statement.values);
    if (!result)
        return fail(result.error());
    auto rows = readRows<Columns>(*result);
    if (!rows)
        return fail(rows.error());
    return std::move(rows->first());
}

}  // namespace roster

#endif
