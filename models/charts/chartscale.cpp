// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartscale.h"

#include "models/database/session.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Unit = ChartScale::Unit;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartScale)
};

constexpr qint64 monthsInYear = 12;
constexpr qint64 daysInWeek = 7;
constexpr qint64 julianUnixEpoch = 2440588;
constexpr double secondsInDay = 86400;

qint64 floorDivided(qint64 number, qint64 by)
{
    return number / by - (number % by < 0 ? 1 : 0);
}

/// The bar behind this one; the last number there is has none but itself.
qint64 next(qint64 bar)
{
    return bar == std::numeric_limits<qint64>::max() ? bar : bar + 1;
}

/// Whether so many bars reach from one to the other, which may be all numbers apart.
bool isWithin(qint64 first, qint64 last, qint64 most)
{
    qint64 bars = 0;
    return !__builtin_sub_overflow(last, first, &bars) && bars < most;
}

QString padded(qint64 number, int digits)
{
    return u"%1"_s.arg(number, digits, 10, QChar(u'0'));
}

QString monthText(qint64 month)
{
    return padded(floorDivided(month, monthsInYear), 4) + u'-'
         + padded(month - floorDivided(month, monthsInYear) * monthsInYear + 1, 2);
}

QString dayText(qint64 julianDay)
{
    const QDate date = QDate::fromJulianDay(julianDay);
    return padded(date.year(), 4) + u'-' + padded(date.month(), 2) + u'-' + padded(date.day(), 2);
}

QString hourText(qint64 hour)
{
    const qint64 day = floorDivided(hour, 24);
    return dayText(day + julianUnixEpoch) + u' ' + padded(hour - day * 24, 2);
}

}  // namespace

double ChartScale::placeOf(double value) const
{
    switch (unit) {
    case Unit::Integer:
        return exponent == 0 ? value + 0.5 : value / std::pow(10.0, exponent);
    case Unit::Decimal:
        return value / std::pow(10.0, exponent);
    case Unit::Hour:
        return value / 3600;
    case Unit::Day:
        return value / secondsInDay + double(julianUnixEpoch);
    case Unit::Month: {
        const double day = std::floor(value / secondsInDay);
        const QDate date = QDate::fromJulianDay(qint64(day) + julianUnixEpoch);
        return double(date.year() * monthsInYear + date.month() - 1)
             + (double(date.day() - 1) + value / secondsInDay - day) / date.daysInMonth();
    }
    case Unit::HourOfDay:
        break;
    }
    return value / 3600;
}

qint64 ChartSteps::barOf(qint64 number) const
{
    switch (m_calendar) {
    case Calendar::Week:
        return floorDivided(number, daysInWeek);
    case Calendar::Month:
        return monthOf(number);
    case Calendar::Year:
        return floorDivided(monthOf(number), monthsInYear * m_multiple);
    case Calendar::None:
        break;
    }
    return floorDivided(number, m_multiple);
}

double ChartSteps::barOf(double number) const
{
    if (m_calendar == Calendar::None)
        return number / double(m_multiple);
    if (m_calendar == Calendar::Week)
        return number / double(daysInWeek);
    double months = number;
    if (m_scale.unit == Unit::Day) {
        const auto day = qint64(std::floor(number));
        const QDate date = QDate::fromJulianDay(day);
        months = double(monthOf(day))
               + (date.day() - 1 + number - double(day)) / std::max(date.daysInMonth(), 1);
    }
    if (m_calendar == Calendar::Month)
        return months;
    return months / double(monthsInYear * m_multiple);
}

qint64 ChartSteps::monthOf(qint64 number) const
{
    if (m_scale.unit != Unit::Day)
        return number;
    const QDate date = QDate::fromJulianDay(number);
    return date.year() * monthsInYear + date.month() - 1;
}

bool ChartSteps::isSingle() const
{
    return m_scale.unit == Unit::Integer && m_scale.exponent == 0 && m_multiple == 1;
}

/// No integer is beyond; a bar may be, by its round width.
qint64 ChartSteps::integerEdge(qint64 bar) const
{
    qint64 value = 0;
    bool isTooFar = __builtin_mul_overflow(bar, m_multiple, &value);
    for (int i = 0; i < m_scale.exponent && !isTooFar; ++i)
        isTooFar = __builtin_mul_overflow(value, qint64(10), &value);
    using Limits = std::numeric_limits<qint64>;
    return !isTooFar ? value : bar < 0 ? Limits::min() : Limits::max();
}

