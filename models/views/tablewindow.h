// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_TABLEWINDOW_H
#define ROSTER_VIEWS_TABLEWINDOW_H

#include "models/views/loadedrow.h"

#include <QList>

namespace roster {

/// The bounded run of consecutive rows that a TableModel holds, and where in the whole order it
/// stands. A plain value: who changes it tells the views.
class TableWindow
{
public:
    static constexpr int capacity = 1000;  ///< rows kept after a shift
    static constexpr int pageRows = 200;   ///< rows fetched at a time

    qint64 first = 0;     ///< position of the first row; new rows are not counted here
    bool isExact = true;  ///< `first` is counted, not guessed
    bool atStart = true;  ///< no row comes before the first one
    bool atEnd = false;   ///< no row comes after the last one

    int size() const { return int(m_rows.size()); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    qint64 end() const { return first + size(); }
    const LoadedRow &at(int row) const { return m_rows.at(row); }
    const QList<LoadedRow> &rows() const { return m_rows; }
    /// -1: not here.
    int indexOf(const QByteArray &identity) const;

    void assign(QList<LoadedRow> rows) { m_rows = std::move(rows); }
    void append(const QList<LoadedRow> &rows) { m_rows += rows; }
    /// Moves `first` too, but never below 1 while more rows come before.
    void prepend(const QList<LoadedRow> &rows, bool reachesStart);
    void dropFront(int count);
    void dropBack(int count);
    void replace(int row, const LoadedRow &by) { m_rows[row] = by; }
    void insert(int row, const QList<LoadedRow> &rows);
    void remove(int row, int count) { m_rows.remove(row, count); }
    void setWhole(int row, int column, const SqlValue &value)
    {
        m_rows[row].whole.insert(column, value);
    }

private:
    QList<LoadedRow> m_rows;
};

}  // namespace roster

#endif
