// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_CHANGESTATEMENTS_H
#define ROSTER_BROWSING_CHANGESTATEMENTS_H

#include "models/browsing/tablechanges.h"

namespace roster {

/// Changes of one shape, written by one statement.
struct ChangeGroup
{
    enum class Kind { Delete, Update, Insert };  ///< in the order in which they run
    Kind kind = Kind::Update;
    bool byXmin = true;  ///< guarded by xmin, else by the values in `guards`
    QList<int> columns;  ///< columns that are written
    QList<int> guards;   ///< columns that must still hold RowChange::before
    QList<int> members;  ///< indexes into TableChanges::rows, or ::inserts for Insert
};

/// One statement with its bound values.
struct Statement
{
    QString sql;
    QList<SqlValue> values;
};

/// Deletes first (they free unique values), then updates, then inserts; each group within what one
/// statement should carry. Updates that change nothing are left out.
QList<ChangeGroup> grouped(const TableSchema &schema, const TableChanges &changes);

/// The statement of a group. Updates and deletes return the ordinals (from 1) of the members that
/// their guard let through; inserts return the primary key of each row, in the order of members,
/// where there is a key and the role may read it.
Statement statementOf(const TableSchema &schema, const TableChanges &changes,
                      const ChangeGroup &group);

/// The columns that such a statement returns behind that, as the row is written (of a delete: as it
/// was): those an update writes, all of a row that is added or deleted. None where the role may not
/// read them. See isTooLongToKeep().
QList<int> returnedColumns(const TableSchema &schema, const ChangeGroup &group);
/// Characters of a value that are returned at the most; a longer one is cut right behind them.
inline constexpr qsizetype mostReturned = 1 << 20;
bool isTooLongToKeep(const SqlValue &value);

/// Reads the ordinals of those members of a group of updates or deletes that still are as they
/// were.
Statement unchangedOf(const TableSchema &schema, const TableChanges &changes,
                      const ChangeGroup &group);

/// Reads what stands now in the rows of a group's keys: ordinal, xmin (or an empty text), then the
/// group's columns as the grid has them.
Statement currentOf(const TableSchema &schema, const TableChanges &changes,
                    const ChangeGroup &group);

/// PostgreSQL's text form of a text array: every element quoted, NULL as NULL.
QByteArray arrayLiteral(const QList<SqlValue> &values);

/// The type that a text is cast to on its way into the column: without the length of char, varchar
/// and bit, since an explicit cast to those cuts silently while the assignment after it complains.
QString castType(const ColumnSchema &column);

/// "schema"."name" of the table.
QString quoted(const TableSchema &schema);

}  // namespace roster

#endif
