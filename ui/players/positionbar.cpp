// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/positionbar.h"

#include <QLocale>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr qint64 mostSteps = qint64(1) << 30;
}

PositionBar::PositionBar(QWidget *parent) : QScrollBar(Qt::Vertical, parent)
{
    setObjectName(u"positionBar"_s);
    setAccessibleName(tr("Position in the table"));
    setTracking(true);
}

void PositionBar::show(qint64 total, int visible, qint64 top)
{
    m_showing = true;
    m_total = total;
    const qint64 highest = std::max<qint64>(0, total - visible);
    m_scale = highest / mostSteps + 1;
    setRange(0, int((highest + m_scale - 1) / m_scale));
    setPageStep(std::max(1, int(visible / m_scale)));
    setSingleStep(1);
    // While it is dragged the hand decides, not the rows that arrive late.
    if (!isSliderDown())
        setValue(top >= highest ? maximum() : int(top / m_scale));
    setEnabled(highest > 0);
    m_showing = false;
}

void PositionBar::wheelEvent(QWheelEvent *event)
{
    // One notch is some rows, as over the grid, not a share of the table.
    event->ignore();
}

void PositionBar::sliderChange(SliderChange change)
{
    QScrollBar::sliderChange(change);
    if (change != SliderValueChange || m_showing)
        return;
    if (value() == maximum() && maximum() > 0)
        Q_EMIT endRequested();
    else
        Q_EMIT topRequested(value() * m_scale);
    if (isSliderDown()) {
        QToolTip::showText(
            QCursor::pos(),
            tr("Row %1 of %2")
                .arg(locale().toString(value() * m_scale + 1), locale().toString(m_total)),
            this);
    }
}

}  // namespace roster
