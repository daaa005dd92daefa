// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/declaredtables.h"

#include <algorithm>

namespace roster {

namespace {

struct Registered
{
    TableSchema (*describe)();
    const char *optionalGroup;  ///< null: every database has it
};

/// Made at the first registration: the order in which files are initialized is not defined.
QList<Registered> &registered()
{
    static QList<Registered> list;
    return list;
}

QList<OptionalTable> allTables()
{
    QList<OptionalTable> tables;
    for (const Registered &entry : std::as_const(registered()))
        tables.append({entry.describe(), QString::fromUtf8(entry.optionalGroup)});
    std::sort(tables.begin(), tables.end(),
              [](const OptionalTable &left, const OptionalTable &right) {
                  return left.table.name < right.table.name;
              });
    return tables;
}

}  // namespace

bool registerTable(TableSchema (*describeTable)(), const char *optionalGroup)
{
    registered().append({describeTable, optionalGroup});
    return true;
}

QList<TableSchema> declaredTables()
{
    QList<TableSchema> tables;
    for (const OptionalTable &entry : allTables()) {
        if (entry.group.isEmpty())
            tables.append(entry.table);
    }
    return tables;
}

QList<OptionalTable> optionalTables()
{
    QList<OptionalTable> tables = allTables();
    tables.removeIf([](const OptionalTable &entry) { return entry.group.isEmpty(); });
    return tables;
}

TableSchema mergeDeclared(TableSchema live)
{
    const QList<OptionalTable> tables = allTables();
    const auto found =
        std::find_if(tables.begin(), tables.end(),
                     [&live](const OptionalTable &entry) { return entry.table.name == live.name; });
    if (found == tables.end())
        return live;
    const TableSchema *declared = &found->table;
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
