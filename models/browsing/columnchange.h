// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_COLUMNCHANGE_H
#define ROSTER_BROWSING_COLUMNCHANGE_H

#include "models/browsing/pager.h"

#include <QList>
#include <QString>

namespace roster {

/// What many rows get in one column: the same value, or what an expression says of each.
struct ColumnChange
{
    int column = 0;
    QString expression;  ///< SQL over the columns of a row, `level + 1`; empty: `value`
    SqlValue value;
    bool isExpression() const { return !expression.isEmpty(); }
};

/// Whether the column can hold the value, or the text is one expression. InvalidInput; Permission
/// where the column may not be changed.
Result<void> check(const TableSchema &schema, const ColumnChange &change);

/// The columns of which an expression may speak; by their names in its text, so that values nobody
/// asked for are not sent about. Never empty.
QList<int> columnsNamedIn(const TableSchema &schema, const QString &expression);

/// What the column would hold in rows of which `columns` have these values, one each. The rows need
/// not be in the table: they may be staged. Nothing is written. InvalidInput names the place in the
/// expression.
Result<QList<SqlValue>> evaluate(Session &session, const TableSchema &schema,
                                 const ColumnChange &change, const QList<int> &columns,
                                 const QList<QList<SqlValue>> &rows);

/// Writes it to all rows of the pager's query by one statement, in a transaction that is taken back
/// unless exactly so many rows were changed (Conflict). Returns their number.
Result<qint64> changeAll(Session &session, const Pager &pager, const ColumnChange &change,
                         qint64 expectedRows);
/// That statement as a person reads it.
QString describeChange(const Pager &pager, const ColumnChange &change);

}  // namespace roster

#endif
