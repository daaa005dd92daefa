// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_TABLEVIEW_H
#define ROSTER_PLAYERS_TABLEVIEW_H

#include "models/core/error.h"
#include "models/views/gridselection.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QTableView>
#include <QTimer>

namespace roster {

class ColumnHeader;
class LoadingLine;
class PositionBar;
class TableModel;
struct TableSchema;

/// The grid over a TableModel. The model holds some rows around what is looked at; scrolling, the
/// current cell and the selection are by position in the whole table, of this class's own keeping,
/// and are laid over the rows that are there. Rows that are not there yet leave the old ones on
/// the screen until they come.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(TableModel &model, QWidget *parent = nullptr);

    ColumnHeader &columnHeader() { return *m_header; }
    /// Stands for the whole table; the page places it.
    PositionBar *positionBar() { return m_bar; }

    /// Delegates and headers by the schema.
    void setSchema(const TableSchema &schema);

    /// First row on the screen, as asked for (its rows may still be on their way).
    qint64 top() const { return m_top; }
    /// Rows that fit on the screen whole.
    int visibleRows() const;
    bool isWaiting() const { return m_waiting; }

    /// -1: none.
    qint64 currentPosition() const { return m_current.position; }
    int currentColumn() const { return m_current.column; }
    /// Of the current cell if its row is loaded.
    QModelIndex currentCell() const;
    /// Chooses the cell and scrolls to it. column -1: as before.
    void goTo(qint64 position, int column = -1);
    void goToEnd();
    /// The model looks a row up and will move there; goTo() follows, so the rows of the present
    /// place are not asked back.
    void expectMove() { m_expectsMove = true; }
    /// After another query: nothing chosen, from the first row on.
    void restart();

    const GridSelection &selection() const { return m_selection; }
    void selectBlock(const GridSelection::Block &block);
    void selectAll() override;
    void clearSelection();
    /// As far as the number of rows is known.
    qint64 selectedRows() const;
    /// Shown columns as they stand, left to right (logical indexes).
    QList<int> shownColumns() const;

    void editCurrent();
    /// Saves and closes an open editor; false while what stands in it cannot be saved.
    bool finishEditing();

Q_SIGNALS:
    /// The rows on the screen are others now.
    void topChanged();
    /// Current cell or selection moved.
    void selectionMoved();
    /// Letters that mean nothing else: they lead to a row.
    void typed(const QString &text);
    void largeEditorRequested(const QModelIndex &index);
    /// Del: empties what is selected.
    void clearRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void commitData(QWidget *editor) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void updateGeometries() override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    struct Cell
    {
        qint64 position = -1;
        int column = 0;
    };

    void setUpHeaders();
    void setTop(qint64 position);
    bool showTop();
    void require();
    void follow();
    void settle();
    void stopWaiting(const Error &error);
    void showSelection();
    void shiftSelection(qint64 by);
    void showCurrent();
    void updateBar();
    void saveEditor();
    void saveEditorFarFrom(qint64 position);

    qint64 lastPosition() const;
    qint64 positionOf(const QModelIndex &index) const;
    bool isLoaded(qint64 position) const;
    void moveTo(qint64 position, int column, bool extend);
    int columnBeside(int column, int step) const;
    int edgeColumn(bool last) const;
    bool isTyping(const QKeyEvent &event) const;
    bool navigate(const QKeyEvent &event);
    bool act(const QKeyEvent &event);
    void pressRow(int row, Qt::KeyboardModifiers modifiers);
    void harvest(bool keepOthers);
    bool openCut(const QModelIndex &cell);  ///< false: it is not cut
    void dragOn();

    TableModel &m_model;
    ColumnHeader *m_header;
    PositionBar *m_bar;
    QPointer<QWidget> m_savedEditor;  ///< closed ahead of its own last word
    LoadingLine *m_loadingLine;
    qint64 m_top = 0;
    bool m_waiting = false;  ///< the rows at m_top are not there yet
    bool m_toEnd = false;    ///< waiting for the last rows, wherever they turn out to be
    bool m_expectsMove = false;
    QPersistentModelIndex m_topRow;  ///< holds the screen still while the window moves under it
    Cell m_current;
    Cell m_anchor;  ///< where Shift extends from
    GridSelection m_selection;
    bool m_byHand = false;  ///< a key or the mouse is moving Qt's own selection
    bool m_dragging = false;
    bool m_hasDragged = false;  ///< since the button went down, the selection grew with the mouse
    QTimer m_dragTimer;         ///< scrolls on while the mouse is held beyond the edge
    double m_wheelRest = 0;
};

}  // namespace roster

#endif
