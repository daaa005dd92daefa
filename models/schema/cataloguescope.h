// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_CATALOGUESCOPE_H
#define ROSTER_SCHEMA_CATALOGUESCOPE_H

#include "models/core/result.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QHash>
#include <QStringList>

namespace roster {

/// Which relations one pass over the catalogue is about, and where its findings go. For the
/// catalogue reader's own files.
struct CatalogueScope
{
    QString filter;                       ///< a condition on pg_class c and pg_namespace n
    QList<SqlValue> values;               ///< of the filter
    QHash<qint64, TableSchema *> tables;  ///< by oid, in the order of nothing

    /// Null for a relation that came after the pass began.
    TableSchema *table(const ResultSet &rows, int row) const
    {
        return tables.value(rows.integer(row, 0));
    }
};

Result<void> readColumns(Session &session, const CatalogueScope &scope);
Result<void> readConstraints(Session &session, const CatalogueScope &scope);
Result<void> readIndexes(Session &session, const CatalogueScope &scope);

/// The strings of a JSON array that a query made; empty for NULL.
QStringList stringsOf(const ResultSet &rows, int row, int column);

}  // namespace roster

#endif
