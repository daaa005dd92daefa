// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/watchedapplication.h"

#include <QElapsedTimer>
#include <QMetaEnum>

#include <array>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster::bench {

namespace {

/// Nanoseconds that this thread was ready to run while others had the processors: of a machine that
/// does other things, too, and no part of what an event costs. 0 where the kernel does not count.
qint64 waitedForProcessor()
{
    static const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    std::array<char, 80> text{};
    const ssize_t length = ::pread(file, text.data(), text.size(), 0);
    return length <= 0
             ? 0
             : QByteArrayView(text.data(), length).toByteArray().split(' ').value(1).toLongLong();
}

}  // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    // An event sent from within another one is part of that one's time.
    if (m_depth > 0 || !m_isWatching)
        return QApplication::notify(receiver, event);
    const qint64 waited = waitedForProcessor();
    QElapsedTimer clock;
    clock.start();
    ++m_depth;
    const auto type = event->type();
    const QMetaObject *kind = receiver->metaObject();
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    const double took = double(clock.nsecsElapsed() - waitedForProcessor() + waited) / 1e6;
    if (took > m_longest) {
        m_longest = took;
        m_longestWas = u"%1 of %2"_s.arg(
            QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)),
            QString::fromLatin1(kind->className()));
    }
    return result;
}

double WatchedApplication::takeLongestBlock()
{
    return std::exchange(m_longest, 0.0);
}

}  // namespace roster::bench
