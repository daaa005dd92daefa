// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_POSITIONBAR_H
#define ROSTER_PLAYERS_POSITIONBAR_H

#include <QScrollBar>

namespace roster {

/// A vertical scroll bar over a whole table, of more rows than an int or a drawn slider can count.
class PositionBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit PositionBar(QWidget *parent = nullptr);

    /// `total` rows, of which `visible` fit on the screen, the first of them at `top`. Emits
    /// nothing.
    void show(qint64 total, int visible, qint64 top);

Q_SIGNALS:
    /// A person moved it: this row should be the first one visible.
    void topRequested(qint64 position);
    /// Moved to its very end: whatever the last row is.
    void endRequested();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    qint64 m_total = 0;
    qint64 m_scale = 1;  ///< rows a step
    bool m_showing = false;
};

}  // namespace roster

#endif
