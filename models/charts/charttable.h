// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTTABLE_H
#define ROSTER_CHARTS_CHARTTABLE_H

#include "models/charts/chartdata.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace roster {

/// The numbers of a chart as rows: one per bar; of a density or of points one per cell that is not
/// empty.
struct ChartTable
{
    struct Row
    {
        QString x;
        QString y;  ///< empty for bars
        QString filter;
        qint64 count = 0;
        ChartRange bins;  ///< the bar it stands for
        ChartRange rows;
        bool operator==(const Row &) const = default;
    };

    explicit ChartTable(const ChartData &chart);

    bool hasY = false;
    QString xTitle;
    QString yTitle;
    QList<Row> rows;

    /// With a header, as COPY … CSV writes it.
    QByteArray csv() const;
};

/// Title, bars with their filters, what stands apart, notes, rows counted.
QByteArray chartJson(const ChartData &chart);

}  // namespace roster

#endif
