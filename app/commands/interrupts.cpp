// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interrupts.h"

#include "app/commands/command.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <unistd.h>

namespace roster {

namespace {

// A signal handler may do next to nothing, so it writes one byte into a pipe that a thread reads.
// (No blocked signals and sigwait: started programs would inherit the mask.)
int pipeEnds[2] = {-1, -1};
constexpr char over = 'o';
constexpr char interrupted = 'i';
constexpr auto grace = std::chrono::seconds(1);

void onSignal(int)
{
    const int saved = errno;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &interrupted, 1);
    errno = saved;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    if (handler == onSignal && sigaction(signal, nullptr, &action) == 0
        && action.sa_handler == SIG_IGN) {
        return;  // nohup
    }
    action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupts::Interrupts(Progress &progress, std::function<bool()> isStuck)
    : m_progress(progress), m_isStuck(std::move(isStuck))
{
    if (pipe2(pipeEnds, O_CLOEXEC) != 0)
        return;  // then Ctrl-C ends the program as everywhere
    m_thread = std::thread(&Interrupts::watch, this);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal, onSignal);
}

Interrupts::~Interrupts()
{
    if (!m_thread.joinable())
        return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal, SIG_DFL);
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &over, 1);
    m_thread.join();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

void Interrupts::watch()
{
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> first;
    while (true) {
        pollfd waiting{pipeEnds[0], POLLIN, 0};
        const int ready =
            poll(&waiting, 1, first ? int(std::chrono::milliseconds(grace).count()) : -1);
        if (ready == 0 && m_isStuck())
            _exit(int(ExitCode::Cancelled));
        if (ready <= 0)
            continue;
        char what = over;
        if (read(pipeEnds[0], &what, 1) == 1 && what == over)
            return;
        if (!first) {
            first = Clock::now();
            m_progress.cancel();
        } else if (Clock::now() - *first > grace) {
            _exit(int(ExitCode::Cancelled));
        }
    }
}

}  // namespace roster
