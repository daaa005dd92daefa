// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/columnheader.h"

#include "ui/common/icons.h"
#include "ui/common/oneline.h"
#include "ui/common/theme.h"
#include "ui/players/filterrow.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace roster {

ColumnHeader::ColumnHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_filterRow(new FilterRow(this))
{
    setObjectName(u"columnHeader"_s);
    setAccessibleName(tr("Columns"));
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Interactive);
    setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int column) { Q_EMIT sortRequested(column, m_addToOrder); });
    for (const auto moved : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(this, moved, m_filterRow, &FilterRow::align);
    connect(this, &QHeaderView::sectionCountChanged, m_filterRow, &FilterRow::align);
    connect(this, &QHeaderView::geometriesChanged, m_filterRow, &FilterRow::align);
}

void ColumnHeader::setSchema(const TableSchema &schema)
{
    m_schema = schema;
    m_filterRow->setSchema(schema);
    Q_EMIT geometriesChanged();
    viewport()->update();
}

void ColumnHeader::setOrder(const QList<SortColumn> &order, bool isIndexed)
{
    m_order = order;
    m_isIndexed = isIndexed;
    viewport()->update();
}

void ColumnHeader::setFilterRowVisible(bool visible)
{
    m_filterRow->setVisible(visible);
    updateGeometries();
    Q_EMIT geometriesChanged();
}

QSize ColumnHeader::sizeHint() const
{
    const int filters = m_filterRow->isVisibleTo(this) ? m_filterRow->sizeHint().height() : 0;
    // The width is the view's to say; asking Qt for it would measure the columns.
    return {0, headingHeight() + filters};
}

int ColumnHeader::headingHeight() const
{
    const int air = fontMetrics().height() / 3;
    return QFontMetrics(nameFont()).height() + QFontMetrics(typeFont()).height() + air;
}

int ColumnHeader::naturalWidth(int column) const
{
    return sectionSizeFromContents(column).width();
}

QFont ColumnHeader::typeFont() const
{
    QFont small = font();
    constexpr double smaller = 0.85;
    small.setPointSizeF(std::max(6.5, small.pointSizeF() * smaller));
    return small;
}

QFont ColumnHeader::nameFont() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QString ColumnHeader::sortMark(int column) const
{
    if (column >= m_schema.columns.size())
        return {};
    for (qsizetype rank = 0; rank < m_order.size(); ++rank) {
        if (m_order.at(rank).column != m_schema.columns.at(column).name)
            continue;
        const QString arrow = m_order.at(rank).order == Qt::AscendingOrder ? u"▲"_s : u"▼"_s;
        return m_order.size() > 1 ? arrow + QString::number(rank + 1) : arrow;
    }
    return {};
}

QSize ColumnHeader::sectionSizeFromContents(int column) const
{
    if (column >= m_schema.columns.size())
        return QHeaderView::sectionSizeFromContents(column);
    const ColumnSchema &described = m_schema.columns.at(column);
    const QFontMetrics names(nameFont());
    const int air = fontMetrics().averageCharWidth();
    int heading =
        names.horizontalAdvance(oneLine(described.name)) + names.horizontalAdvance(u" ▼9"_s);
    if (m_schema.primaryKey.contains(described.name))
        heading += names.height() + air / 2;
    const int type = QFontMetrics(typeFont()).horizontalAdvance(described.type);
    return {std::max(heading, type) + 2 * air, headingHeight()};
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    if (column >= m_schema.columns.size())
        return;
    const ColumnSchema &described = m_schema.columns.at(column);
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Window));
    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());

    const int air = fontMetrics().averageCharWidth() / 2 + 1;
    QRect inner = rect.adjusted(air, fontMetrics().height() / 6, -air, -fontMetrics().height() / 6);
    const QFontMetrics names(nameFont());
    QRect line(inner.left(), inner.top(), inner.width(), names.height());
    painter->setFont(nameFont());
    const QString mark = sortMark(column);
    if (!mark.isEmpty()) {
        // An order without an index is marked in words in the footer; here it only looks quieter.
        painter->setPen(m_isIndexed ? palette().color(QPalette::Link) : Theme::dimmed());
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, mark);
        line.setRight(line.right() - names.horizontalAdvance(mark) - air);
    }
    if (m_schema.primaryKey.contains(described.name)) {
        const int side = names.ascent();
        themedIcon(u"key"_s).paint(painter, line.left(), line.top() + (line.height() - side) / 2,
                                   side, side);
        line.setLeft(line.left() + side + air);
    }
    painter->setPen(palette().color(QPalette::ButtonText));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      names.elidedText(oneLine(described.name), Qt::ElideRight, line.width()));
    painter->setFont(typeFont());
    painter->setPen(Theme::dimmed());
    const QRect below(inner.left(), line.bottom() + 1, inner.width(),
                      QFontMetrics(typeFont()).height());
    painter->drawText(
        below, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(typeFont()).elidedText(described.type, Qt::ElideRight, below.width()));
    painter->restore();
}

void ColumnHeader::updateGeometries()
{
    const int filters = m_filterRow->isVisibleTo(this) ? m_filterRow->sizeHint().height() : 0;
    setViewportMargins(0, 0, 0, filters);
    QHeaderView::updateGeometries();
    m_filterRow->setGeometry(0, height() - filters, width(), filters);
    m_filterRow->align();
}

void ColumnHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_addToOrder = event->modifiers() & Qt::ShiftModifier;
    QHeaderView::mouseReleaseEvent(event);
}

QString ColumnHeader::describe(int column) const
{
    const ColumnSchema &described = m_schema.columns.at(column);
    QStringList lines{u"%1  %2"_s.arg(described.name, described.type)};
    if (m_schema.primaryKey.contains(described.name))
        lines << tr("Primary key");
    lines << (described.nullable ? tr("May be NULL") : tr("Never NULL"));
    if (!described.generated.isEmpty())
        lines << tr("Computed: %1").arg(described.generated);
    else if (!described.serverDefault.isEmpty())
        lines << tr("Default: %1").arg(described.serverDefault);
    if (!described.comment.isEmpty())
        lines << described.comment;
    lines << tr("Click to sort, Shift+click to sort by more columns.");
    return lines.join(u'\n');
}

bool ColumnHeader::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int column = logicalIndexAt(help->pos());
        if (column >= 0 && column < m_schema.columns.size())
            QToolTip::showText(help->globalPos(), describe(column), this);
        return true;
    }
    return QHeaderView::viewportEvent(event);
}

}  // namespace roster
