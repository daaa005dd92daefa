// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLUGIN_CHARTDRAWING_H
#define ROSTER_PLUGIN_CHARTDRAWING_H

#include "models/charts/chartdata.h"
#include "ui/charts/plugin/chartcolours.h"

#include <QFont>
#include <QRectF>

class QCategoryAxis;
class QChart;
class QAbstractSeries;
class QValueAxis;

namespace roster {

class ApartItem;
class DensityItem;

/// Fills a QChart with a ChartData: on screen and, by a QChart of its own, in a file.
class ChartDrawing
{
public:
    explicit ChartDrawing(QChart &chart);

    void show(const ChartData &data, const ChartColours &colours, bool compact);
    const ChartData &data() const { return m_data; }
    /// Thins labels out to what fits; after each change of size.
    void fit();

    /// Width of the plot in bins, those apart and the gap before them included.
    double columns() const;
    /// Of ChartRange; -1 for the gap and outside, unless `nearest`.
    int binAt(QPointF position, bool nearest = false) const;
    int rowAt(QPointF position, bool nearest = false) const;
    /// Where these bins stand, in the chart's coordinates; rows empty: over the whole height.
    QRectF placeOf(ChartRange bins, ChartRange rows) const;

private:
    void clear();
    /// Of one that stands apart, in bins; there the first one begins.
    int overhang() const;
    double roomBeforeApart() const;
    QFont labelFont() const;
    double apartWidth() const;
    double apartStart() const;
    void styleAxis(QCategoryAxis *axis, const ChartAxis &described);
    void showBars();
    void showGrid();
    QList<QPair<double, QString>> ticks(const ChartAxis &axis, double pixels, bool upright) const;
    void fitAxis(QCategoryAxis *axis, const ChartAxis &described, double pixels, bool upright);
    bool hasRows() const { return m_data.kind != ChartData::Kind::Bars; }

    QChart &m_chart;
    ChartData m_data;
    ChartColours m_colours{QPalette()};
    double m_width = 0;  ///< of the plot, as the bars apart were last fitted to it
    bool m_isCompact = false;
    QCategoryAxis *m_x = nullptr;
    QCategoryAxis *m_y = nullptr;  ///< null for bars
    DensityItem *m_density = nullptr;
    ApartItem *m_apart = nullptr;
};

}  // namespace roster

#endif
