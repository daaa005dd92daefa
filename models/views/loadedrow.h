// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_LOADEDROW_H
#define ROSTER_VIEWS_LOADEDROW_H

#include "models/browsing/pager.h"
#include "models/database/resultset.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace roster {

/// One row as it was read; cells are decoded when asked for.
struct LoadedRow
{
    ResultSet rows;
    int row = 0;
    QByteArray identity;        ///< identityOf() its key; empty: the relation has none
    QMap<int, SqlValue> whole;  ///< cells known better than `rows` has them: cut ones read since

    SqlValue value(int column) const;
    /// Only the beginning of a long value is here.
    bool isCut(const Pager &pager, int column) const;
    QString xmin(const Pager &pager) const;
};

/// The same bytes for the same key, never for another one.
QByteArray identityOf(const RowKey &primaryKey);
/// The primary key's values, in the order of TableSchema::primaryKey; empty where there is none.
RowKey primaryKeyOf(const Pager &pager, const LoadedRow &row);
QList<LoadedRow> loadedRows(const Pager &pager, const ResultSet &rows);

}  // namespace roster

#endif
