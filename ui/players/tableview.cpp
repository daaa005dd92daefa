// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/tableview.h"

#include "models/views/tablemodel.h"
#include "ui/common/delegates/celldelegate.h"
#include "ui/common/delegates/celledit.h"
#include "ui/players/columnheader.h"
#include "ui/players/filterrow.h"
#include "ui/players/loadingline.h"
#include "ui/players/positionbar.h"
#include "ui/players/rowheader.h"

#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
/// An open editor stays open this far from the screen; the model keeps at least so many rows.
constexpr qint64 editorLeash = 100;
constexpr int dragMs = 40;
}  // namespace

TableView::TableView(TableModel &model, QWidget *parent)
    : QTableView(parent),
      m_model(model),
      m_header(new ColumnHeader(this)),
      m_bar(new PositionBar(parent)),
      m_loadingLine(new LoadingLine(viewport()))
{
    setObjectName(u"tableView"_s);
    setAccessibleName(tr("Rows"));
    setFrameShape(QFrame::NoFrame);
    setUpHeaders();
    setModel(&model);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed);
    setWordWrap(false);
    setAutoScroll(false);  // it would scroll by itself when the window moves; see showCurrent
    setCornerButtonEnabled(false);
    setTabKeyNavigation(true);

    connect(m_bar, &PositionBar::topRequested, this, &TableView::setTop);
    connect(m_bar, &PositionBar::endRequested, this, [this] {
        m_toEnd = true;
        setTop(lastPosition());
    });
    connect(&model, &TableModel::windowChanged, this, &TableView::follow);
    connect(&model, &TableModel::totalChanged, this, &TableView::follow);
    connect(&model, &TableModel::loadingChanged, this, &TableView::settle);
    connect(&model, &TableModel::failed, this, [this] { m_expectsMove = false; });
    m_dragTimer.setInterval(dragMs);
    connect(&m_dragTimer, &QTimer::timeout, this, &TableView::dragOn);
}

void TableView::setUpHeaders()
{
    setHorizontalHeader(m_header);
    // A click on a header sorts; it does not select the column.
    disconnect(m_header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, this, nullptr);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, &m_header->filterRow(),
            &FilterRow::align);
    connect(&m_header->filterRow(), &FilterRow::columnFocused, this, [this](int column) {
        if (m_model.rowCount() > 0)
            scrollTo(m_model.index(std::max(0, rowAt(0)), column));
    });
    connect(&m_header->filterRow(), &FilterRow::leaveRequested, this,
            [this] { setFocus(Qt::OtherFocusReason); });

    auto *rows = new RowHeader(m_model, this);
    setVerticalHeader(rows);
    rows->setDefaultSectionSize(fontMetrics().height() + fontMetrics().height() / 2);
    connect(rows, &RowHeader::rowPressed, this, &TableView::pressRow);
    connect(rows, &RowHeader::rowDragged, this, [this](int row) {
        selectBlock({std::min(m_anchor.position, m_model.firstPosition() + row),
                     std::max(m_anchor.position, m_model.firstPosition() + row), 0,
                     m_model.columnCount() - 1});
    });
}

void TableView::setSchema(const TableSchema &schema)
{
    m_header->setSchema(schema);
    for (int column = 0; column < schema.columns.size(); ++column) {
        delete itemDelegateForColumn(column);
        auto *made = CellDelegate::make(schema, column, this);
        connect(made, &CellDelegate::largeEditorNeeded, this, &TableView::largeEditorRequested);
        setItemDelegateForColumn(column, made);
    }
}

// Scrolling ------------------------------------------------------------------

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
            m_selection.shift(by);
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

void TableView::restart()
{
    m_top = 0;
    m_waiting = false;
    m_toEnd = false;
    m_topRow = QPersistentModelIndex();
    m_current = {};
    m_anchor = {};
    m_selection.clear();
    showSelection();
    updateBar();
    Q_EMIT selectionMoved();
}

// The current cell -----------------------------------------------------------

qint64 TableView::positionOf(const QModelIndex &index) const
{
    return index.isValid() ? m_model.firstPosition() + index.row() : -1;
}

