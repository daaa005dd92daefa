// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/rowheader.h"

#include "models/views/tablemodel.h"
#include "ui/common/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace roster {

RowHeader::RowHeader(const TableModel &model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent), m_model(model)
{
    setObjectName(u"rowHeader"_s);
    setAccessibleName(tr("Rows"));
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(false);
}

QString RowHeader::glyph(int rowState)
{
    switch (rowState) {
    case TableModel::New:
        return u"●"_s;
    case TableModel::Edited:
        return u"✎"_s;
    case TableModel::Deleted:
        return u"✖"_s;
    default:
        return {};
    }
}

QSize RowHeader::sizeHint() const
{
    // As wide as the last row's number, so that it does not grow while one scrolls.
    const QString widest = u"~"_s + locale().toString(std::max<qint64>(m_model.totalRows(), 999));
    const int margin = fontMetrics().averageCharWidth();
    // The height is the view's to say; asking Qt for it would measure the rows.
    return {fontMetrics().horizontalAdvance(widest) + 2 * margin, 0};
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int row) const
{
    const QModelIndex index = m_model.index(row, 0);
    const int state = index.data(TableModel::RowStateRole).toInt();
    const bool isSelected = selectionModel() && selectionModel()->rowIntersectsSelection(row);
    painter->save();
    QColor ground = palette().color(isSelected ? QPalette::Midlight : QPalette::Window);
    QColor ink = isSelected ? palette().color(QPalette::ButtonText) : Theme::dimmed();
    QString text = glyph(state);
    if (!text.isEmpty()) {
        const auto meaning = state == TableModel::New     ? Theme::Meaning::New
                           : state == TableModel::Deleted ? Theme::Meaning::Deleted
                                                          : Theme::Meaning::Edited;
        ground = Theme::tone(meaning).background;
        ink = Theme::tone(meaning).foreground;
    } else {
        text = locale().toString(m_model.firstPosition() + row + 1);
        if (!m_model.positionIsExact())
            text.prepend(u'~');
    }
    painter->fillRect(rect, ground);
    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(ink);
    const int margin = fontMetrics().averageCharWidth() / 2;
    painter->drawText(rect.adjusted(margin, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                      text);
    painter->restore();
}

void RowHeader::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    if (row >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT rowPressed(row, event->modifiers());
    else
        event->ignore();
}

void RowHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    if (row >= 0 && event->buttons() & Qt::LeftButton)
        Q_EMIT rowDragged(row);
}

void RowHeader::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

}  // namespace roster
