// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_CATALOGUESCOPE_H
#define ROSTER_SCHEMA_CATALOGUESCOPE_H

#include "models/core/result.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QHash>
#include <QStringList>

namespace roster {

/// Where the findings of one pass over the catalogue go. For the catalogue reader's own files.
struct CatalogueScope
{
    QHash<qint64, TableSchema *> tables;  ///< by oid, in the order of nothing

    /// Null for a relation that came after the pass began.
    TableSchema *table(const ResultSet &rows, int row) const
    {
        return tables.value(rows.integer(row, 0));
    }
};

// `filter` is a condition on pg_class c and pg_namespace n.
QString columnsQuery(const QString &filter);
QString constraintsQuery(const QString &filter);
QString indexesQuery(const QString &filter);
void addColumns(const ResultSet &rows, const CatalogueScope &scope);
void addConstraints(const ResultSet &rows, const CatalogueScope &scope);
void addIndexes(const ResultSet &rows, const CatalogueScope &scope);

/// The strings of a JSON array that a query made; empty for NULL.
QStringList stringsOf(const ResultSet &rows, int row, int column);

}  // namespace roster

#endif
