// SPDX-License-Identifier: GPL-3.0-or-later
// TableView: what the keyboard does.
#include "models/views/tablemodel.h"
#include "ui/players/columnheader.h"
#include "ui/players/tableview.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace roster {

int TableView::edgeColumn(bool last) const
{
    const QList<int> shown = shownColumns();
    if (shown.isEmpty())
        return 0;
    return last ? shown.last() : shown.first();
}

int TableView::columnBeside(int column, int step) const
{
    const QList<int> shown = shownColumns();
    const qsizetype at = shown.indexOf(column);
    if (shown.isEmpty() || at < 0)
        return edgeColumn(false);
    return shown.at(std::clamp<qsizetype>(at + step, 0, shown.size() - 1));
}

QList<int> TableView::shownColumns() const
{
    QList<int> shown;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            shown << column;
    }
    return shown;
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (state() != QAbstractItemView::EditingState && (navigate(*event) || act(*event))) {
        event->accept();
        return;
    }
    if (isTyping(*event)) {
        Q_EMIT typed(event->text());
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_F2 && !currentIndex().isValid() && m_current.position >= 0)
        goTo(m_current.position);  // it was scrolled away
    const QModelIndex before = currentIndex();
    {
        const QScopedValueRollback byHand(m_byHand, true);
        QTableView::keyPressEvent(event);
    }
    if (currentIndex() != before)
        harvest(false);
}

/// Not into a cell: a key that is hit by accident must not stage an edit.
bool TableView::isTyping(const QKeyEvent &event) const
{
    const QString text = event.text();
    return state() != QAbstractItemView::EditingState && !text.isEmpty() && text.at(0).isPrint()
        && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool TableView::navigate(const QKeyEvent &event)
{
    const bool extend = event.modifiers() & Qt::ShiftModifier;
    const bool far = event.modifiers() & Qt::ControlModifier;
    if (event.modifiers() & Qt::AltModifier)
        return false;
    const qint64 position = std::max<qint64>(0, m_current.position);
    const int column = m_current.column;
    // From no cell at all, the first key only shows where one is.
    const int step = m_current.position < 0 ? 0 : 1;
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    switch (event.key()) {
    case Qt::Key_Up:
        moveTo(far ? 0 : position - step, column, extend);
        return true;
    case Qt::Key_Down:
        if (far)
            m_toEnd = true;
        moveTo(far ? lastPosition() : position + step, column, extend);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        if (far)
            return false;  // Ctrl+PgUp and Ctrl+PgDn are the tabs'
        const qint64 rows =
            (event.key() == Qt::Key_PageDown ? 1 : -1) * std::max<qint64>(1, visibleRows() - 1);
        const qint64 wasTop = m_top;
        moveTo(position + rows, column, extend);
        if (m_top != wasTop && m_top != wasTop + rows)
            setTop(wasTop + rows);
        return true;
    }
    case Qt::Key_Home:
        moveTo(far ? 0 : position, far ? column : edgeColumn(false), extend);
        return true;
    case Qt::Key_End:
        if (far)
            m_toEnd = true;
        moveTo(far ? lastPosition() : position, far ? column : edgeColumn(true), extend);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        moveTo(position,
               columnBeside(column, (event.key() == Qt::Key_Right) == leftToRight ? step : -step),
               extend);
        return true;
    default:
        return false;
    }
}

bool TableView::act(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        const QModelIndex cell = currentCell();
        if (!cell.isValid())
            return m_current.position >= 0;
        if (event.modifiers() & Qt::ShiftModifier)
            Q_EMIT largeEditorRequested(cell);
        else if (!openCut(cell))
            editCurrent();
        return true;
    }
    if (event.key() == Qt::Key_F2 && openCut(currentCell()))
        return true;
    if (event.key() == Qt::Key_Delete && event.modifiers() == Qt::NoModifier) {
        Q_EMIT clearRequested();
        return true;
    }
    return false;
}

}  // namespace roster
