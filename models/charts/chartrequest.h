// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTREQUEST_H
#define ROSTER_CHARTS_CHARTREQUEST_H

#include "models/browsing/tablequery.h"
#include "models/schema/tableschema.h"

#include <QString>

namespace roster {

/// What a person wants to see of a table.
struct ChartRequest
{
    enum class TextBy { FirstLetter, Value };
    enum class Period { Auto, Hour, Day, Week, Month, Year };
    /// Of two columns: all rows counted in cells, or some rows as points. Auto: points of a small
    /// table, density of a large one.
    enum class Form { Auto, Density, Points };

    QString column;
    QString other;  ///< along y; empty: the distribution of `column` alone
    TextBy textBy = TextBy::FirstLetter;
    Period period = Period::Auto;
    Form form = Form::Auto;
    int bins = 0;             ///< at most so many bars; 0: what suits the values
    bool wholeRange = false;  ///< from the least to the greatest value, however far out they are
    TableQuery query;         ///< which rows, as the grid has them; its order does not matter
    bool operator==(const ChartRequest &) const = default;
};

/// Why a column cannot be charted (json, bytea …); empty: it can.
QString whyUnchartable(const ColumnSchema &column);
/// Whether it has a scale of numbers or time, which a chart of two columns needs.
bool hasScale(const ColumnSchema &column);

}  // namespace roster

#endif
