// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_COLUMNMEMORY_H
#define ROSTER_PLAYERS_COLUMNMEMORY_H

#include "models/schema/tableschema.h"

#include <QObject>
#include <QTimer>
#include <QVariantMap>

class QMenu;

namespace roster {

class ColumnHeader;
class TableView;

/// How a table's columns were left: width, place, hidden; by name, so that they survive columns
/// that come and go.
class ColumnMemory : public QObject
{
    Q_OBJECT

public:
    explicit ColumnMemory(TableView &view);

    /// Lays the columns out as `saved` has them, new ones behind and as wide as they need.
    void apply(const TableSchema &schema, const QVariantMap &saved);
    QVariantMap state() const;
    /// As if never touched.
    void reset();
    /// Once the first rows are there: columns nobody has sized fit what is in them.
    void fitToRows();
    /// A tick for each column; for the toolbar and for the header's own menu.
    void fillMenu(QMenu &menu, int column = -1);
    void setHidden(int column, bool hidden);

Q_SIGNALS:
    /// Something to remember; not at each pixel of a drag.
    void changed();

private:
    int width(int column) const;
    /// Of the widest text that is loaded.
    int textWidth(int column) const;

    TableView &m_view;
    ColumnHeader &m_header;
    TableSchema m_schema;
    QTimer m_rest;
    bool m_applying = false;
    QStringList m_sized;  ///< columns whose width a person chose
};

}  // namespace roster

#endif
