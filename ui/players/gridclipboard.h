// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_GRIDCLIPBOARD_H
#define ROSTER_PLAYERS_GRIDCLIPBOARD_H

#include "models/browsing/rowformat.h"
#include "models/core/error.h"
#include "models/views/tablemodel.h"

#include <QObject>

namespace roster {

class TableView;

/// Copies what is selected, also rows that are not loaded, in the columns as they stand.
class GridClipboard : public QObject
{
    Q_OBJECT

public:
    GridClipboard(TableModel &model, TableView &view);

    /// The selected columns that are shown, as they stand.
    QList<int> columns() const;
    void copy(RowFormat::Kind kind);

Q_SIGNALS:
    void copied(qint64 rows);
    void failed(const roster::Error &error);

private:
    void place(const TableModel::RowsText &text);

    TableModel &m_model;
    TableView &m_view;
    int m_asked = 0;  ///< a later copy overtakes one that still reads
};

}  // namespace roster

#endif
