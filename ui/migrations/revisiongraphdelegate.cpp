// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisiongraphdelegate.h"

#include "models/views/migrationlistmodel.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace roster {

namespace {

/// Of a lane's lines: told apart beside each other, readable on both grounds.
QColor laneColour(int lane)
{
    static const std::array light{0xff1a64b8, 0xff8a3ea8, 0xff0f766e, 0xffa14b00, 0xff8b1a1a};
    static const std::array dark{0xff7db7f5, 0xffd3a2ec, 0xff5fd0c4, 0xffffb877, 0xffffa9a9};
    const auto &colours = Theme::isDark() ? dark : light;
    return {QRgb(colours.at(size_t(lane) % colours.size()))};
}

qreal laneStep(const QFontMetrics &metrics)
{
    return metrics.height() * 0.8;
}

/// A lane's middle, from the left.
qreal laneAt(const QRectF &cell, int lane, qreal step)
{
    return cell.left() + step * (std::min(lane, RevisionLanes::most - 1) + 0.75);
}

void drawDot(QPainter *painter, QPointF at, qreal radius, RevisionMarks marks, const QColor &colour,
             const QColor &ground)
{
    const bool isApplied = marks.testFlag(RevisionMark::Applied);
    painter->setPen(QPen(colour, radius * 0.45));
    painter->setBrush(isApplied ? colour : ground);
    if (marks.testFlag(RevisionMark::Alembic) || marks.testFlag(RevisionMark::Missing))
        painter->drawRect(
            QRectF(at.x() - radius * 0.85, at.y() - radius * 0.85, radius * 1.7, radius * 1.7));
    else
        painter->drawEllipse(at, radius, radius);
    if (marks.testFlag(RevisionMark::Current)) {
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(at, radius * 1.75, radius * 1.75);
    }
}

}  // namespace

int RevisionGraphDelegate::widthOf(int lanes, const QFontMetrics &metrics)
{
    return int(laneStep(metrics) * (lanes + 0.5));
}

void RevisionGraphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const auto lanes = index.data(MigrationListModel::LanesRole).value<RevisionLanes>();
    const auto marks = RevisionMarks(index.data(MigrationListModel::MarksRole).toInt());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF cell = option.rect;
    const qreal step = laneStep(option.fontMetrics);
    painter->save();
    painter->setClipRect(cell);
    painter->setRenderHint(QPainter::Antialiasing);
    // The colours of lanes are made for the base, not for the selection's blue.
    const QColor plain = isSelected ? item.palette.color(QPalette::HighlightedText) : QColor();
    drawLines(painter, cell, lanes, step, plain);
    const QColor ground = item.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const QColor colour = plain.isValid() ? plain : laneColour(lanes.lane);
    drawDot(painter, {laneAt(cell, lanes.lane, step), cell.center().y()}, step * 0.24, marks,
            colour, ground);
    painter->restore();
}

void RevisionGraphDelegate::drawLines(QPainter *painter, const QRectF &cell,
                                      const RevisionLanes &lanes, qreal step, const QColor &plain)
{
    painter->setBrush(Qt::NoBrush);
    const qreal middle = cell.center().y();
    const auto draw = [&](const RevisionLanes::Line &line, qreal top, qreal bottom) {
        const QPointF from(laneAt(cell, line.from, step), top);
        const QPointF to(laneAt(cell, line.to, step), bottom);
        const qreal half = (top + bottom) / 2;
        QPainterPath path(from);
        path.cubicTo({from.x(), half}, {to.x(), half}, to);
        const QColor colour = laneColour(std::max(line.from, line.to));
        painter->setPen(QPen(plain.isValid() ? plain : colour, 1.6));
        painter->drawPath(path);
    };
    for (const RevisionLanes::Line &line : lanes.above)
        draw(line, cell.top(), middle);
    for (const RevisionLanes::Line &line : lanes.below)
        draw(line, middle, cell.bottom() + 1);
}

}  // namespace roster
