// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_DECLAREDTABLES_H
#define ROSTER_SCHEMA_DECLAREDTABLES_H

#include "models/schema/declaration.h"
#include "models/schema/tableschema.h"

#include <QList>

namespace roster {

/// Every table that a file under models/tables registered and that every database is to have, by
/// schema and name.
QList<TableSchema> declaredTables();

/// The tables that are made only when asked for by the name of their group, so that a database
/// that another program manages does not get them: those whose declaration says
/// `static constexpr auto optional = "guilds";`. In no database they count as missing.
struct OptionalTable
{
    TableSchema table;
    QString group;
};
QList<OptionalTable> optionalTables();

/// A live table with what only its declaration knows: client defaults and the default order.
/// Unchanged where no declared table has its name; columns go by their names.
TableSchema mergeDeclared(TableSchema live);

/// Called by REGISTER_TABLE before main(); always true.
bool registerTable(TableSchema (*describeTable)(), const char *optionalGroup = nullptr);

/// The group, where a declaration names one.
template <class Columns>
constexpr const char *optionalGroupOf(const Columns &)
{
    if constexpr (requires { Columns::optional; })
        return Columns::optional;
    else
        return nullptr;
}

}  // namespace roster

/// In the table's own .cpp: `REGISTER_TABLE(players)`.
#define REGISTER_TABLE(columns)                                                                    \
    namespace {                                                                                    \
    [[maybe_unused]] const bool columns##Registered =                                              \
        ::roster::registerTable([] { return ::roster::describe(::roster::columns); },              \
                                ::roster::optionalGroupOf(::roster::columns));                     \
    }

#endif
