// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/chartdrawing.h"

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

constexpr int longestTick = 14;  ///< characters
constexpr int manyBars = 60;     ///< from here on without gaps between them
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
    m_density = nullptr;
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
    QMargins margins(margin, margin, margin * 2, margin);
    if (data.kind == ChartData::Kind::Density && !compact)
        margins.setRight(int(DensityItem::legendWidth(data, m_chart.font())));
    m_chart.setMargins(margins);
    if (hasRows())
        showGrid();
    else
        showBars();
    fit();
}

int ChartDrawing::columns() const
{
    const auto apart = hasRows() || m_data.apart.isEmpty() ? 0 : m_data.apart.size() + 1;
    return int(m_data.bins.size() + apart);
}

void ChartDrawing::styleAxis(QCategoryAxis *axis, const ChartAxis &described)
{
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setGridLineVisible(false);
    QFont font = m_chart.font();
    font.setPointSizeF(font.pointSizeF() * textScale);
    axis->setLabelsFont(font);
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
    auto *beside = new QBarSet(u"-"_s);
    qint64 highest = 0;
    for (const ChartBin &bin : std::as_const(m_data.bins)) {
        values->append(double(bin.count));
        beside->append(0);
        highest = std::max(highest, bin.count);
    }
    const qint64 highestApart =
        std::accumulate(m_data.apart.cbegin(), m_data.apart.cend(), qint64(0),
                        [](qint64 most, const ChartBin &bin) { return std::max(most, bin.count); });
    if (!m_data.apart.isEmpty()) {
        for (QBarSet *set : {values, beside})
            set->append(0);
        for (const ChartBin &bin : std::as_const(m_data.apart)) {
            values->append(0);
            beside->append(double(bin.count));
        }
    }
    values->setColor(m_colours.bar);
    values->setBorderColor(m_colours.background);
    beside->setColor(m_colours.apart);
    beside->setBorderColor(m_colours.background);
    auto *series = new QStackedBarSeries;
    series->append(values);
    series->append(beside);
    series->setBarWidth(columns() < manyBars ? 0.94 : 1.0);
    m_chart.addSeries(series);

    m_x = new QCategoryAxis;
    styleAxis(m_x, m_data.x);
    m_x->setRange(-0.5, std::max(columns(), 1) - 0.5);
    m_chart.addAxis(m_x, Qt::AlignBottom);
    series->attachAxis(m_x);

    // Many NULLs must not flatten what is asked for: their bar ends at the top, its label counts.
    const double least = double(std::max<qint64>(highest, 1));
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

QList<QPair<double, QString>> ChartDrawing::ticks(const ChartAxis &axis, double pixels,
                                                  bool upright) const
{
    const auto bins = std::max<qsizetype>(axis.ticks.size() - (axis.ticksAtEdges ? 1 : 0), 1);
    const QFontMetricsF metrics(m_x->labelsFont());
    double widest = metrics.height() * 1.5;
    if (!upright) {
        for (const QString &tick : axis.ticks)
            widest = std::max(widest, metrics.horizontalAdvance(tick.left(longestTick)));
        widest += metrics.averageCharWidth() * 2;
    }
    const double perBin = pixels / double(bins);
    int stride = axis.strides.isEmpty() ? 1 : axis.strides.last();
    for (const int each : axis.strides) {
        if (perBin * each >= widest * (m_isCompact ? 1.5 : 1)) {
            stride = each;
            break;
        }
    }
    QList<QPair<double, QString>> chosen;
    for (qsizetype i = 0; i < axis.ticks.size(); ++i) {
        if ((axis.origin + i) % stride != 0 || axis.ticks.at(i).isEmpty())
            continue;
        QString text = axis.ticks.at(i);
        if (text.size() > longestTick)
            text = text.left(longestTick - 1) + u'…';
        chosen.append({double(i) - (axis.ticksAtEdges ? 0.5 : 0), text});
    }
    return chosen;
}

void ChartDrawing::fitAxis(QCategoryAxis *axis, const ChartAxis &described, double pixels,
                           bool upright)
{
    const QStringList before = axis->categoriesLabels();
    for (const QString &label : before)
        axis->remove(label);
    // An axis refuses a second label of the same text: what is not seen makes them differ.
    QStringList used;
    const auto append = [&](QString text, double at) {
        while (used.contains(text))
            text += QChar(0x200b);
        used << text;
        axis->append(text.toHtmlEscaped(), at);
    };
    for (const auto &[at, text] : ticks(described, pixels, upright))
        append(text, at);
    if (axis == m_x && !hasRows()) {
        for (int i = 0; i < m_data.apart.size(); ++i)
            append(m_data.apart.at(i).label, double(m_data.bins.size() + 1 + i));
    }
}

void ChartDrawing::fit()
{
    if (!m_x)
        return;
    const QRectF plot = m_chart.plotArea();
    const double share = columns() > 0 ? double(m_data.bins.size()) / columns() : 1;
    fitAxis(m_x, m_data.x, plot.width() * share, false);
    if (m_y)
        fitAxis(m_y, m_data.y, plot.height(), true);
    if (m_density)
        m_density->moved();
}

int ChartDrawing::binAt(QPointF position, bool nearest) const
{
    const QRectF plot = m_chart.plotArea();
    const int all = columns();
    if (all == 0 || plot.width() <= 0 || (!nearest && !plot.contains(position)))
        return -1;
    int column = int(std::floor((position.x() - plot.left()) / plot.width() * all));
    column = std::clamp(column, 0, all - 1);
    const int bins = int(m_data.bins.size());
    if (column < bins)
        return column;
    if (column == bins)  // the gap
        return nearest && bins > 0 ? bins - 1 : -1;
    return column - 1;
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
    if (bins.isEmpty() || columns() == 0)
        return {};
    const int shift = 1;  // the gap
    const auto column = [&](int bin) { return bin < m_data.bins.size() ? bin : bin + shift; };
    const double width = plot.width() / columns();
    QRectF place(plot.left() + width * column(bins.first), plot.top(),
                 width * (column(bins.last) - column(bins.first) + 1), plot.height());
    if (!rows.isEmpty() && hasRows()) {
        const double height = plot.height() / double(m_data.rows.size());
        place.setTop(plot.bottom() - height * (rows.last + 1));
        place.setBottom(plot.bottom() - height * rows.first);
    }
    return place;
}

}  // namespace roster
