// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/loadingline.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int noticedAfterMs = 150;
constexpr int frameMs = 40;
constexpr int phases = 50;
}  // namespace

LoadingLine::LoadingLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"loadingLine"_s);
    setAccessibleName(tr("Loading rows"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    parent->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &LoadingLine::step);
    hide();
}

void LoadingLine::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    if (loading) {
        m_phase = 0;
        m_timer.start(noticedAfterMs);
    } else {
        m_timer.stop();
        hide();
    }
}

void LoadingLine::step()
{
    if (isHidden()) {
        place();
        show();
        raise();
        m_timer.start(frameMs);
    }
    m_phase = (m_phase + 1) % phases;
    update();
}

void LoadingLine::place()
{
    setGeometry(0, 0, parentWidget()->width(), std::max(2, fontMetrics().height() / 5));
}

void LoadingLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = palette().color(QPalette::Highlight);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    const int part = width() / 4;
    painter.fillRect(QRect((width() + part) * m_phase / phases - part, 0, part, height()), ground);
}

bool LoadingLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace roster
