// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/declaredtables.h"

#include <algorithm>

namespace roster {

namespace {

/// Made at the first registration: the order in which files are initialized is not defined.
QList<TableSchema (*)()> &registered()
{
    static QList<TableSchema (*)()> list;
    return list;
}

}  // namespace

bool registerTable(TableSchema (*describeTable)())
{
    registered().append(describeTable);
    return true;
}

QList<TableSchema> declaredTables()
{
    QList<TableSchema> tables;
    for (const auto describeTable : std::as_const(registered()))
        tables.append(describeTable());
    std::sort(tables.begin(), tables.end(), [](const TableSchema &left, const TableSchema &right) {
        return left.name < right.name;
    });
    return tables;
}

TableSchema mergeDeclared(TableSchema live)
{
    const QList<TableSchema> tables = declaredTables();
    const auto declared =
        std::find_if(tables.begin(), tables.end(),
                     [&live](const TableSchema &table) { return table.name == live.name; });
    if (declared == tables.end())
        return live;
    for (ColumnSchema &column : live.columns) {
        if (const ColumnSchema *known = declared->column(column.name))
            column.clientDefault = known->clientDefault;
    }
    const auto isThere = [&live](const IndexColumn &part) {
        return !part.column.isEmpty() && live.indexOf(part.column) >= 0;
    };
    const QList<IndexColumn> &order = declared->defaultOrder;
    live.defaultOrder =
        std::all_of(order.begin(), order.end(), isThere) ? order : QList<IndexColumn>();
    return live;
}

}  // namespace roster
