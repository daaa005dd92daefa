// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_GRIDSELECTION_H
#define ROSTER_VIEWS_GRIDSELECTION_H

#include <QList>
#include <QPair>

#include <limits>

namespace roster {

/// What is selected in a table of which only a window of rows is loaded: rectangles by position, so
/// a million rows cost as much as one and none of them needs to be there.
class GridSelection
{
public:
    /// Positions and columns (logical, from 0), both ends included.
    struct Block
    {
        qint64 first = 0;
        qint64 last = -1;
        int firstColumn = 0;
        int lastColumn = -1;

        bool isEmpty() const { return last < first || lastColumn < firstColumn; }
        bool operator==(const Block &) const = default;
    };

    /// As a block's last position: up to the end, wherever that turns out to be.
    static constexpr qint64 toEnd = std::numeric_limits<qint64>::max() / 2;

    const QList<Block> &blocks() const { return m_blocks; }
    bool isEmpty() const { return m_blocks.isEmpty(); }
    bool contains(qint64 position, int column) const;

    void clear();
    void set(const Block &block);
    void add(const Block &block);
    /// Takes the cells out again.
    void remove(const Block &hole);
    /// Forgets what is before `first` or behind `last`.
    void clip(qint64 first, qint64 last);
    /// Keeps only what is before `first` or behind `last`.
    void cutOut(qint64 first, qint64 last);
    /// Moves what is selected by so many positions; the end stays the end.
    void shift(qint64 by);
    /// The rows [first, last] turned out to stand so much further: what ends among them moves.
    void correct(qint64 first, qint64 last, qint64 by);

    /// Rows of which a cell is selected: ranges [first, last], ascending, not touching.
    QList<QPair<qint64, qint64>> rows() const;
    qint64 rowCount() const;
    /// Columns of which a cell is selected, ascending.
    QList<int> columns() const;
    /// Every selected row is selected in all of `columnCount` columns.
    bool isWholeRows(int columnCount) const;
    /// Every selected row is selected in all of these columns.
    bool isGrid(const QList<int> &columns) const;
    /// One row and one column.
    bool isSingleCell() const;

private:
    QList<Block> m_blocks;  ///< none empty; later ones may lie over earlier ones
};

}  // namespace roster

#endif
