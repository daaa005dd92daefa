// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTSTATEMENTS_H
#define ROSTER_CHARTS_CHARTSTATEMENTS_H

#include "models/browsing/bindings.h"
#include "models/browsing/pager.h"
#include "models/charts/chartscale.h"

#include <QString>

namespace roster {

/// The SQL of the charts. `pager` knows the rows: the relation and its condition.
class ChartStatements
{
public:
    ChartStatements(const Pager &pager, Bindings &bindings) : m_pager(pager), m_bindings(bindings)
    {
    }

    /// Rows of one column of numbers for a column: plain numbers, or seconds since 1970. About
    /// `rows` of them, spread over the table by `percent` of its blocks; 100: the first ones.
    QString sample(const QList<const ColumnSchema *> &columns, double percent, int rows);
    /// Least and greatest finite number.
    QString bounds(const ColumnSchema &column);

    // Each counts all rows that the condition lets through; the last column is the count.
    /// Number in the scale, count; what has no number: NULL, its text, ±1e300 where it is too far.
    QString counted(const ColumnSchema &column, ChartScale scale, int limit);
    /// Number in the one scale, in the other, count.
    QString counted(const ColumnSchema &column, ChartScale scale, const ColumnSchema &other,
                    ChartScale otherScale, int limit);
    /// First letter, count.
    QString letters(const ColumnSchema &column);
    /// The most frequent values (cut at `cutAt` characters), their counts, the number of all
    /// rows, the number of different values.
    QString values(const ColumnSchema &column, int limit);

    static constexpr int cutAt = 200;

private:
    QString key(const ColumnSchema &column, ChartScale scale) const;
    QString number(const ColumnSchema &column) const;
    static QString fromKey(const QString &key, ChartScale scale);
    QString from(const QString &sampling = {});

    const Pager &m_pager;
    Bindings &m_bindings;
};

}  // namespace roster

#endif