QString ChartSteps::edge(qint64 bar) const
{
    switch (m_calendar) {
    case Calendar::Week:
        return dayText(bar * daysInWeek);
    case Calendar::Month:
        return monthText(bar);
    case Calendar::Year:
        return padded(bar * m_multiple, 4);
    case Calendar::None:
        break;
    }
    switch (m_scale.unit) {
    case Unit::Integer:
        return QString::number(integerEdge(bar));
    case Unit::Decimal:
        return decimalText(bar * m_multiple, m_scale.exponent);
    case Unit::Hour:
        return hourText(bar * m_multiple);
    case Unit::Day:
        return dayText(bar * m_multiple);
    case Unit::Month:
        return monthText(bar * m_multiple);
    case Unit::HourOfDay:
        break;
    }
    return padded(bar * m_multiple, 2) + u":00"_s;
}

/// The last value of a bar, in the filter row's language; dates there mean the whole of them.
QString ChartSteps::last(qint64 bar) const
{
    switch (m_calendar) {
    case Calendar::Week:
        return dayText(bar * daysInWeek + daysInWeek - 1);
    case Calendar::Month:
        return edge(bar);
    case Calendar::Year:
        return padded(bar * m_multiple + m_multiple - 1, 4);
    case Calendar::None:
        break;
    }
    switch (m_scale.unit) {
    case Unit::Integer: {
        const qint64 end = integerEdge(next(bar));
        const bool isLast = end == std::numeric_limits<qint64>::max();
        return QString::number(isLast ? end : end - 1);
    }
    case Unit::Decimal:
        return u'<' + edge(next(bar));
    case Unit::Hour:
        return hourText(bar * m_multiple + m_multiple - 1);
    case Unit::Day:
        return dayText(bar * m_multiple + m_multiple - 1);
    case Unit::Month:
        return monthText(bar * m_multiple + m_multiple - 1);
    case Unit::HourOfDay:
        break;
    }
    return padded(bar * m_multiple + m_multiple - 1, 2) + u":59"_s;
}

QString ChartSteps::readable(const QString &edge) const
{
    if (m_scale.isNumber())
        return localDecimal(edge);
    return m_scale.unit == Unit::Hour ? edge + u":00"_s : edge;
}

ChartBin ChartSteps::bin(qint64 bar, qint64 count) const
{
    ChartBin result{.label = {},
                    .filter = {},
                    .count = count,
                    .from = edge(bar),
                    .to = last(bar),
                    .condition = {}};
    const QString to = result.to.startsWith(u'<') ? result.to.mid(1) : result.to;
    const bool isOne = isSingle() || result.from == to;
    result.filter = isOne ? result.from : result.from + u".."_s + result.to;
    result.label = readable(result.from);
    if (m_scale.unit == Unit::HourOfDay)
        result.label += u"–"_s + to;
    else if (!isOne)
        result.label += (result.from.startsWith(u'-') || !m_scale.isNumber() ? u" – "_s : u"–"_s)
                      + readable(to);
    // Years before the first, and beyond what the language reads, cannot be written there.
    const bool isDate = !m_scale.isNumber() && m_scale.unit != Unit::HourOfDay;
    if (isDate
        && (result.from.startsWith(u'-') || result.from.startsWith("0000"_L1)
            || result.from.section(u'-', 0, 0).size() > 6))
        result.filter = result.from = result.to = QString();
    return result;
}

/// Where a bar begins, as SQL reads it: a whole date.
QString ChartSteps::moment(qint64 bar) const
{
    QString text = edge(bar);
    if (m_scale.isNumber())
        return text;
    if (m_scale.unit == Unit::Hour)
        return text + u":00"_s;
    const qsizetype parts = text.count(u'-');
    return parts == 0 ? text + u"-01-01"_s : parts == 1 ? text + u"-01"_s : text;
}

