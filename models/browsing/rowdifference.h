// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_ROWDIFFERENCE_H
#define ROSTER_BROWSING_ROWDIFFERENCE_H

#include "models/browsing/pager.h"
#include "models/core/result.h"
#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace roster {

/// What rows from elsewhere, a backup's, hold that those of the table do not, by primary key.
struct RowDifference
{
    struct Row
    {
        enum class Kind {
            Missing,  ///< the table has no such key
            Differs,
            Same,
        };
        struct Field
        {
            int column = 0;   ///< index into `columns`
            SqlValue live;    ///< as the table holds it
            SqlValue wanted;  ///< as the server reads and writes the other value
        };
        Kind kind = Kind::Same;
        RowKey key;           ///< in the order of the table's primary key
        QString xmin;         ///< of the live row; empty where there is none
        QList<Field> fields;  ///< those that differ; of a missing row, all
    };

    static constexpr qsizetype mostRows = 10'000;
    static constexpr qsizetype mostBytes = qsizetype(64) << 20;

    TableName table;
    QStringList primaryKey;
    QStringList columns;  ///< that were compared, by name; the key's among them
    QList<Row> rows;      ///< in the order in which they were given

    /// Why rows with these columns cannot be compared; none: they can. Refused: too many or too
    /// large ones, a table without a primary key or with one that is not among the columns; a view.
    static std::optional<Error> obstacle(const TableSchema &schema, const QStringList &columns,
                                         const QList<QList<SqlValue>> &rows);
    /// Those of `columns` that the table no longer has.
    static QStringList goneColumns(const TableSchema &schema, const QStringList &columns);
    /// Those that the server alone fills.
    static QStringList generatedColumns(const TableSchema &schema, const QStringList &columns);

    /// Compares the columns `fields` and the key, each value cast to its column's type, as text, by
    /// one query. `columns` names the values of `rows`. Errors: those of obstacle(), the server's
    /// where a value does not fit its column's type.
    static Result<RowDifference> read(Session &session, const TableSchema &schema,
                                      const QStringList &columns,
                                      const QList<QList<SqlValue>> &rows,
                                      const QStringList &fields);
    /// Its statement: $1 … are the values of one column each, as text arrays.
    static QString statement(const TableSchema &schema, const QStringList &columns);
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::RowDifference)

#endif
