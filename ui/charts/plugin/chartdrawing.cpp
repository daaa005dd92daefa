// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/chartdrawing.h"

#include "ui/charts/plugin/apartitem.h"
#include "ui/charts/plugin/densityitem.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int manyBars = 60;  ///< from here on without gaps between them
constexpr double pointSize = 5;
constexpr double textScale = 0.95;  ///< of the labels, to the text of the window

/// The least 1, 2, 5 × 10^n that is not below.
double niceStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(least, 1.0))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least)
            return factor * power;
    }
    return 10 * power;
}

}  // namespace

ChartDrawing::ChartDrawing(QChart &chart) : m_chart(chart)
{
    m_chart.legend()->hide();
    m_chart.setAnimationOptions(QChart::NoAnimation);
    m_chart.setBackgroundRoundness(0);
    m_chart.setDropShadowEnabled(false);
    m_chart.setLocalizeNumbers(true);
    m_chart.layout()->setContentsMargins(0, 0, 0, 0);
}

void ChartDrawing::clear()
{
    delete m_density;
    delete m_apart;
    m_density = nullptr;
    m_apart = nullptr;
    m_chart.removeAllSeries();
    const auto axes = m_chart.axes();
    for (QAbstractAxis *axis : axes) {
        m_chart.removeAxis(axis);
        delete axis;
    }
    m_x = nullptr;
    m_y = nullptr;
}

void ChartDrawing::show(const ChartData &data, const ChartColours &colours, bool compact)
{
    clear();
    m_width = 0;
    m_data = data;
    m_colours = colours;
    m_isCompact = compact;
    m_chart.setBackgroundBrush(colours.background);
    m_chart.setBackgroundPen(Qt::NoPen);
    m_chart.setTitle(compact ? QString() : data.title.toHtmlEscaped());
    m_chart.setTitleBrush(colours.text);
    QFont title = m_chart.font();
    title.setBold(true);
    m_chart.setTitleFont(title);
    const int margin = compact ? 2 : 8;
    QMargins margins(margin, margin, std::max(margin * 2, overhang()), margin);
    if (data.kind == ChartData::Kind::Density && !compact)
        margins.setRight(int(DensityItem::legendWidth(data, m_chart.font())));
    m_chart.setMargins(margins);
    if (hasRows())
        showGrid();
    else
        showBars();
    fit();
}

/// Pixels by which the last label stands out beyond its bar, so beyond the plot.
int ChartDrawing::overhang() const
{
    if (hasRows() || m_data.apart.isEmpty())
        return 0;
    constexpr double plotShare = 0.8;  // of the whole, about
    const double text = QFontMetricsF(labelFont()).horizontalAdvance(m_data.apart.last().label);
    const double bar = m_chart.size().width() * plotShare * apartWidth() / columns();
    return int(std::ceil(std::max(0.0, (text - bar) / 2))) + 2;
}

QFont ChartDrawing::labelFont() const
{
    QFont font = m_chart.font();
    font.setPointSizeF(font.pointSizeF() * textScale);
    return font;
}

double ChartDrawing::apartWidth() const
{
    constexpr double share = 14;  // of the bars' width at least
    const auto bins = double(m_data.bins.size());
    const double least = std::max(1.0, bins / share);
    if (m_width <= 0 || m_isCompact || m_data.apart.size() < 2)
        return least;
    // Side by side as wide as the longest name, as long as the bars keep half of the room.
    const QFontMetricsF metrics(labelFont());
    double name = 0;
    for (const ChartBin &bin : m_data.apart)
        name = std::max(name, metrics.horizontalAdvance(bin.label));
    const double beside = double(m_data.apart.size()) + 0.5;
    name = std::min(name + metrics.averageCharWidth() * 4, m_width / 2 / beside);
    return std::max(least, name * bins / (m_width - name * beside));
}

double ChartDrawing::apartStart() const
{
    return double(m_data.bins.size()) + apartWidth() / 2;
}

double ChartDrawing::columns() const
{
    const bool isApart = !hasRows() && !m_data.apart.isEmpty();
    return isApart ? apartStart() + double(m_data.apart.size()) * apartWidth()
                   : double(m_data.bins.size());
}

void ChartDrawing::styleAxis(QCategoryAxis *axis, const ChartAxis &described)
{
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setGridLineVisible(false);
    axis->setLabelsFont(labelFont());
    axis->setLabelsColor(m_colours.text);
    axis->setLinePenColor(m_colours.grid);
    axis->setTitleBrush(m_colours.text);
    axis->setTitleFont(m_chart.font());
    if (!m_isCompact && !described.title.isEmpty())
        axis->setTitleText(described.title.toHtmlEscaped());
}

