// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_LOADINGLINE_H
#define ROSTER_PLAYERS_LOADINGLINE_H

#include <QTimer>
#include <QWidget>

namespace roster {

/// A thin line that moves while rows are on their way. Appears only where it takes long enough to
/// be noticed, so that quick pages do not flicker.
class LoadingLine : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingLine(QWidget *parent);

    void setLoading(bool loading);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void step();

    QTimer m_timer;
    int m_phase = 0;
    bool m_loading = false;
};

}  // namespace roster

#endif
