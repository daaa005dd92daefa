// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BENCH_WATCHEDAPPLICATION_H
#define ROSTER_BENCH_WATCHEDAPPLICATION_H

#include <QApplication>

namespace roster::bench {

/// Knows the longest time that one event held the GUI thread.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;
    /// Watching costs two system calls an event; off where a whole is timed. On at first.
    void setWatching(bool on) { m_isWatching = on; }
    /// Milliseconds since the last call; starts anew.
    double takeLongestBlock();
    /// The kind of event that took it, and what received it.
    const QString &longestWas() const { return m_longestWas; }

private:
    double m_longest = 0;
    QString m_longestWas;
    int m_depth = 0;
    bool m_isWatching = true;
};

}  // namespace roster::bench

#endif