QModelIndex TableView::currentCell() const
{
    if (m_current.position < 0 || !isLoaded(m_current.position))
        return {};
    return m_model.index(int(m_current.position - m_model.firstPosition()), m_current.column);
}

void TableView::showCurrent()
{
    const QModelIndex cell = currentCell();
    if (selectionModel() && selectionModel()->currentIndex() != cell)
        selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
}

void TableView::goTo(qint64 position, int column)
{
    moveTo(position, column < 0 ? std::max(m_current.column, 0) : column, false);
    // Found rows stand in sight with something around them, not at the very edge.
    if (position < m_top + 1 || position > m_top + visibleRows() - 2)
        setTop(position - visibleRows() / 3);
}

void TableView::goToEnd()
{
    m_toEnd = true;
    moveTo(lastPosition(), m_current.column, false);
}

void TableView::moveTo(qint64 position, int column, bool extend)
{
    if (m_model.totalRows() == 0 || m_model.columnCount() == 0)
        return;
    position = std::clamp<qint64>(position, 0, lastPosition());
    const bool wholeRows = extend && m_selection.isWholeRows(m_model.columnCount());
    m_current = {position, column};
    if (!extend || m_anchor.position < 0)
        m_anchor = m_current;
    const int first = wholeRows ? 0 : std::min(m_anchor.column, column);
    const int last = wholeRows ? m_model.columnCount() - 1 : std::max(m_anchor.column, column);
    m_selection.set({std::min(m_anchor.position, position), std::max(m_anchor.position, position),
                     first, last});
    if (position < m_top)
        setTop(position);
    else if (position >= m_top + visibleRows())
        setTop(position - visibleRows() + 1);
    showCurrent();
    showSelection();
    if (const QModelIndex cell = currentCell(); cell.isValid() && !m_waiting) {
        const int row = verticalScrollBar()->value();
        scrollTo(cell);  // sideways
        verticalScrollBar()->setValue(row);
    }
    Q_EMIT selectionMoved();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_byHand || !current.isValid())
        return;
    m_current = {positionOf(current), current.column()};
}

void TableView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    {
        const QScopedValueRollback byHand(m_byHand, true);
        QTableView::closeEditor(editor, hint);
    }
    // Tab in an editor went on to the next cell.
    if (hint == QAbstractItemDelegate::EditNextItem
        || hint == QAbstractItemDelegate::EditPreviousItem)
        harvest(false);
}

void TableView::editCurrent()
{
    const QModelIndex cell = currentCell();
    if (cell.isValid() && m_model.flags(cell) & Qt::ItemIsEditable)
        edit(cell);
}

bool TableView::finishEditing()
{
    if (state() != QAbstractItemView::EditingState)
        return true;
    QWidget *editor = indexWidget(currentIndex());
    const auto *line = qobject_cast<CellEdit *>(editor);
    if (line && !line->complaint().isEmpty())
        return false;
    if (editor) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
    return true;
}

/// Rows too far from the screen may leave the window, and Qt then drops their editor with all that
/// was typed; what was typed is saved before.
void TableView::saveEditorFarFrom(qint64 position)
{
    if (state() != QAbstractItemView::EditingState)
        return;
    const qint64 at = m_current.position;
    if (at > position - editorLeash && at < position + visibleRows() + editorLeash)
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

// Keys -----------------------------------------------------------------------

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
    if (!currentIndex().isValid() && m_current.position >= 0 && !event->text().isEmpty()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        goTo(m_current.position);  // typing goes to the current cell, which was scrolled away
    const QModelIndex before = currentIndex();
    {
        const QScopedValueRollback byHand(m_byHand, true);
        QTableView::keyPressEvent(event);
    }
    if (currentIndex() != before)
        harvest(false);
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
        else
            editCurrent();
        return true;
    }
    if (event.key() == Qt::Key_Delete && event.modifiers() == Qt::NoModifier) {
        Q_EMIT clearRequested();
        return true;
    }
    return false;
}

}  // namespace roster
