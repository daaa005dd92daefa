// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/loadedrow.h"

namespace roster {

SqlValue LoadedRow::value(int column) const
{
    if (const auto at = whole.constFind(column); at != whole.cend())
        return *at;
    if (column >= rows.columns() || rows.isNull(row, column))
        return std::nullopt;
    return rows.bytes(row, column).toByteArray();
}

bool LoadedRow::isCut(const Pager &pager, int column) const
{
    return !whole.contains(column) && pager.isCut(rows, row, column);
}

QString LoadedRow::xmin(const Pager &pager) const
{
    const int column = pager.xminColumn();
    return column < 0 ? QString() : rows.text(row, column);
}

QByteArray identityOf(const RowKey &primaryKey)
{
    QByteArray result;
    for (const SqlValue &value : primaryKey) {
        result += value ? QByteArray::number(value->size()) : QByteArray("-");
        result += ':';
        result += value.value_or(QByteArray());
    }
    return result;
}

RowKey primaryKeyOf(const Pager &pager, const LoadedRow &row)
{
    // Not from the shown columns: a page may have cut them.
    return pager.schema().primaryKey.isEmpty() ? RowKey() : pager.primaryKeyOf(row.rows, row.row);
}

QList<LoadedRow> loadedRows(const Pager &pager, const ResultSet &rows)
{
    QList<LoadedRow> result;
    result.reserve(rows.rows());
    for (int row = 0; row < rows.rows(); ++row) {
        LoadedRow one{rows, row, {}, {}};
        one.identity = identityOf(pager.schema().primaryKey.isEmpty()
                                      ? pager.keyOf(rows, row)  // empty too where nothing is unique
                                      : primaryKeyOf(pager, one));
        result << std::move(one);
    }
    return result;
}

}  // namespace roster
