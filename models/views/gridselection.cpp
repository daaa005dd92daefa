// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/gridselection.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <set>

namespace roster {

bool GridSelection::contains(qint64 position, int column) const
{
    return std::any_of(m_blocks.begin(), m_blocks.end(), [=](const Block &block) {
        return position >= block.first && position <= block.last && column >= block.firstColumn
            && column <= block.lastColumn;
    });
}

void GridSelection::clear()
{
    m_blocks.clear();
}

void GridSelection::set(const Block &block)
{
    m_blocks.clear();
    add(block);
}

void GridSelection::add(const Block &block)
{
    if (block.isEmpty())
        return;
    // Row after row or column after column with Ctrl held stays one block.
    if (!m_blocks.isEmpty()) {
        Block &before = m_blocks.last();
        if (before.firstColumn == block.firstColumn && before.lastColumn == block.lastColumn
            && before.last + 1 == block.first) {
            before.last = block.last;
            return;
        }
    }
    m_blocks << block;
}

void GridSelection::remove(const Block &hole)
{
    if (hole.isEmpty())
        return;
    QList<Block> rest;
    for (const Block &block : std::as_const(m_blocks)) {
        const qint64 first = std::max(block.first, hole.first);
        const qint64 last = std::min(block.last, hole.last);
        const int firstColumn = std::max(block.firstColumn, hole.firstColumn);
        const int lastColumn = std::min(block.lastColumn, hole.lastColumn);
        if (first > last || firstColumn > lastColumn) {
            rest << block;
            continue;
        }
        const Block around[] = {
            {block.first, first - 1, block.firstColumn, block.lastColumn},
            {first, last, block.firstColumn, firstColumn - 1},
            {first, last, lastColumn + 1, block.lastColumn},
            {last + 1, block.last, block.firstColumn, block.lastColumn},
        };
        std::copy_if(std::begin(around), std::end(around), std::back_inserter(rest),
                     [](const Block &piece) { return !piece.isEmpty(); });
    }
    m_blocks = rest;
}

void GridSelection::clip(qint64 first, qint64 last)
{
    constexpr int columns = std::numeric_limits<int>::max() - 1;
    remove({0, first - 1, 0, columns});
    remove({last + 1, std::numeric_limits<qint64>::max() - 1, 0, columns});
}

void GridSelection::cutOut(qint64 first, qint64 last)
{
    remove({first, last, 0, std::numeric_limits<int>::max() - 1});
}

void GridSelection::shift(qint64 by)
{
    for (Block &block : m_blocks) {
        block.first += by;
        block.last += block.last < toEnd ? by : 0;
    }
}

void GridSelection::correct(qint64 first, qint64 last, qint64 by)
{
    for (Block &block : m_blocks) {
        for (qint64 *end : {&block.first, &block.last})
            *end += *end >= first && *end <= last ? by : 0;
    }
    m_blocks.removeIf([](const Block &block) { return block.isEmpty(); });
}

QList<QPair<qint64, qint64>> GridSelection::rows() const
{
    QList<QPair<qint64, qint64>> sorted;
    for (const Block &block : m_blocks)
        sorted << qMakePair(block.first, block.last);
    std::sort(sorted.begin(), sorted.end());
    QList<QPair<qint64, qint64>> merged;
    for (const auto &range : std::as_const(sorted)) {
        if (!merged.isEmpty() && range.first <= merged.last().second + 1)
            merged.last().second = std::max(merged.last().second, range.second);
        else
            merged << range;
    }
    return merged;
}

qint64 GridSelection::rowCount() const
{
    qint64 count = 0;
    for (const auto &[first, last] : rows())
        count += last - first + 1;
    return count;
}

QList<int> GridSelection::columns() const
{
    std::set<int> selected;
    for (const Block &block : m_blocks) {
        for (int column = block.firstColumn; column <= block.lastColumn; ++column)
            selected.insert(column);
    }
    return {selected.begin(), selected.end()};
}

bool GridSelection::isWholeRows(int columnCount) const
{
    // Holes and overlaps make this more than a look at each block: what the full-width blocks cover
    // must be all that is covered.
    GridSelection whole;
    for (const Block &block : m_blocks) {
        if (block.firstColumn == 0 && block.lastColumn >= columnCount - 1)
            whole.add(block);
    }
    return !isEmpty() && whole.rows() == rows();
}

bool GridSelection::isGrid(const QList<int> &columns) const
{
    // Between two edges all rows are alike.
    QSet<qint64> edges;
    for (const Block &block : m_blocks)
        edges << block.first << block.last + 1;
    const auto ranges = rows();
    return std::ranges::all_of(edges, [&](qint64 row) {
        const bool isSelected = std::ranges::any_of(
            ranges, [row](const auto &range) { return row >= range.first && row <= range.second; });
        return !isSelected
            || std::ranges::all_of(columns, [&](int column) { return contains(row, column); });
    });
}

bool GridSelection::isSingleCell() const
{
    return rowCount() == 1 && columns().size() == 1;
}

}  // namespace roster
