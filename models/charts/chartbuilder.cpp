// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chartbuilder.h"

#include "models/browsing/filterlanguage.h"
#include "models/charts/chartcategories.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QRectF>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartBuilder)
};

using Counts = QMap<qint64, qint64>;  ///< number in a scale → rows

constexpr int usualBars = 50;
constexpr int usualTimes = 100;
constexpr int mostWholeNumbers = 101;  ///< 0 to 100: each its own bar
constexpr int mostCells = 60;          ///< along each axis
constexpr int mostBars = 400;

struct Window
{
    qint64 first = 0;
    qint64 last = -1;
};

/// All of it, unless a few values lie so far out that they would flatten the rest: then 99 % of the
/// rows and as much room again at both sides.
Window windowOf(const Counts &counts, bool whole)
{
    if (counts.isEmpty())
        return {};
    Window all{counts.firstKey(), counts.lastKey()};
    qint64 total = 0;
    for (const qint64 rows : counts)
        total += rows;
    if (whole || total < 3)
        return all;
    const auto quantile = [&](double share) {
        qint64 before = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            before += it.value();
            if (double(before) >= share * double(total))
                return it.key();
        }
        return all.last;
    };
    const qint64 low = quantile(0.005);
    const qint64 high = quantile(0.995);
    const double span = std::max(double(high) - double(low), 4.0);
    if (double(all.last) - double(all.first) <= 4 * span)
        return all;
    Window window = all;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (double(it.key()) >= double(low) - span) {
            window.first = it.key();
            break;
        }
    }
    for (auto it = counts.cend(); it != counts.cbegin();) {
        --it;
        if (double(it.key()) <= double(high) + span) {
            window.last = it.key();
            break;
        }
    }
    return window;
}

ChartSteps::Calendar calendarOf(ChartRequest::Period period)
{
    switch (period) {
    case ChartRequest::Period::Week:
        return ChartSteps::Calendar::Week;
    case ChartRequest::Period::Month:
        return ChartSteps::Calendar::Month;
    case ChartRequest::Period::Year:
        return ChartSteps::Calendar::Year;
    default:
        return ChartSteps::Calendar::None;
    }
}

ChartSteps stepsFor(ChartScale scale, Window window, const ChartRequest &request)
{
    const bool isPeriod = !scale.isNumber() && request.period != ChartRequest::Period::Auto;
    int most = request.bins > 0 ? std::min(request.bins, mostBars)
             : isPeriod         ? mostBars
             : scale.isNumber() ? usualBars
                                : usualTimes;
    if (request.bins == 0 && scale == ChartScale{} && window.last - window.first < mostWholeNumbers)
        most = mostWholeNumbers;
    if (!request.other.isEmpty())
        most = scale == ChartScale{} && window.last - window.first < mostWholeNumbers
                 ? mostWholeNumbers
                 : mostCells;
    auto least = calendarOf(request.period);
    if (least == ChartSteps::Calendar::Month && scale.unit == ChartScale::Unit::Month)
        least = ChartSteps::Calendar::None;
    return ChartSteps::fitting(scale, window.first, window.last, most, least);
}

/// Bars along one axis: what is within the window, what is not.
struct Axis
{
    Axis(const QString &name, ChartScale scale, const Counts &counts, const ChartRequest &request)
        : window(windowOf(counts, request.wholeRange)),
          steps(stepsFor(scale, window, request)),
          first(steps.barOf(window.first)),
          last(counts.isEmpty() ? first - 1 : steps.barOf(window.last)),
          axis(steps.axis(name, first, last))
    {
        QList<qint64> rows(last - first + 1);
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            const qint64 bar = steps.barOf(it.key());
            if (bar < first)
                before += it.value();
            else if (bar > last)
                beyond += it.value();
            else
                rows[bar - first] += it.value();
        }
        for (qsizetype i = 0; i < rows.size(); ++i)
            bins << steps.bin(first + i, rows.at(i));
    }

    Window window;
    ChartSteps steps;
    qint64 first;
    qint64 last;
    ChartAxis axis;
    QList<ChartBin> bins;
    qint64 before = 0;
    qint64 beyond = 0;
};

