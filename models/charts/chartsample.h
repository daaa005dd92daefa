// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTSAMPLE_H
#define ROSTER_CHARTS_CHARTSAMPLE_H

#include "models/database/resultset.h"

#include <QList>

#include <optional>

namespace roster {

/// Where the bulk of some values is.
struct SampleRange
{
    double low = 0;
    double high = 0;
    int rows = 0;  ///< of the sample
    double span() const { return high - low; }
};

/// A number as the server writes it; infinities and NaN are no measure of a scale.
std::optional<double> finiteNumber(const ResultSet &rows, int row, int column);

/// All but a few of a thousand are within.
SampleRange rangeOf(const QList<double> &values);

/// The power of ten that cuts low…high into `steps` or, at most, ten times as many.
int exponentFor(double low, double high, double steps);

}  // namespace roster

#endif
