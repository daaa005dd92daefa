// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_TERMINATIONWATCH_H
#define ROSTER_APP_TERMINATIONWATCH_H

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace roster {

/// While it lives, SIGTERM, SIGHUP and SIGINT become a signal of Qt's on this thread, so that a
/// window ended by the system still stops what it started. One at a time.
class TerminationWatch : public QObject
{
    Q_OBJECT

public:
    explicit TerminationWatch(QObject *parent = nullptr);
    ~TerminationWatch() override;

Q_SIGNALS:
    void terminated();

private:
    std::array<int, 2> m_pipe;
    QSocketNotifier m_notifier;
};

}  // namespace roster

#endif
