// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLUGIN_APARTITEM_H
#define ROSTER_PLUGIN_APARTITEM_H

#include "models/charts/chartdata.h"

#include <QColor>
#include <QGraphicsItem>

#include <functional>

class QChart;

namespace roster {

/// The bars beside the scale (NULL and the like), wider than those on it where there are many, so
/// that their names can be read. One that would flatten the others ends open at the top.
class ApartItem final : public QGraphicsItem
{
public:
    /// `placeOf`: where the bar of a number stands, over the whole height. `top`: of the axis.
    ApartItem(QChart &chart, QList<ChartBin> bins, double top, QColor colour,
              std::function<QRectF(int)> placeOf);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void moved() { prepareGeometryChange(); }

private:
    QChart &m_chart;
    QList<ChartBin> m_bins;
    double m_top;
    QColor m_colour;
    std::function<QRectF(int)> m_placeOf;
};

}  // namespace roster

#endif
