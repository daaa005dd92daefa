// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CHARTS_CHARTCANVAS_H
#define ROSTER_CHARTS_CHARTCANVAS_H

#include "models/charts/chartdata.h"

#include <QWidget>
#include <QtPlugin>

#include <functional>

class QPainter;

namespace roster {

/// Draws one chart; follows its palette. The drawing itself is in a plugin (see makeChartCanvas),
/// because linking QtCharts would cost every start of the program some milliseconds. No Q_OBJECT:
/// program and plugin share no symbol but Qt's.
class ChartCanvas : public QWidget
{
public:
    using QWidget::QWidget;

    virtual void setData(const ChartData &chart) = 0;
    /// Marks bars; of Density and Points also the rows of the rectangle.
    virtual void select(ChartRange bins, ChartRange rows = {}) = 0;
    /// The chart without what is selected or hovered, in `target` (painter's coordinates).
    virtual void render(QPainter &painter, const QRectF &target) = 0;
    /// Few labels and no titles: a preview, small.
    virtual void setCompact(bool compact) = 0;

    /// Called when a person chose bars by click, drag or keys (arrows, Shift, Enter). `rows` is
    /// empty for Bars. Unset: nothing can be chosen.
    std::function<void(ChartRange bins, ChartRange rows)> brushed;
};

/// What the plugin offers.
class ChartCanvasFactory
{
public:
    ChartCanvasFactory() = default;
    virtual ~ChartCanvasFactory() = default;
    Q_DISABLE_COPY_MOVE(ChartCanvasFactory)
    virtual ChartCanvas *create(QWidget *parent) = 0;
};

}  // namespace roster

/// Another number whenever ChartCanvas, ChartCanvasFactory or ChartData change.
#define ROSTER_CHART_CANVAS_IID "io.github.roster.ChartCanvasFactory/2"
Q_DECLARE_INTERFACE(roster::ChartCanvasFactory, ROSTER_CHART_CANVAS_IID)

#endif
