// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_DECLAREDTABLES_H
#define ROSTER_SCHEMA_DECLAREDTABLES_H

#include "models/schema/declaration.h"
#include "models/schema/tableschema.h"

#include <QList>

namespace roster {

/// Every table that a file under models/tables registered, by schema and name.
QList<TableSchema> declaredTables();

/// A live table with what only its declaration knows: client defaults and the default order.
/// Unchanged where no declared table has its name; columns go by their names.
TableSchema mergeDeclared(TableSchema live);

/// Called by REGISTER_TABLE before main(); always true.
bool registerTable(TableSchema (*describeTable)());

}  // namespace roster

/// In the table's own .cpp: `REGISTER_TABLE(players)`.
#define REGISTER_TABLE(columns)                                                                    \
    namespace {                                                                                    \
    [[maybe_unused]] const bool columns##Registered =                                              \
        ::roster::registerTable([] { return ::roster::describe(::roster::columns); });             \
    }

#endif
