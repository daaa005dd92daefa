// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/connectionbar.h"

#include "models/database/connections.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int tickMs = 250;
}

ConnectionBar::ConnectionBar(Connections &connections, QWidget *parent)
    : ErrorBar(parent), m_connections(connections)
{
    setObjectName(u"connectionBar"_s);
    m_second.setInterval(tickMs);
    connect(&m_second, &QTimer::timeout, this, &ConnectionBar::showCountdown);
    const auto show = [this](const Error &error) {
        m_lost = true;
        showError(error);
        setAction(tr("&Reconnect"), [this] { m_connections.reconnect(); });
    };
    connect(&connections, &Connections::lost, this, show);
    connect(&connections, &Connections::connectFailed, this, [this, show](const Error &error) {
        m_second.stop();
        show(error);
    });
    connect(&connections, &Connections::retrying, this, &ConnectionBar::onRetrying);
    connect(&connections, &Connections::connected, this, [this] {
        m_second.stop();
        clear();
        if (std::exchange(m_lost, false))
            Q_EMIT restored();
    });
}

void ConnectionBar::onRetrying(int milliseconds)
{
    if (milliseconds == 0) {
        m_second.stop();
        setHint(tr("Connecting…"));
        return;
    }
    m_next.setRemainingTime(milliseconds);
    m_second.start();
    showCountdown();
}

void ConnectionBar::showCountdown()
{
    const int seconds = int((m_next.remainingTime() + 999) / 1000);
    const QString kept = tr("Nothing is lost: what was edited is kept.");
    setHint(tr("Tried again in %n second(s).", nullptr, std::max(1, seconds)) + u' ' + kept);
}

}  // namespace roster
