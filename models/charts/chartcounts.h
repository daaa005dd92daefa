// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTCOUNTS_H
#define ROSTER_CHARTS_CHARTCOUNTS_H

#include "models/charts/chartrequest.h"
#include "models/charts/chartscale.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/session.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

namespace roster {

/// What the server counted for a chart, finer than it is shown: other bars need no other query.
struct ChartCounts
{
    /// Rows whose values have these numbers in their scales.
    struct Group
    {
        qint64 x = 0;
        qint64 y = 0;
        qint64 rows = 0;
        bool operator==(const Group &) const = default;
    };
    /// Rows with one value of a column without a scale; nullopt is NULL.
    struct Value
    {
        std::optional<QString> text;
        qint64 rows = 0;
        bool operator==(const Value &) const = default;
    };
    /// Rows that have no place on a scale.
    struct Special
    {
        qint64 nulls = 0;
        qint64 notNumbers = 0;  ///< NaN
        qint64 below = 0;       ///< -infinity
        qint64 above = 0;       ///< infinity
        qint64 tooSmall = 0;    ///< finite, and further out than can be counted
        qint64 tooLarge = 0;
        qint64 sum() const { return nulls + notNumbers + below + above + tooSmall + tooLarge; }
        bool operator==(const Special &) const = default;
    };

    ChartScale x;
    ChartScale y;
    QList<Group> groups;
    Special special;        ///< of either column
    QList<Value> values;    ///< of a column without a scale; of many the most frequent
    qint64 distinct = 0;    ///< how many different ones there are in all
    QList<QPointF> points;  ///< Points: the sampled rows, in numbers of the two scales
    qint64 total = 0;       ///< rows counted
    bool isSample = false;
    QString statement;  ///< what counted them, as a person would read it
};

/// Asks the server, with one aggregate statement over the rows (before it a small sample, for the
/// scale). InvalidInput for a column that cannot be charted, a filter or a condition that cannot
/// be understood; NotFound for an unknown column; the server's own errors.
Result<ChartCounts> readChartCounts(Session &session, Progress &progress, const TableSchema &schema,
                                    const ChartRequest &request);

}  // namespace roster

#endif
