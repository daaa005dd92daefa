// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/apartitem.h"

#include <QChart>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace roster {

ApartItem::ApartItem(QChart &chart, QList<ChartBin> bins, double top, QColor colour,
                     std::function<QRectF(int)> placeOf)
    : QGraphicsItem(&chart),
      m_chart(chart),
      m_bins(std::move(bins)),
      m_top(top),
      m_colour(colour),
      m_placeOf(std::move(placeOf))
{
    setZValue(1);
}

QRectF ApartItem::boundingRect() const
{
    return {QPointF(0, 0), m_chart.size()};
}

void ApartItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/,
                      QWidget * /*widget*/)
{
    constexpr double gap = 0.08;  // of the width, at both sides
    constexpr double teeth = 4;   // pixels
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_colour);
    for (int i = 0; i < m_bins.size(); ++i) {
        const QRectF whole = m_placeOf(i);
        const double share = double(m_bins.at(i).count) / std::max(m_top, 1.0);
        const double height = whole.height() * std::min(share, 1.0);
        const double left = whole.left() + whole.width() * gap;
        const double width = whole.width() * (1 - 2 * gap);
        QPolygonF bar{{left, whole.bottom()}, {left, whole.bottom() - height}};
        if (share > 1) {
            for (int tooth = 1; tooth < 4; ++tooth)
                bar << QPointF(left + width * tooth / 4,
                               whole.top() + (tooth % 2 == 1 ? teeth : 0));
        }
        bar << QPointF(left + width, whole.bottom() - height)
            << QPointF(left + width, whole.bottom());
        painter->drawPolygon(bar);
    }
    painter->restore();
}

}  // namespace roster
