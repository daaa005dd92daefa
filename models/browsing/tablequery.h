// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_TABLEQUERY_H
#define ROSTER_BROWSING_TABLEQUERY_H

#include <QList>
#include <QMap>
#include <QString>

namespace roster {

struct SortColumn
{
    QString column;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const SortColumn &) const = default;
};

/// Which rows of a table, in which order, as a person asked for it. The pager appends the primary
/// key to the order, so that it is total.
struct TableQuery
{
    QList<SortColumn> order;  ///< empty: the declared default order, else the primary key
    QMap<QString, QString>
        filters;        ///< column → the filter row's little language (`>10`, `10..20`)
    QString anyColumn;  ///< searched in every column; empty: no search
    QString where;      ///< raw SQL condition; empty: none

    bool isFiltered() const
    {
        return !filters.isEmpty() || !anyColumn.isEmpty() || !where.isEmpty();
    }
    bool operator==(const TableQuery &) const = default;
};

}  // namespace roster

#endif
