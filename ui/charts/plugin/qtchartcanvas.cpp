// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plugin/qtchartcanvas.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QGraphicsRectItem>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

QtChartCanvas::QtChartCanvas(QWidget *parent)
    : ChartCanvas(parent),
      m_chart(new QChart),
      m_view(new QChartView(m_chart, this)),
      m_mark(new QGraphicsRectItem(m_chart)),
      m_drawing(*m_chart)
{
    setObjectName(u"chartCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_mark->setZValue(20);
    m_mark->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    QObject::connect(m_chart, &QChart::plotAreaChanged, this, [this] { fit(); });
    draw();
}

void QtChartCanvas::setData(const ChartData &chart)
{
    m_data = chart;
    m_bins = m_rows = {};
    m_cursor = m_anchorBin = -1;
    m_isDragging = false;
    draw();
}

void QtChartCanvas::setCompact(bool compact)
{
    m_isCompact = compact;
    draw();
    updateGeometry();
}

void QtChartCanvas::draw()
{
    QFont small = font();
    m_chart->setFont(small);
    m_drawing.show(m_data, ChartColours(palette()), m_isCompact);
    const ChartColours colours(palette());
    QColor ground = colours.selection;
    ground.setAlphaF(0.22F);
    m_mark->setPen(QPen(colours.selection, 2));
    m_mark->setBrush(ground);
    mark();
}

void QtChartCanvas::fit()
{
    m_drawing.fit();
    mark();
}

void QtChartCanvas::mark()
{
    const QRectF place = m_drawing.placeOf(m_bins, m_rows);
    m_mark->setVisible(!place.isEmpty());
    if (!place.isEmpty())
        m_mark->setRect(place);
}

void QtChartCanvas::select(ChartRange bins, ChartRange rows)
{
    m_bins = bins;
    m_rows = rows;
    m_cursor = bins.last;
    m_anchorBin = bins.first;
    m_anchorRow = rows.first;
    mark();
}

void QtChartCanvas::render(QPainter &painter, const QRectF &target)
{
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->setFont(font());
    chart->resize(target.size());
    ChartDrawing drawing(*chart);
    const ChartColours colours(palette());
    drawing.show(m_data, colours, false);
    chart->layout()->activate();
    drawing.fit();
    chart->layout()->activate();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    scene.setSceneRect(QRectF(QPointF(0, 0), target.size()));
    scene.render(&painter, target, scene.sceneRect());
    painter.restore();
}

QSize QtChartCanvas::sizeHint() const
{
    const int em = fontMetrics().horizontalAdvance(u'm');
    return m_isCompact ? QSize(em * 16, em * 9) : QSize(em * 48, em * 30);
}

QSize QtChartCanvas::minimumSizeHint() const
{
    const int em = fontMetrics().horizontalAdvance(u'm');
    return m_isCompact ? QSize(em * 10, em * 7) : QSize(em * 20, em * 14);
}

bool QtChartCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipAt(inChart(help->pos()));
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return ChartCanvas::event(event);
}

void QtChartCanvas::changeEvent(QEvent *event)
{
    ChartCanvas::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void QtChartCanvas::resizeEvent(QResizeEvent *event)
{
    ChartCanvas::resizeEvent(event);
    fit();
}

QPointF QtChartCanvas::inChart(QPointF position) const
{
    return m_chart->mapFromScene(m_view->mapToScene(m_view->mapFrom(this, position.toPoint())));
}

int QtChartCanvas::lastBin() const
{
    const auto apart = m_data.kind == ChartData::Kind::Bars ? m_data.apart.size() : 0;
    return int(m_data.bins.size() + apart) - 1;
}

QString QtChartCanvas::tipAt(QPointF position) const
{
    const int bin = m_drawing.binAt(position);
    if (bin < 0)
        return {};
    const auto bins = m_data.bins.size();
    const ChartBin &column = bin < bins ? m_data.bins.at(bin) : m_data.apart.at(bin - bins);
    const int row = m_drawing.rowAt(position);
    if (row < 0)
        return u"%1: %2"_s.arg(column.label, QLocale().toString(column.count));
    const QString both = u"%1 × %2"_s.arg(column.label, m_data.rows.at(row).label);
    const qsizetype cell = row * bins + bin;
    return cell < m_data.cells.size()
             ? u"%1: %2"_s.arg(both, QLocale().toString(m_data.cells.at(cell)))
             : both;
}

void QtChartCanvas::mousePressEvent(QMouseEvent *event)
{
    const QPointF position = inChart(event->position());
    const int bin = m_drawing.binAt(position);
    if (event->button() != Qt::LeftButton || !brushed || bin < 0) {
        event->ignore();
        return;
    }
    m_isDragging = true;
    m_anchorBin = bin;
    m_anchorRow = m_drawing.rowAt(position);
    extendTo(position);
}

void QtChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = inChart(event->position());
    if (m_isDragging)
        extendTo(position);
    const bool canChoose = brushed && m_drawing.binAt(position) >= 0;
    setCursor(canChoose ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void QtChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return;
    extendTo(inChart(event->position()));
    m_isDragging = false;
    choose();
}

/// A range is of the scale or of what stands apart, never of both.
void QtChartCanvas::extendTo(QPointF position)
{
    const int bins = int(m_data.bins.size());
    int bin = m_drawing.binAt(position, true);
    if (bin < 0)
        return;
    bin = m_anchorBin < bins ? std::min(bin, bins - 1) : m_anchorBin;
    m_cursor = bin;
    m_bins = {std::min(bin, m_anchorBin), std::max(bin, m_anchorBin)};
    const int row = m_drawing.rowAt(position, true);
    if (row >= 0 && m_anchorRow >= 0)
        m_rows = {std::min(row, m_anchorRow), std::max(row, m_anchorRow)};
    else
        m_rows = {};
    mark();
}

void QtChartCanvas::moveCursor(int bin, bool extend)
{
    const int bins = int(m_data.bins.size());
    m_cursor = std::clamp(bin, 0, lastBin());
    if (extend && m_anchorBin >= 0 && m_anchorBin < bins)
        m_cursor = std::min(m_cursor, bins - 1);
    else
        m_anchorBin = m_cursor;
    m_bins = {std::min(m_cursor, m_anchorBin), std::max(m_cursor, m_anchorBin)};
    m_rows = {};
    mark();
    const QPointF at = m_drawing.placeOf({m_cursor, m_cursor}, {}).center();
    const QPoint place = m_view->mapTo(this, m_view->mapFromScene(m_chart->mapToScene(at)));
    QToolTip::showText(mapToGlobal(place), tipAt(at), this);
}

void QtChartCanvas::choose()
{
    if (brushed && !m_bins.isEmpty())
        brushed(m_bins, m_rows);
}

void QtChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    if (!brushed || lastBin() < 0) {
        ChartCanvas::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor < 0 ? 0 : m_cursor - 1, extend);
        break;
    case Qt::Key_Right:
        moveCursor(m_cursor + 1, extend);
        break;
    case Qt::Key_Home:
        moveCursor(0, extend);
        break;
    case Qt::Key_End:
        moveCursor(lastBin(), extend);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose();
        break;
    case Qt::Key_Escape:
        if (!m_bins.isEmpty()) {
            select({}, {});
            break;
        }
        [[fallthrough]];
    default:
        ChartCanvas::keyPressEvent(event);
    }
}

}  // namespace roster
