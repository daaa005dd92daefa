// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/dumprowsmodel.h"

#include "models/browsing/rowformat.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype shownBytes = 4000;  // of a cell: laying out more takes too long
constexpr qsizetype tipBytes = 1000;

/// On one line, as far as a cell shows it.
QString shown(const QByteArray &value)
{
    QString text = QString::fromUtf8(value.first(std::min(value.size(), shownBytes)));
    text.replace(u'\n', u'↵').replace(u'\t', u'→');
    return value.size() > shownBytes ? text + u'…' : text;
}

}  // namespace

void DumpRowsModel::reset(const QStringList &columns)
{
    beginResetModel();
    m_columns = columns;
    m_rows.clear();
    m_bytes = 0;
    m_hasMore = false;
    endResetModel();
}

void DumpRowsModel::append(const QList<DumpRows::Row> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows += rows;
    for (const DumpRows::Row &row : rows)
        m_bytes += row.bytes();
    endInsertRows();
}

QByteArray DumpRowsModel::text(const QModelIndexList &cells) const
{
    QList<int> rows;
    QList<int> columns;
    for (const QModelIndex &cell : cells) {
        rows << cell.row();
        columns << cell.column();
    }
    for (QList<int> *list : {&rows, &columns}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    TableSchema schema;
    for (const QString &name : m_columns)
        schema.columns << ColumnSchema{.name = name, .kind = TypeKind::Text};
    const RowFormat format(RowFormat::Kind::Tsv, schema, columns);
    QList<QList<SqlValue>> values;
    for (const int row : rows) {
        QList<SqlValue> line;
        for (const int column : columns)
            line << m_rows.at(row).values.at(column);
        values << line;
    }
    return columns.isEmpty() ? QByteArray() : format.format(values);
}

int DumpRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DumpRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant DumpRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || index.column() >= m_columns.size())
        return {};
    const SqlValue &value = m_rows.at(index.row()).values.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return value ? shown(*value) : u"NULL"_s;
    case Qt::ToolTipRole:
        return value && value->size() > tipBytes / 10
                 ? QString::fromUtf8(value->first(std::min(value->size(), tipBytes)))
                       .toHtmlEscaped()
                 : QVariant();
    case IsNullRole:
        return !value;
    case Qt::AccessibleTextRole:
        return m_columns.at(index.column()) + u": "_s + (value ? shown(*value) : u"NULL"_s);
    default:
        return {};
    }
}

QVariant DumpRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return section < m_columns.size() ? QVariant(m_columns.at(section)) : QVariant();
    return section < m_rows.size() ? QVariant(QLocale().toString(m_rows.at(section).number))
                                   : QVariant();
}

bool DumpRowsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !isFull();
}

void DumpRowsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_hasMore = false;
    Q_EMIT moreWanted();
}

}  // namespace roster
