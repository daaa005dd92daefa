// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/rowreader.h"

#include <QCoreApplication>

namespace roster {

Error misfit(const QString &table, const QString &column, const SqlValue &cell)
{
    constexpr qsizetype shown = 40;
    Error error;
    error.table = table;
    error.column = column;
    error.message =
        QCoreApplication::translate("RowReader", "%1.%2: %3 does not fit the declared type.")
            .arg(table, column,
                 cell ? literal(QString::fromUtf8(*cell).left(shown)) : QStringLiteral("NULL"));
    error.hint = QCoreApplication::translate(
        "RowReader", "The table in the database is not the one that this program declares.");
    return error;
}

}  // namespace roster
