// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_DDL_H
#define ROSTER_SCHEMA_DDL_H

#include "models/schema/tableschema.h"

#include <QStringList>

namespace roster {

/// The statements that make the table as SQLAlchemy would: its enum types, the table with its
/// constraints (integer keys as SERIAL), then indexes and comments. No value stands in them but
/// the declaration's own.
QStringList createStatements(const TableSchema &table);

/// The parts of it, for who orders several tables. Enum types, one statement each:
struct TypeStatement
{
    TableName type;
    QString sql;
};
QList<TypeStatement> createTypeStatements(const TableSchema &table);
QString createTableStatement(const TableSchema &table);
QString createIndexStatement(const TableSchema &table, const IndexSchema &index);
QString addForeignKeyStatement(const TableSchema &table, const ForeignKeySchema &key);
QStringList commentStatements(const TableSchema &table);

}  // namespace roster

#endif
