// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_CONNECTIONBAR_H
#define ROSTER_MAINWINDOW_CONNECTIONBAR_H

#include "ui/common/errorbar.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace roster {

class Connections;

/// Says that the connection was lost and when it is tried again; goes by itself when it is back.
class ConnectionBar : public ErrorBar
{
    Q_OBJECT

public:
    explicit ConnectionBar(Connections &connections, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The connection is back after it was lost.
    void restored();

private:
    void onRetrying(int milliseconds);
    void showCountdown();

    Connections &m_connections;
    QTimer m_second;
    QDeadlineTimer m_next;
    bool m_lost = false;
};

}  // namespace roster

#endif
