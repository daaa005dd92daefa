// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_SQLSTATEMENT_H
#define ROSTER_SCHEMA_SQLSTATEMENT_H

#include "models/database/session.h"
#include "models/schema/condition.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>

#include <optional>

namespace roster {

/// SQL and its values for $1, $2 …
struct SqlStatement
{
    QString sql;
    QList<SqlValue> values;
};

/// What a typed query is made of.
struct SelectParts
{
    Condition where;
    QList<IndexColumn> order;
    qint64 limit = -1;  ///< -1: none
};

SqlStatement selectStatement(const TableSchema &table, const SelectParts &parts);
SqlStatement countStatement(const TableSchema &table, const SelectParts &parts);
/// `values` one for each column; an empty outer optional leaves the column out.
SqlStatement insertStatement(const TableSchema &table,
                             const QList<std::optional<SqlValue>> &values);

}  // namespace roster

#endif
