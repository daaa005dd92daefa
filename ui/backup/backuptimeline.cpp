// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backuptimeline.h"

#include "models/backup/staleness.h"
#include "ui/common/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int margin = 8;
constexpr double markWidth = 3;
constexpr double clickReach = 24;
}  // namespace

BackupTimeline::BackupTimeline(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"backupTimeline"_s);
    setAccessibleName(tr("When backups were made"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BackupTimeline::setMarks(const QList<Mark> &marks, const QDateTime &now)
{
    m_marks = marks;
    m_now = now;
    m_oldest = now;
    for (const Mark &mark : marks) {
        if (mark.moment.isValid() && mark.moment < m_oldest)
            m_oldest = mark.moment;
    }
    setToolTip(tr("%n backup(s) since %1", nullptr, int(marks.size()))
                   .arg(QLocale().toString(m_oldest.toLocalTime().date(), QLocale::ShortFormat)));
    setAccessibleDescription(toolTip());
    update();
}

void BackupTimeline::setChosen(const QString &path)
{
    m_chosen = path;
    update();
}

QSize BackupTimeline::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'm') * 12, fontMetrics().lineSpacing() * 2};
}

double BackupTimeline::placeOf(const QDateTime &moment) const
{
    const auto span = double(qMax<qint64>(1, m_oldest.secsTo(m_now)));
    const double share = qBound(0.0, double(m_oldest.secsTo(moment)) / span, 1.0);
    return margin + share * (width() - 2 * margin);
}

void BackupTimeline::paintEnds(QPainter &painter) const
{
    painter.setPen(Theme::dimmed());
    const QRect line(margin, height() - fontMetrics().lineSpacing(), width() - 2 * margin,
                     fontMetrics().lineSpacing());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 ago").arg(Staleness::ageText(m_oldest.secsTo(m_now))));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
}

void BackupTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int base = height() - fontMetrics().lineSpacing() - 2;
    painter.setPen(Theme::outline());
    painter.drawLine(margin, base, width() - margin, base);
    paintEnds(painter);
    // Thousands fall onto the same pixels: what is bad, and what is chosen, is painted last.
    QSet<int> taken;
    const QColor good = palette().color(QPalette::Highlight);
    const QColor bad = Theme::tone(Theme::Meaning::Error).foreground;
    for (const Mark &mark : std::as_const(m_marks)) {
        const int place = int(placeOf(mark.moment));
        if (mark.isGood && !taken.contains(place)) {
            taken.insert(place);
            painter.fillRect(QRectF(place - 1, base / 2.0, markWidth, base / 2.0), good);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Mark &mark : std::as_const(m_marks)) {
        const double place = placeOf(mark.moment);
        if (!mark.isGood) {
            painter.setPen(QPen(bad, 2));
            painter.drawLine(QPointF(place - 4, base / 2.0), QPointF(place + 4, base - 1.0));
            painter.drawLine(QPointF(place + 4, base / 2.0), QPointF(place - 4, base - 1.0));
        }
        if (mark.path == m_chosen) {
            painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
            painter.drawLine(QPointF(place + 0.5, 2), QPointF(place + 0.5, base));
        }
    }
}

/// The nearest one.
void BackupTimeline::mousePressEvent(QMouseEvent *event)
{
    const Mark *nearest = nullptr;
    double reach = clickReach;
    for (const Mark &mark : std::as_const(m_marks)) {
        const double distance = std::abs(placeOf(mark.moment) - event->position().x());
        if (distance < reach) {
            reach = distance;
            nearest = &mark;
        }
    }
    if (nearest)
        Q_EMIT chosen(nearest->path);
}

}  // namespace roster
