// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/loadedrow.h"

#include <array>
#include <charconv>

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

namespace {

/// One value of an identity; every row of every page gets one, so without any detour.
void appendTo(QByteArray &identity, bool isNull, QByteArrayView value)
{
    if (isNull) {
        identity += "-:";
        return;
    }
    std::array<char, 20> digits{};
    const auto *const end = std::to_chars(digits.begin(), digits.end(), value.size()).ptr;
    identity.append(digits.data(), end - digits.begin());
    identity += ':';
    identity += value;
}

}  // namespace

QByteArray identityOf(const RowKey &primaryKey)
{
    QByteArray result;
    for (const SqlValue &value : primaryKey)
        appendTo(result, !value, value ? QByteArrayView(*value) : QByteArrayView());
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
    const QList<int> key = pager.primaryKeySources();
    for (int row = 0; row < rows.rows(); ++row) {
        LoadedRow one{rows, row, {}, {}};
        for (const int column : key)
            appendTo(one.identity, rows.isNull(row, column), rows.bytes(row, column));
        if (key.isEmpty())
            one.identity = identityOf(pager.keyOf(rows, row));  // empty where nothing is unique
        result << std::move(one);
    }
    return result;
}

}  // namespace roster
