// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLUGIN_DENSITYITEM_H
#define ROSTER_PLUGIN_DENSITYITEM_H

#include "models/charts/chartdata.h"
#include "ui/charts/plugin/chartcolours.h"

#include <QGraphicsItem>

class QChart;

namespace roster {

/// The cells of a density over the plot area of a chart (QtCharts has no such series), and beside
/// it what the colours mean.
class DensityItem final : public QGraphicsItem
{
public:
    DensityItem(QChart &chart, const ChartData &data, const ChartColours &colours);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void moved() { prepareGeometryChange(); }

    /// Room for the legend at the right, in pixels.
    static double legendWidth(const ChartData &data, const QFont &font);

private:
    double shareOf(qint64 count) const;
    void paintLegend(QPainter &painter, const QRectF &plot) const;

    QChart &m_chart;
    const ChartData &m_data;
    ChartColours m_colours;
    qint64 m_most = 1;
};

}  // namespace roster

#endif
