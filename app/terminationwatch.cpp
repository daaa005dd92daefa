// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationwatch.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace roster {

namespace {

constexpr std::array watched{SIGTERM, SIGHUP, SIGINT};
std::atomic<int> writeEnd = -1;  // all that a signal handler may touch

void onSignal(int)
{
    const char byte = 0;
    static_cast<void>(!::write(writeEnd, &byte, 1));
}

std::array<int, 2> makePipe()
{
    std::array<int, 2> ends{-1, -1};
    static_cast<void>(!::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK));
    return ends;
}

}  // namespace

TerminationWatch::TerminationWatch(QObject *parent)
    : QObject(parent), m_pipe(makePipe()), m_notifier(m_pipe[0], QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier.setEnabled(false);
        Q_EMIT terminated();
    });
    writeEnd = m_pipe[1];
    for (const int number : watched)
        std::signal(number, onSignal);
}

TerminationWatch::~TerminationWatch()
{
    for (const int number : watched)
        std::signal(number, SIG_DFL);
    writeEnd = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

}  // namespace roster
