// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTSCALE_H
#define ROSTER_CHARTS_CHARTSCALE_H

#include "models/charts/chartdata.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>

namespace roster {

/// How the values of a column become whole numbers that can be counted: what the server groups by.
struct ChartScale
{
    enum class Unit {
        Integer,    ///< multiples of 10^exponent, exponent >= 0
        Decimal,    ///< the same with any exponent
        Hour,       ///< since 1970, as the clock on the wall says
        Day,        ///< Julian days
        Month,      ///< year × 12 + month - 1
        HourOfDay,  ///< 0 to 24
    };

    Unit unit = Unit::Integer;
    int exponent = 0;

    bool isNumber() const { return unit == Unit::Integer || unit == Unit::Decimal; }
    /// The number of a value in this scale, with its fraction: where a point stands.
    double placeOf(double value) const;
    bool operator==(const ChartScale &) const = default;
};

/// The bars of a chart on a scale: all of one width, numbered, 0 where the scale's 0 is.
class ChartSteps
{
public:
    enum class Calendar { None, Week, Month, Year };  ///< of Day or Month

    ChartSteps(ChartScale scale, qint64 multiple, Calendar calendar = Calendar::None)
        : m_scale(scale), m_multiple(multiple), m_calendar(calendar)
    {
    }

    /// The bar that a number of the scale belongs to.
    qint64 barOf(qint64 number) const;
    double barOf(double number) const;
    /// Its label, and its limits as the filter row writes them.
    ChartBin bin(qint64 bar, qint64 count) const;
    /// What lies before or beyond. `infinite`, `hasInfinities`: a column of which those are counted
    /// apart from it.
    ChartBin before(qint64 bar, qint64 count, const QString &infinite) const;
    ChartBin beyond(qint64 bar, qint64 count, bool hasInfinities) const;
    ChartAxis axis(const QString &title, qint64 first, qint64 last) const;
    /// How wide a bar is, in words; empty where it is one value.
    QString width() const;

    /// The narrowest steps by which first…last are at most `most` bars; none narrower than
    /// `least`, where a calendar is asked for.
    static ChartSteps fitting(ChartScale scale, qint64 first, qint64 last, int most,
                              Calendar least = Calendar::None);
    Calendar calendar() const { return m_calendar; }

private:
    static QList<ChartSteps> candidates(ChartScale scale);
    qint64 monthOf(qint64 number) const;
    bool isSingle() const;  ///< one bar is one value
    qint64 integerEdge(qint64 bar) const;
    QString edge(qint64 bar) const;
    QString moment(qint64 bar) const;
    QString last(qint64 bar) const;
    QString readable(const QString &edge) const;

    ChartScale m_scale;
    qint64 m_multiple;  ///< numbers of the scale in a bar, or years
    Calendar m_calendar;
};

/// `number` × 10^`exponent`, exactly.
QString decimalText(qint64 number, int exponent);
/// A plain decimal as the language in use writes it.
QString localDecimal(const QString &plain);

}  // namespace roster

#endif
