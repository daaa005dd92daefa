// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/charttablemodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

ChartTableModel::ChartTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_table(ChartData())
{
}

void ChartTableModel::setChart(const ChartData &chart)
{
    beginResetModel();
    m_table = ChartTable(chart);
    m_total = std::max<qint64>(chart.total, 1);
    endResetModel();
}

int ChartTableModel::rowOf(int bin) const
{
    const auto at =
        std::find_if(m_table.rows.cbegin(), m_table.rows.cend(),
                     [bin](const ChartTable::Row &row) { return row.bins.first == bin; });
    return at == m_table.rows.cend() ? -1 : int(at - m_table.rows.cbegin());
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChartTable::Row &row = m_table.rows.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != LabelColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case LabelColumn:
        return m_table.hasY ? u"%1 × %2"_s.arg(row.x, row.y) : row.x;
    case CountColumn:
        return QLocale().toString(row.count);
    default:
        return tr("%1 %").arg(
            QLocale().toString(100.0 * double(row.count) / double(m_total), 'f', 1));
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == LabelColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case LabelColumn:
        return m_table.hasY ? u"%1 × %2"_s.arg(m_table.xTitle, m_table.yTitle) : m_table.xTitle;
    case CountColumn:
        return tr("Rows");
    default:
        return tr("Share");
    }
}

}  // namespace roster
