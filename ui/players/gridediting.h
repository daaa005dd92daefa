// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_GRIDEDITING_H
#define ROSTER_PLAYERS_GRIDEDITING_H

#include "models/core/error.h"
#include "models/database/session.h"

#include <QObject>

#include <QStringList>

#include <functional>
#include <optional>

class QModelIndex;

namespace roster {

class TableModel;
class TableView;
struct ColumnSchema;

/// Stages what a person does to the selected rows and cells.
class GridEditing : public QObject
{
    Q_OBJECT

public:
    GridEditing(TableModel &model, TableView &view);

    void addRow();
    void duplicateRows();
    void deleteRows();
    void setNull();
    /// Del: text becomes empty, anything else NULL where that may be.
    void clearCells();
    /// The clipboard's one value into every selected cell; a block of them into the cells from the
    /// first selected one on.
    void paste();
    /// The clipboard's rows as new ones.
    void pasteAsRows();
    void fillDown();
    void revertSelection();
    void openLargeEditor(const QModelIndex &index);

Q_SIGNALS:
    void message(const QString &text);
    void failed(const roster::Error &error);

private:
    void setSelected(const std::function<SqlValue(const ColumnSchema &)> &valueFor);
    void atStart(std::function<void()> work);
    int firstEditableColumn(int row) const;
    void copyInto(int row, const QMap<int, QVariant> &values);
    bool isOwnNumbered(int column) const;
    SqlValue valueOf(const QString &cell, int column) const;
    std::optional<QList<QStringList>> clipboardBlock();
    std::optional<QList<int>> columnsFor(qsizetype count, int from);
    QList<QList<SqlValue>> valuesOf(const QList<QStringList> &block,
                                    const QList<int> &columns) const;

    TableModel &m_model;
    TableView &m_view;
    std::function<void()> m_waiting;  ///< for the first rows: new ones stand before them
};

}  // namespace roster

#endif
