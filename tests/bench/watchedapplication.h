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
    /// Milliseconds since the last call; starts anew.
    double takeLongestBlock();
    /// The kind of event that took it, and what received it.
    const QString &longestWas() const { return m_longestWas; }

private:
    double m_longest = 0;
    QString m_longestWas;
    int m_depth = 0;
};

}  // namespace roster::bench

#endif
