// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTBUILDER_H
#define ROSTER_CHARTS_CHARTBUILDER_H

#include "models/charts/chartcounts.h"
#include "models/charts/chartdata.h"
#include "models/charts/chartrequest.h"

namespace roster {

/// The chart of what was counted: bars of nice widths, outliers cut off and named. Needs no server,
/// so other bars are there at once.
ChartData buildChart(const TableSchema &schema, const ChartRequest &request,
                     const ChartCounts &counts);

/// The query that lists only the rows of these bars: `query` narrowed in the filters of the chart's
/// columns, or in its raw WHERE where the filters have no word for them. nullopt: there is none.
std::optional<TableQuery> brushedQuery(const TableSchema &schema, const ChartData &chart,
                                       const ChartRequest &request, ChartRange bins,
                                       ChartRange rows = {});

}  // namespace roster

#endif
