// SPDX-License-Identifier: GPL-3.0-or-later
// TableView: what is selected, by position, and the mouse that selects it.
#include "ui/players/tableview.h"

#include "models/views/tablemodel.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace roster {

/// Lays the selection over the rows that are there.
void TableView::showSelection()
{
    if (!selectionModel() || m_model.rowCount() == 0)
        return;
    const qint64 first = m_model.firstPosition();
    GridSelection loaded = m_selection;
    loaded.clip(first, first + m_model.rowCount() - 1);
    QItemSelection shown;
    for (const GridSelection::Block &block : loaded.blocks()) {
        const int lastColumn = std::min(block.lastColumn, m_model.columnCount() - 1);
        shown.select(m_model.index(int(block.first - first), block.firstColumn),
                     m_model.index(int(block.last - first), lastColumn));
    }
    if (selectionModel()->selection() != shown)
        selectionModel()->select(shown, QItemSelectionModel::ClearAndSelect);
    verticalHeader()->viewport()->update();
}

/// Takes over what Qt's own handling of a key or the mouse selected among the loaded rows.
void TableView::harvest(bool keepOthers)
{
    const qint64 first = m_model.firstPosition();
    if (keepOthers)
        m_selection.cutOut(first, first + m_model.rowCount() - 1);
    else
        m_selection.clear();
    const QItemSelection chosen = selectionModel()->selection();
    for (const QItemSelectionRange &range : chosen)
        m_selection.add({first + range.top(), first + range.bottom(), range.left(), range.right()});
    const QModelIndex current = currentIndex();
    if (current.isValid()) {
        m_current = {positionOf(current), current.column()};
        m_anchor = m_current;
    }
    verticalHeader()->viewport()->update();
    Q_EMIT selectionMoved();
}

void TableView::selectBlock(const GridSelection::Block &block)
{
    m_selection.set(block);
    showSelection();
    Q_EMIT selectionMoved();
}

void TableView::selectAll()
{
    m_anchor = {0, 0};
    // How many there are may be an estimate; all is all.
    selectBlock({0, GridSelection::toEnd, 0, m_model.columnCount() - 1});
}

void TableView::clearSelection()
{
    m_selection.clear();
    showSelection();
    Q_EMIT selectionMoved();
}

qint64 TableView::selectedRows() const
{
    GridSelection known = m_selection;
    known.clip(0, lastPosition());
    return known.rowCount();
}

void TableView::pressRow(int row, Qt::KeyboardModifiers modifiers)
{
    setFocus(Qt::MouseFocusReason);
    const qint64 position = m_model.firstPosition() + row;
    const int last = m_model.columnCount() - 1;
    const GridSelection::Block whole{position, position, 0, last};
    if (modifiers & Qt::ShiftModifier && m_anchor.position >= 0) {
        m_current.position = position;
        selectBlock({std::min(m_anchor.position, position), std::max(m_anchor.position, position),
                     0, last});
    } else {
        m_current = {position, m_current.column};
        m_anchor = m_current;
        if (!(modifiers & Qt::ControlModifier))
            m_selection.set(whole);
        else if (m_selection.contains(position, 0) && m_selection.contains(position, last))
            m_selection.remove(whole);
        else
            m_selection.add(whole);
        showSelection();
        Q_EMIT selectionMoved();
    }
    showCurrent();
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::RightButton && index.isValid()
        && m_selection.contains(positionOf(index), index.column())) {
        event->accept();  // a menu for what is selected must not select something else
        return;
    }
    m_dragging = m_hasDragged = false;
    if (event->button() == Qt::LeftButton && index.isValid()
        && event->modifiers() & Qt::ShiftModifier && m_anchor.position >= 0) {
        moveTo(positionOf(index), index.column(), true);
        m_dragging = m_hasDragged = true;
        return;
    }
    {
        const QScopedValueRollback byHand(m_byHand, true);
        QTableView::mousePressEvent(event);
    }
    harvest(event->modifiers() & Qt::ControlModifier);
    m_dragging = event->button() == Qt::LeftButton && index.isValid()
              && event->modifiers() == Qt::NoModifier;
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging || !(event->buttons() & Qt::LeftButton)
        || state() == QAbstractItemView::EditingState) {
        const QScopedValueRollback byHand(m_byHand, true);
        QTableView::mouseMoveEvent(event);
        if (event->buttons() & Qt::LeftButton)
            harvest(event->modifiers() & Qt::ControlModifier);
        return;
    }
    const int y = int(event->position().y());
    if (y < 0 || y >= viewport()->height()) {
        if (!m_dragTimer.isActive())
            m_dragTimer.start();
        return;
    }
    m_dragTimer.stop();
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid()
        && (positionOf(index) != m_current.position || index.column() != m_current.column)) {
        m_hasDragged = true;
        moveTo(positionOf(index), index.column(), true);
    }
}

/// The further beyond the edge, the faster.
void TableView::dragOn()
{
    const int y = viewport()->mapFromGlobal(QCursor::pos()).y();
    const int height = viewport()->height();
    const int beyond = y < 0 ? y : std::max(0, y - height);
    const int rowHeight = verticalHeader()->defaultSectionSize();
    if (beyond == 0 || m_waiting)
        return;
    m_hasDragged = true;
    const int rows = beyond / rowHeight + (beyond > 0 ? 1 : -1);
    moveTo(m_current.position + rows, m_current.column, true);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    const bool dragged = std::exchange(m_dragging, false);
    const QScopedValueRollback byHand(m_byHand, true);
    // Qt's own would select only the cell under the mouse again.
    if (!dragged || !m_hasDragged || m_selection.isSingleCell())
        QTableView::mouseReleaseEvent(event);
    else
        setState(QAbstractItemView::NoState);
    // A click into a selection, of which Qt knows the loaded rows only, chooses that cell.
    if (dragged && !m_hasDragged && !m_selection.isSingleCell() && m_current.position >= 0)
        selectBlock({m_current.position, m_current.position, m_current.column, m_current.column});
}

/// What no editor in the grid takes, a value too long for it, is read and edited in the large one.
void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && openCut(index))
        return;
    const QScopedValueRollback byHand(m_byHand, true);
    QTableView::mouseDoubleClickEvent(event);
}

bool TableView::openCut(const QModelIndex &cell)
{
    if (!cell.isValid() || !cell.data(TableModel::IsCutRole).toBool())
        return false;
    Q_EMIT largeEditorRequested(cell);
    return true;
}

}  // namespace roster