void ChartDrawing::showBars()
{
    auto *values = new QBarSet(m_data.x.title);
    qint64 highest = 0;
    for (const ChartBin &bin : std::as_const(m_data.bins)) {
        values->append(double(bin.count));
        highest = std::max(highest, bin.count);
    }
    const qint64 highestApart =
        std::accumulate(m_data.apart.cbegin(), m_data.apart.cend(), qint64(0),
                        [](qint64 most, const ChartBin &bin) { return std::max(most, bin.count); });
    values->setColor(m_colours.bar);
    values->setBorderColor(m_colours.background);
    auto *series = new QStackedBarSeries;
    series->append(values);
    series->setBarWidth(columns() < manyBars ? 0.94 : 1.0);
    m_chart.addSeries(series);

    m_x = new QCategoryAxis;
    styleAxis(m_x, m_data.x);
    m_x->setRange(-0.5, std::max(columns(), 1.0) - 0.5);
    m_chart.addAxis(m_x, Qt::AlignBottom);
    series->attachAxis(m_x);

    // Many NULLs must not flatten what is asked for: their bar ends at the top, its label counts.
    const double least = double(std::max<qint64>(highest > 0 ? highest : highestApart, 1));
    const double reach = std::max(least, std::min(double(highestApart), least * 1.25));
    const double step = niceStep(reach / (m_isCompact ? 2 : 5));
    auto *counts = new QValueAxis;
    counts->setRange(0, step * std::ceil(reach / step));
    counts->setTickCount(int(std::ceil(reach / step)) + 1);
    counts->setLabelFormat(u"%.0f"_s);
    counts->setLabelsColor(m_colours.text);
    counts->setLabelsFont(m_x->labelsFont());
    counts->setGridLineColor(m_colours.grid);
    counts->setLinePenColor(m_colours.grid);
    counts->setTitleBrush(m_colours.text);
    counts->setTitleFont(m_chart.font());
    if (!m_isCompact)
        counts->setTitleText(m_data.y.title.toHtmlEscaped());
    m_chart.addAxis(counts, Qt::AlignLeft);
    series->attachAxis(counts);
    if (!m_data.apart.isEmpty()) {
        const auto placeOf = [this](int i) {
            const int bin = int(m_data.bins.size()) + i;
            return this->placeOf({bin, bin}, {});
        };
        m_apart = new ApartItem(m_chart, m_data.apart, counts->max(), m_colours.apart, placeOf);
    }
}

void ChartDrawing::showGrid()
{
    auto *series = new QScatterSeries;
    series->setMarkerSize(pointSize);
    series->setBorderColor(Qt::transparent);
    QColor colour = m_colours.bar;
    colour.setAlphaF(0.55F);
    series->setColor(colour);
    if (m_data.kind == ChartData::Kind::Points) {
        QList<QPointF> points = m_data.points;
        for (QPointF &point : points)
            point -= QPointF(0.5, 0.5);
        series->replace(points);
    }
    m_chart.addSeries(series);
    m_x = new QCategoryAxis;
    m_y = new QCategoryAxis;
    styleAxis(m_x, m_data.x);
    styleAxis(m_y, m_data.y);
    m_x->setRange(-0.5, std::max<double>(double(m_data.bins.size()), 1) - 0.5);
    m_y->setRange(-0.5, std::max<double>(double(m_data.rows.size()), 1) - 0.5);
    m_chart.addAxis(m_x, Qt::AlignBottom);
    m_chart.addAxis(m_y, Qt::AlignLeft);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    if (m_data.kind == ChartData::Kind::Density)
        m_density = new DensityItem(m_chart, m_data, m_colours);
}

int ChartDrawing::binAt(QPointF position, bool nearest) const
{
    const QRectF plot = m_chart.plotArea();
    const double all = columns();
    if (all <= 0 || plot.width() <= 0 || (!nearest && !plot.contains(position)))
        return -1;
    const double place = std::clamp((position.x() - plot.left()) / plot.width(), 0.0, 1.0) * all;
    const int bins = int(m_data.bins.size());
    if (place < bins)
        return int(place);
    if (hasRows() || m_data.apart.isEmpty())
        return bins - 1;
    if (place < apartStart())  // the gap
        return nearest ? bins - 1 : -1;
    return bins
         + std::min(int((place - apartStart()) / apartWidth()), int(m_data.apart.size()) - 1);
}

int ChartDrawing::rowAt(QPointF position, bool nearest) const
{
    const QRectF plot = m_chart.plotArea();
    const int all = int(m_data.rows.size());
    if (!hasRows() || all == 0 || plot.height() <= 0 || (!nearest && !plot.contains(position)))
        return -1;
    const int row = int(std::floor((plot.bottom() - position.y()) / plot.height() * all));
    return std::clamp(row, 0, all - 1);
}

QRectF ChartDrawing::placeOf(ChartRange bins, ChartRange rows) const
{
    const QRectF plot = m_chart.plotArea();
    if (bins.isEmpty() || columns() <= 0)
        return {};
    const auto edge = [&](int bin) {
        const auto beyond = double(bin) - double(m_data.bins.size());
        return beyond <= 0 ? double(bin) : apartStart() + beyond * apartWidth();
    };
    const bool isApart = bins.first >= m_data.bins.size();
    const double left = isApart
                          ? apartStart() + double(bins.first - m_data.bins.size()) * apartWidth()
                          : edge(bins.first);
    const double width = plot.width() / columns();
    QRectF place(plot.left() + width * left, plot.top(), width * (edge(bins.last + 1) - left),
                 plot.height());
    if (!rows.isEmpty() && hasRows()) {
        const double height = plot.height() / double(m_data.rows.size());
        place.setTop(plot.bottom() - height * (rows.last + 1));
        place.setBottom(plot.bottom() - height * rows.first);
    }
    return place;
}

}  // namespace roster
