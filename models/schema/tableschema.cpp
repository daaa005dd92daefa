// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/tableschema.h"

#include <algorithm>

namespace roster {

int TableSchema::indexOf(const QString &column) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).name == column)
            return i;
    }
    return -1;
}

const ColumnSchema *TableSchema::column(const QString &columnName) const
{
    const int index = indexOf(columnName);
    return index < 0 ? nullptr : &columns.at(index);
}

TableSchema TableSchema::readablePart() const
{
    const QStringList &hidden = privileges.unreadable;
    if (privileges.select || hidden.isEmpty() || hidden.size() == columns.size())
        return *this;
    const auto isHidden = [&hidden](const QString &one) { return hidden.contains(one); };
    TableSchema part = *this;
    part.columns.removeIf([&](const ColumnSchema &one) { return isHidden(one.name); });
    part.defaultOrder.removeIf([&](const IndexColumn &one) { return isHidden(one.column); });
    if (std::any_of(primaryKey.cbegin(), primaryKey.cend(), isHidden))
        part.primaryKey.clear();
    part.hasXmin = false;
    return part;
}

}  // namespace roster
