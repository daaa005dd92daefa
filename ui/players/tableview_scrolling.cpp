// SPDX-License-Identifier: GPL-3.0-or-later
// TableView: which rows are on the screen, whether they are there or on their way.
#include "models/views/tablemodel.h"
#include "ui/players/columnheader.h"
#include "ui/players/filterrow.h"
#include "ui/players/loadingline.h"
#include "ui/players/positionbar.h"
#include "ui/players/tableview.h"

#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace roster {

int TableView::visibleRows() const
{
    return std::max(1, viewport()->height() / std::max(1, verticalHeader()->defaultSectionSize()));
}

qint64 TableView::lastPosition() const
{
    return m_model.totalRows() - 1;
}

bool TableView::isLoaded(qint64 position) const
{
    return position >= m_model.firstPosition()
        && position < m_model.firstPosition() + m_model.rowCount();
}

void TableView::setTop(qint64 position)
{
    const qint64 highest = std::max<qint64>(0, m_model.totalRows() - visibleRows());
    if (position < highest)
        m_toEnd = false;
    m_top = std::clamp<qint64>(position, 0, highest);
    saveEditorFarFrom(m_top);
    m_expectsMove = false;
    m_waiting = !showTop();
    require();
    settle();
    updateBar();
    Q_EMIT topChanged();
}

/// Scrolls within the window; false when the rows are not all there.
bool TableView::showTop()
{
    const qint64 first = m_model.firstPosition();
    const qint64 behind = first + m_model.rowCount();
    const qint64 wantedBehind = std::min(m_top + visibleRows(), m_model.totalRows());
    if (m_top < first || wantedBehind > behind || m_model.rowCount() == 0)
        return m_model.totalRows() == 0;
    if (verticalScrollBar()->maximum() != m_model.rowCount() - visibleRows())
        QTableView::updateGeometries();  // the range of the inner bar lags behind the rows
    verticalScrollBar()->setValue(int(m_top - first));
    m_topRow = m_model.index(int(m_top - first), 0);
    return true;
}

void TableView::require()
{
    if (m_toEnd && m_waiting) {
        m_model.goToEnd();
        return;
    }
    // A screen before and behind, so that the next step finds its rows there.
    const int rows = visibleRows();
    m_model.require(std::max<qint64>(0, m_top - rows), 3 * rows);
}

/// The window moved, or its place in the table became better known.
void TableView::follow()
{
    if (m_topRow.isValid()) {
        // The same rows under other numbers: what is chosen moves with them.
        const qint64 before = m_waiting ? -1 : m_top;
        const qint64 now = m_model.firstPosition() + m_topRow.row();
        if (before >= 0 && now != before) {
            const qint64 by = now - before;
            m_top = now;
            m_current.position += m_current.position < 0 ? 0 : by;
            m_anchor.position += m_anchor.position < 0 ? 0 : by;
            shiftSelection(by);
        }
    }
    const qint64 highest = std::max<qint64>(0, m_model.totalRows() - visibleRows());
    if (m_toEnd || m_top > highest)
        m_top = highest;
    const bool shown = showTop();
    if (!shown && m_topRow.isValid()) {
        QTableView::updateGeometries();
        verticalScrollBar()->setValue(m_topRow.row());  // the old rows stay where they are
    }
    m_waiting = !shown;
    if (shown)
        m_toEnd = false;
    else if (!m_model.isLoading() && !m_expectsMove)
        require();
    settle();
    updateBar();
    showCurrent();
    showSelection();
    verticalHeader()->viewport()->update();
    Q_EMIT topChanged();
}

/// Rows came or went before the first one, or the place of those in the window became known.
void TableView::shiftSelection(qint64 by)
{
    const qint64 first = m_model.firstPosition() - by;
    if (m_model.firstPosition() == 0)
        m_selection.shift(by);
    else
        m_selection.correct(first, first + m_model.rowCount() - 1, by);
}

/// The rows asked for do not come: those on the screen are where one is.
void TableView::stopWaiting(const Error &error)
{
    if (!m_waiting || error.kind == Error::Kind::Connection)  // which comes back, and with it they
        return;
    m_waiting = false;
    m_toEnd = false;
    m_top = m_topRow.isValid() ? positionOf(m_topRow) : 0;
    settle();
    updateBar();
    verticalHeader()->viewport()->update();
    Q_EMIT topChanged();
}

void TableView::settle()
{
    m_loadingLine->setLoading(m_waiting || m_model.isLoading());
}

void TableView::updateBar()
{
    m_bar->show(m_model.totalRows(), visibleRows(), m_top);
}

void TableView::updateGeometries()
{
    QTableView::updateGeometries();
    m_header->filterRow().align();
}

void TableView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y()) || event->modifiers() & Qt::ShiftModifier) {
        QTableView::wheelEvent(event);
        return;
    }
    constexpr double notch = 120;
    constexpr double rowsANotch = 3;
    m_wheelRest -= angle.y() / notch * rowsANotch;
    const auto rows = qint64(m_wheelRest);
    m_wheelRest -= double(rows);
    if (rows != 0)
        setTop(m_top + rows);
    event->accept();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    setTop(m_top);
}

}  // namespace roster
