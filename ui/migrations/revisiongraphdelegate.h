// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_REVISIONGRAPHDELEGATE_H
#define ROSTER_MIGRATIONS_REVISIONGRAPHDELEGATE_H

#include <QStyledItemDelegate>

namespace roster {

struct RevisionLanes;

/// Draws the history's branches and merges beside the revisions: a full dot is applied, a ring is
/// not, a dot with a ring around it is where the database stands, a square is Alembic's.
class RevisionGraphDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// Pixels that so many lanes need.
    static int widthOf(int lanes, const QFontMetrics &metrics);

private:
    /// `plain`: one colour for all; invalid: each lane has its own.
    static void drawLines(QPainter *painter, const QRectF &cell, const RevisionLanes &lanes,
                          qreal step, const QColor &plain);
};

}  // namespace roster

#endif
