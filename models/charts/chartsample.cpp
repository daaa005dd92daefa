// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartsample.h"

#include <algorithm>
#include <cmath>

namespace roster {

std::optional<double> finiteNumber(const ResultSet &rows, int row, int column)
{
    if (rows.isNull(row, column))
        return {};
    bool isNumber = false;
    const double value = rows.bytes(row, column).toByteArray().toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

SampleRange rangeOf(const QList<double> &values)
{
    QList<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    if (sorted.isEmpty())
        return {};
    const auto at = [&sorted](double share) {
        return sorted.at(qsizetype(share * double(sorted.size() - 1)));
    };
    constexpr double outside = 0.002;
    return {at(outside), at(1 - outside), int(sorted.size())};
}

int exponentFor(double low, double high, double steps)
{
    const double span = high - low;
    const double size = std::max(std::abs(low), std::abs(high));
    // One value only: what tells it from its neighbours.
    const double step = span > 0 ? span / steps : size / 1000;
    int exponent = step > 0 ? int(std::floor(std::log10(step))) : 0;
    // The numbers of a scale stay whole ones that a double holds.
    if (size > 0)
        exponent = std::max(exponent, int(std::ceil(std::log10(size))) - 15);
    return std::clamp(exponent, -290, 290);
}

}  // namespace roster
