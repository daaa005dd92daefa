// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/tableschema.h"

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

}  // namespace roster
