// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/watchedapplication.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace roster::bench {

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // An event sent from within another one is part of that one's time.
    QElapsedTimer clock;
    clock.start();
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    if (--m_depth == 0)
        m_longest = std::max(m_longest, double(clock.nsecsElapsed()) / 1e6);
    return result;
}

double WatchedApplication::takeLongestBlock()
{
    return std::exchange(m_longest, 0.0);
}

}  // namespace roster::bench