QString nameOf(const TableSchema &schema, const ChartRequest &request)
{
    return request.other.isEmpty()
             ? Text::tr("%1 of %2").arg(request.column, schema.name.name)
             : Text::tr("%1 over %2 of %3").arg(request.other, request.column, schema.name.name);
}

void addSpecial(ChartData &chart, const QString &column, const ChartCounts &counts,
                const Axis &axis)
{
    const ChartCounts::Special &special = counts.special;
    const qint64 before = axis.before + special.tooSmall;
    const qint64 beyond = axis.beyond + special.tooLarge;
    if (before > 0)
        chart.apart << axis.steps.before(axis.first, before,
                                         special.below > 0 ? column : QString());
    if (beyond > 0)
        chart.apart << axis.steps.beyond(axis.last, beyond, special.above + special.notNumbers > 0);
    const auto add = [&chart](const QString &label, const QString &filter, qint64 rows) {
        if (rows > 0)
            chart.apart << ChartBin{label, filter, rows, {}, {}, {}};
    };
    add(u"-infinity"_s, u"-infinity"_s, special.below);
    add(u"infinity"_s, u"infinity"_s, special.above);
    add(u"NaN"_s, u"NaN"_s, special.notNumbers);
    add(u"NULL"_s, u"null"_s, special.nulls);
    if (before + beyond > 0) {
        chart.notes << Text::tr("%n row(s) lie far outside and stand apart: the bars show what is "
                                "around 99 % of the rows.",
                                nullptr, int(std::min<qint64>(before + beyond, 2'000'000'000)));
    }
}

ChartData bars(const ChartRequest &request, const ChartCounts &counts)
{
    Counts numbers;
    for (const ChartCounts::Group &group : counts.groups)
        numbers[group.x] += group.rows;
    const Axis axis(request.column, counts.x, numbers, request);
    ChartData chart;
    chart.x = axis.axis;
    chart.bins = axis.bins;
    chart.y.title = Text::tr("rows");
    addSpecial(chart, request.column, counts, axis);
    if (const QString width = axis.steps.width(); !width.isEmpty() && !chart.bins.isEmpty())
        chart.x.title = Text::tr("%1, %2").arg(request.column, width);
    return chart;
}

ChartData cells(const ChartRequest &request, const ChartCounts &counts)
{
    Counts xs;
    Counts ys;
    for (const ChartCounts::Group &group : counts.groups) {
        xs[group.x] += group.rows;
        ys[group.y] += group.rows;
    }
    const Axis x(request.column, counts.x, xs, request);
    const Axis y(request.other, counts.y, ys, request);
    ChartData chart;
    chart.x = x.axis;
    chart.y = y.axis;
    chart.bins = x.bins;
    chart.rows = y.bins;
    chart.kind = counts.points.isEmpty() ? ChartData::Kind::Density : ChartData::Kind::Points;
    chart.cells.resize(x.bins.size() * y.bins.size());
    qint64 shown = 0;
    for (const ChartCounts::Group &group : counts.groups) {
        const qint64 column = x.steps.barOf(group.x) - x.first;
        const qint64 row = y.steps.barOf(group.y) - y.first;
        if (column < 0 || row < 0 || column >= x.bins.size() || row >= y.bins.size())
            continue;
        chart.cells[row * x.bins.size() + column] += group.rows;
        shown += group.rows;
    }
    for (const QPointF &point : counts.points) {
        const QPointF place(x.steps.barOf(point.x()) - double(x.first),
                            y.steps.barOf(point.y()) - double(y.first));
        if (QRectF(0, 0, double(x.bins.size()), double(y.bins.size())).contains(place))
            chart.points << place;
    }
    const auto number = [](qint64 rows) { return int(std::min<qint64>(rows, 2'000'000'000)); };
    if (const qint64 none = counts.special.sum(); none > 0) {
        chart.notes << Text::tr("%n row(s) are left out: one of the two has no finite value.",
                                nullptr, number(none));
    }
    if (const qint64 out = counts.total - counts.special.sum() - shown; out > 0) {
        chart.notes << Text::tr("%n row(s) far outside are not shown.", nullptr, number(out));
    }
    if (counts.isSample)
        chart.notes << Text::tr("A sample: %n row(s).", nullptr, number(counts.total));
    return chart;
}

}  // namespace

ChartData buildChart(const TableSchema &schema, const ChartRequest &request,
                     const ChartCounts &counts)
{
    const ColumnSchema *column = schema.column(request.column);
    ChartData chart;
    if (!request.other.isEmpty())
        chart = cells(request, counts);
    else if (column && hasScale(*column))
        chart = bars(request, counts);
    else if (column)
        chart = categories(*column, request, counts);
    chart.title = nameOf(schema, request);
    chart.total = counts.total;
    return chart;
}

namespace {

/// The filter of bars that stand side by side; empty: the language has no word for them.
QString filterOf(const QList<ChartBin> &bins, ChartRange range)
{
    const ChartBin &first = bins.at(range.first);
    const ChartBin &last = bins.at(range.last);
    if (range.first == range.last)
        return first.filter;
    if (!first.from.isEmpty() && !last.to.isEmpty())
        return first.from + u".."_s + last.to;
    QStringList filters;
    for (int i = range.first; i <= range.last; ++i) {
        if (bins.at(i).filter.isEmpty())
            return {};
        filters << bins.at(i).filter;
    }
    return filters.join(u'|');
}

QString conditionOf(const QList<ChartBin> &bins, ChartRange range)
{
    QStringList conditions;
    for (int i = range.first; i <= range.last; ++i) {
        if (bins.at(i).condition.isEmpty())
            return {};
        conditions << bins.at(i).condition;
    }
    return conditions.join(" OR "_L1);
}

QString joined(const QString &where, const QString &condition)
{
    return where.trimmed().isEmpty() ? condition : u"(%1) AND (%2)"_s.arg(where, condition);
}

/// Whether every number of from…to is in `old`, a range of numbers, too.
bool isWithin(const QString &old, const QString &from, const QString &to)
{
    static const QRegularExpression form(u"^\\s*([-+0-9.eE]+?)\\.\\.(<?)([-+0-9.eE]+)\\s*$"_s);
    const auto match = form.match(old);
    const bool isOpen = to.startsWith(u'<');
    bool isNumber = false;
    const double end = to.mid(isOpen ? 1 : 0).toDouble(&isNumber);
    if (!match.hasMatch() || !isNumber)
        return false;
    const double limit = match.captured(3).toDouble();
    const bool isLimitOpen = !match.captured(2).isEmpty();
    return from.toDouble() >= match.captured(1).toDouble()
        && (end < limit || (end == limit && (isOpen || !isLimitOpen)));
}

/// What a column was filtered by before stays true: as part of the WHERE, since the filter row has
/// one filter a column.
Result<void> keep(TableQuery &query, const TableSchema &schema, const QString &column,
                  const QList<ChartBin> &bins, ChartRange range)
{
    const QString old = query.filters.value(column);
    if (old.trimmed().isEmpty() || isWithin(old, bins.at(range.first).from, bins.at(range.last).to))
        return {};
    Bindings bindings(Bindings::Style::Literals);
    const auto condition = filterCondition(schema.name.name, *schema.column(column), old, bindings);
    if (!condition)
        return fail(condition.error());
    query.where = joined(query.where, *condition);
    return {};
}

bool narrow(TableQuery &query, const TableSchema &schema, const QString &column,
            const QList<ChartBin> &bins, ChartRange range)
{
    if (range.first < 0 || range.last >= bins.size() || range.first > range.last
        || !schema.column(column))
        return false;
    const QString filter = filterOf(bins, range);
    if (!filter.isEmpty()) {
        if (!keep(query, schema, column, bins, range))
            return false;
        query.filters.insert(column, filter);
        return true;
    }
    const QString condition = conditionOf(bins, range);
    if (condition.isEmpty())
        return false;
    query.where = joined(query.where, condition);
    return true;
}

}  // namespace

std::optional<TableQuery> brushedQuery(const TableSchema &schema, const ChartData &chart,
                                       const ChartRequest &request, ChartRange bins,
                                       ChartRange rows)
{
    if (bins.isEmpty())
        return {};
    TableQuery query = request.query;
    if (!narrow(query, schema, request.column, chart.bins + chart.apart, bins))
        return {};
    if (!rows.isEmpty() && !request.other.isEmpty()
        && !narrow(query, schema, request.other, chart.rows, rows))
        return {};
    return query;
}

}  // namespace roster
