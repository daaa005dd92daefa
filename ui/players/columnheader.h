// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_COLUMNHEADER_H
#define ROSTER_PLAYERS_COLUMNHEADER_H

#include "models/browsing/tablequery.h"
#include "models/schema/tableschema.h"

#include <QHeaderView>

namespace roster {

class FilterRow;

/// Above the columns: name, type beneath it, a key for the primary key, the place in the order; and
/// under them the filter row.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent);

    void setSchema(const TableSchema &schema);
    void setOrder(const QList<SortColumn> &order, bool isIndexed);
    FilterRow &filterRow() { return *m_filterRow; }
    void setFilterRowVisible(bool visible);

    QSize sizeHint() const override;
    /// Wide enough for what the header says of it.
    int naturalWidth(int column) const;

Q_SIGNALS:
    /// `add`: as a further sort column (Shift held).
    void sortRequested(int column, bool add);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    QSize sectionSizeFromContents(int column) const override;
    void updateGeometries() override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QFont typeFont() const;
    QFont nameFont() const;
    /// `▲2`, or empty: the sort's direction and rank.
    QString sortMark(int column) const;
    QString describe(int column) const;
    int headingHeight() const;

    TableSchema m_schema;
    QList<SortColumn> m_order;
    bool m_isIndexed = true;
    bool m_addToOrder = false;
    FilterRow *m_filterRow;
};

}  // namespace roster

#endif