ChartBin ChartSteps::before(qint64 bar, qint64 count, const QString &infinite) const
{
    const QString from = edge(bar);
    ChartBin result;
    result.label = u"< "_s + readable(from);
    result.count = count;
    if (infinite.isEmpty())
        result.filter = u'<' + from;
    else  // a range of the filter row would hold -infinity, too
        result.condition =
            u"%1 > '-infinity' AND %1 < %2"_s.arg(quoted(infinite), literal(moment(bar)));
    return result;
}

ChartBin ChartSteps::beyond(qint64 bar, qint64 count, bool hasInfinities) const
{
    const QString from = edge(next(bar));
    ChartBin result;
    result.label = u"≥ "_s + readable(from);
    result.filter = hasInfinities ? from + u"..<infinity"_s : u">="_s + from;
    result.count = count;
    return result;
}

QString ChartSteps::width() const
{
    switch (m_calendar) {
    case Calendar::Week:
        return Text::tr("by week");
    case Calendar::Month:
        return Text::tr("by month");
    case Calendar::Year:
        return m_multiple == 1 ? Text::tr("by year")
                               : Text::tr("in steps of %1 years").arg(QString::number(m_multiple));
    case Calendar::None:
        break;
    }
    switch (m_scale.unit) {
    case Unit::Integer:
    case Unit::Decimal:
        return isSingle() ? QString()
                          : Text::tr("in steps of %1")
                                .arg(localDecimal(decimalText(m_multiple, m_scale.exponent)));
    case Unit::Hour:
        return Text::tr("by hour");
    case Unit::Day:
        return Text::tr("by day");
    case Unit::Month:
        return Text::tr("by month");
    case Unit::HourOfDay:
        break;
    }
    return Text::tr("by hour of the day");
}

ChartAxis ChartSteps::axis(const QString &title, qint64 first, qint64 last) const
{
    ChartAxis result;
    result.title = title;
    result.origin = first;
    result.ticksAtEdges = m_scale.isNumber() && !isSingle();
    const qint64 bars = last - first + 1;
    for (qint64 i = 0; i < bars + (result.ticksAtEdges ? 1 : 0); ++i)
        result.ticks << readable(edge(i < bars ? first + i : next(last)));
    if (m_calendar == Calendar::Week)
        result.strides = {1, 2, 4, 13, 26, 52, 104};
    else if (m_calendar == Calendar::None && m_scale.unit == Unit::Hour)
        result.strides = {1, 2, 3, 6, 12, 24, 48, 168};
    else if (m_calendar == Calendar::None && m_scale.unit == Unit::Day)
        result.strides = {1, 2, 7, 14, 28, 56};
    else if (m_calendar == Calendar::Month
             || (m_calendar == Calendar::None && m_scale.unit == Unit::Month))
        result.strides = {1, 3, 6, 12, 24, 60, 120};
    else if (QString::number(m_multiple).startsWith(u'5'))
        result.strides = {1, 2, 4, 10, 20, 40, 100};
    else if (QString::number(m_multiple).startsWith(u'2'))
        result.strides = {1, 5, 10, 25, 50, 100};
    return result;
}

QList<ChartSteps> ChartSteps::candidates(ChartScale scale)
{
    QList<ChartSteps> all;
    if (scale.isNumber()) {
        constexpr qint64 greatest = 100'000'000'000'000'000;
        for (qint64 power = 1; power <= greatest; power *= 10) {
            for (const int factor : {1, 2, 5})
                all << ChartSteps(scale, power * factor);
        }
        return all;
    }
    all << ChartSteps(scale, 1);
    if (scale.unit == Unit::Day)
        all << ChartSteps(scale, 1, Calendar::Week) << ChartSteps(scale, 1, Calendar::Month);
    if (scale.unit == Unit::Day || scale.unit == Unit::Month) {
        for (const qint64 years : {1, 10, 100, 1000, 10'000, 100'000})
            all << ChartSteps(scale, years, Calendar::Year);
    }
    return all;
}

ChartSteps ChartSteps::fitting(ChartScale scale, qint64 first, qint64 last, int most,
                               Calendar least)
{
    const QList<ChartSteps> all = candidates(scale);
    for (const ChartSteps &steps : all) {
        if (steps.m_calendar >= least && isWithin(steps.barOf(first), steps.barOf(last), most))
            return steps;
    }
    return all.last();
}

}  // namespace roster
