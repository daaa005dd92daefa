// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/densityitem.h"

#include <QChart>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace roster {

namespace {

constexpr double stripWidth = 12;
constexpr double stripGap = 8;

qint64 most(const ChartData &data)
{
    const auto at = std::max_element(data.cells.cbegin(), data.cells.cend());
    return at == data.cells.cend() ? 1 : std::max<qint64>(*at, 1);
}

}  // namespace

DensityItem::DensityItem(QChart &chart, const ChartData &data, const ChartColours &colours)
    : QGraphicsItem(&chart), m_chart(chart), m_data(data), m_colours(colours), m_most(most(data))
{
    setZValue(1);
}

double DensityItem::legendWidth(const ChartData &data, const QFont &font)
{
    const QString widest = QLocale().toString(most(data));
    return stripGap + stripWidth + QFontMetricsF(font).horizontalAdvance(widest) + stripGap;
}

QRectF DensityItem::boundingRect() const
{
    return {QPointF(0, 0), m_chart.size()};
}

/// Counts span orders of magnitude: one row beside a million is to be seen.
double DensityItem::shareOf(qint64 count) const
{
    return m_most <= 1 ? 1 : std::log1p(double(count)) / std::log1p(double(m_most));
}

void DensityItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/,
                        QWidget * /*widget*/)
{
    const QRectF plot = m_chart.plotArea();
    const auto columns = m_data.bins.size();
    const auto rows = m_data.rows.size();
    if (columns == 0 || rows == 0 || m_data.cells.size() < columns * rows)
        return;
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setRenderHint(QPainter::Antialiasing, false);  // or the seams between cells show
    const auto x = [&](qsizetype i) {
        return std::round(plot.left() + plot.width() * double(i) / double(columns));
    };
    const auto y = [&](qsizetype i) {
        return std::round(plot.bottom() - plot.height() * double(i) / double(rows));
    };
    for (qsizetype row = 0; row < rows; ++row) {
        for (qsizetype column = 0; column < columns; ++column) {
            const qint64 count = m_data.cells.at(row * columns + column);
            if (count == 0)
                continue;
            painter->fillRect(
                QRectF(QPointF(x(column), y(row + 1)), QPointF(x(column + 1), y(row))),
                m_colours.heat(shareOf(count)));
        }
    }
    paintLegend(*painter, plot);
    painter->restore();
}

void DensityItem::paintLegend(QPainter &painter, const QRectF &plot) const
{
    const double left = plot.right() + stripGap;
    constexpr int steps = 64;
    for (int i = 0; i < steps; ++i) {
        const double bottom = plot.bottom() - plot.height() * i / steps;
        painter.fillRect(QRectF(QPointF(left, std::round(bottom - plot.height() / steps)),
                                QPointF(left + stripWidth, std::round(bottom))),
                         m_colours.heat(double(i) / (steps - 1)));
    }
    painter.setPen(m_colours.text);
    painter.setFont(m_chart.font());
    const QFontMetricsF metrics(m_chart.font());
    const double text = left + stripWidth + stripGap / 2;
    double lowest = plot.bottom() + metrics.height();
    for (qint64 count = 1;; count *= 10) {
        const qint64 shown = std::min(count, m_most);
        const double baseline =
            plot.bottom() - plot.height() * shareOf(shown) + metrics.ascent() / 2;
        const bool isLast = shown == m_most;
        if (baseline < lowest - metrics.height()
            && (isLast || shareOf(m_most) - shareOf(shown) > metrics.height() / plot.height())) {
            painter.drawText(QPointF(text, baseline), QLocale().toString(shown));
            lowest = baseline;
        }
        if (isLast)
            break;
    }
}

}  // namespace roster
