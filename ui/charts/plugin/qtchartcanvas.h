// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLUGIN_QTCHARTCANVAS_H
#define ROSTER_PLUGIN_QTCHARTCANVAS_H

#include "ui/charts/chartcanvas.h"
#include "ui/charts/plugin/chartdrawing.h"

class QChart;
class QChartView;
class QGraphicsRectItem;

namespace roster {

/// The canvas by QtCharts. Mouse and keys are its own: QtCharts knows no brush.
class QtChartCanvas final : public ChartCanvas
{
public:
    explicit QtChartCanvas(QWidget *parent);

    void setData(const ChartData &chart) override;
    void select(ChartRange bins, ChartRange rows) override;
    void render(QPainter &painter, const QRectF &target) override;
    void setCompact(bool compact) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void draw();
    void fit();
    void mark();
    void extendTo(QPointF position);
    void moveCursor(int bin, bool extend);
    void choose();
    QPointF inChart(QPointF position) const;
    QString tipAt(QPointF position) const;
    int lastBin() const;

    QChart *m_chart;
    QChartView *m_view;
    QGraphicsRectItem *m_mark;
    ChartDrawing m_drawing;
    ChartData m_data;
    ChartRange m_bins;
    ChartRange m_rows;
    int m_anchorBin = -1;  ///< where the drag or Shift began
    int m_anchorRow = -1;
    int m_cursor = -1;
    bool m_isDragging = false;
    bool m_isCompact = false;
};

}  // namespace roster

#endif
