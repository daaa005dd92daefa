// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_DUMPROWSMODEL_H
#define ROSTER_VIEWS_DUMPROWSMODEL_H

#include "models/dump/dumprows.h"

#include <QAbstractTableModel>

namespace roster {

/// The rows of a dump's table that were read so far, for looking at. Who reads them appends them;
/// a view that comes near the end asks for more by fetchMore().
class DumpRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { IsNullRole = Qt::UserRole + 1 };

    /// So many are kept, in rows and bytes; then search, instead of looking at all.
    static constexpr int mostRows = 100'000;
    static constexpr qint64 mostBytes = qint64(128) << 20;

    using QAbstractTableModel::QAbstractTableModel;

    /// Another table, or another search: no row yet.
    void reset(const QStringList &columns);
    void append(const QList<DumpRows::Row> &rows);
    /// Whether more() is to be asked for: not while it is answered, nor behind the last row.
    void setHasMore(bool has) { m_hasMore = has; }
    bool isFull() const { return rowCount() >= mostRows || m_bytes >= mostBytes; }

    const QStringList &columns() const { return m_columns; }
    const DumpRows::Row &row(int at) const { return m_rows.at(at); }
    /// Rows and columns of the cells as tab-separated lines; NULL is an empty field.
    QByteArray text(const QModelIndexList &cells) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent = {}) const override;
    void fetchMore(const QModelIndex &parent = {}) override;

Q_SIGNALS:
    void moreWanted();

private:
    QStringList m_columns;
    QList<DumpRows::Row> m_rows;
    qint64 m_bytes = 0;
    bool m_hasMore = false;
};

}  // namespace roster

#endif
