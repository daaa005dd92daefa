// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTCATEGORIES_H
#define ROSTER_CHARTS_CHARTCATEGORIES_H

#include "models/charts/chartcounts.h"
#include "models/charts/chartdata.h"

namespace roster {

/// The chart of a column without a scale: booleans, enums in their order, first letters, the most
/// frequent values.
ChartData categories(const ColumnSchema &column, const ChartRequest &request,
                     const ChartCounts &counts);

/// `=value` in the filter row's language; empty where a line of text cannot hold it.
QString exactFilter(const QString &value);

}  // namespace roster

#endif
