// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_CHARTTABLEMODEL_H
#define ROSTER_VIEWS_CHARTTABLEMODEL_H

#include "models/charts/charttable.h"

#include <QAbstractTableModel>

namespace roster {

/// The numbers of a chart for the table beside it: what a bar stands for, its rows, its share.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LabelColumn, CountColumn, ShareColumn, ColumnCount };

    explicit ChartTableModel(QObject *parent = nullptr);

    void setChart(const ChartData &chart);
    const ChartTable::Row &rowAt(int row) const { return m_table.rows.at(row); }
    /// Rows of the model that stand for these bars.
    int rowOf(int bin) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartTable m_table;
    qint64 m_total = 0;
};

}  // namespace roster

#endif
