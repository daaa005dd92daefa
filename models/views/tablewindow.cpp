// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tablewindow.h"

#include <algorithm>

namespace roster {

int TableWindow::indexOf(const QByteArray &identity) const
{
    const auto at = std::find_if(m_rows.cbegin(), m_rows.cend(), [&identity](const LoadedRow &row) {
        return row.identity == identity;
    });
    return at == m_rows.cend() ? -1 : int(at - m_rows.cbegin());
}

void TableWindow::prepend(const QList<LoadedRow> &rows, bool reachesStart)
{
    m_rows = rows + m_rows;
    first -= rows.size();
    if (reachesStart) {
        first = 0;
        isExact = true;
        atStart = true;
    } else if (first < 1) {
        first = 1;
        isExact = false;
    }
}

void TableWindow::dropFront(int count)
{
    if (count <= 0)
        return;
    m_rows.remove(0, count);
    first += count;
    atStart = false;
}

void TableWindow::dropBack(int count)
{
    if (count <= 0)
        return;
    m_rows.remove(m_rows.size() - count, count);
    atEnd = false;
}

void TableWindow::insert(int row, const QList<LoadedRow> &rows)
{
    m_rows = m_rows.first(row) + rows + m_rows.sliced(row);
}

}  // namespace roster
