// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_ROWREADER_H
#define ROSTER_SCHEMA_ROWREADER_H

#include "models/core/result.h"
#include "models/database/resultset.h"
#include "models/schema/declaration.h"

#include <optional>

namespace roster {

/// A cell that does not fit its declared type: the live table is another than the declared one.
Error misfit(const QString &table, const QString &column, const SqlValue &cell);

/// Rows of a declaration out of a result whose columns are the declared ones in their order.
template <class Columns>
Result<QList<RowOf<Columns>>> readRows(const ResultSet &result)
{
    QList<RowOf<Columns>> rows;
    rows.reserve(result.rows());
    std::optional<Error> error;
    for (int i = 0; i < result.rows() && !error; ++i) {
        RowOf<Columns> row{};
        int place = 0;
        forEachField(Columns{}, row, [&]<class C, class T>(const C &, T &field) {
            const SqlValue cell = result.isNull(i, place)
                                    ? SqlValue()
                                    : SqlValue(result.bytes(i, place).toByteArray());
            ++place;
            if (!readCell(cell, field))
                error = misfit(QString::fromUtf8(Columns::table), C::name(), cell);
        });
        rows.append(std::move(row));
    }
    if (error)
        return fail(*error);
    return rows;
}

}  // namespace roster

#endif
