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
    connect(&model, &TableModel::modelAboutToBeReset, this, &TableView::saveEditor);
    setModel(&model);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
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
    connect(&model, &TableModel::failed, this, &TableView::stopWaiting);
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
    const qint64 end =
        extend && m_toEnd ? GridSelection::toEnd : std::max(m_anchor.position, position);
    m_selection.set({std::min(m_anchor.position, position), end, first, last});
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

void TableView::commitData(QWidget *editor)
{
    if (editor != m_savedEditor)
        QTableView::commitData(editor);
}

void TableView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (editor && editor == m_savedEditor)
        return;
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
    saveEditor();
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
    saveEditor();
}

void TableView::saveEditor()
{
    if (state() != QAbstractItemView::EditingState)
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
        // Return and a lost focus reach the delegate later, when the editor is no more.
        m_savedEditor = editor;
    }
}

void TableView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (currentIndex().row() >= first && currentIndex().row() <= last)
        saveEditor();
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

}  // namespace roster
