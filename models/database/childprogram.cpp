// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/childprogram.h"

#include "models/database/localtext.h"

#include <QByteArray>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace roster {

namespace {

constexpr int pollMs = 50;

/// A descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int get() const { return m_fd; }
    void reset(int fd)
    {
        close();
        m_fd = fd;
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

private:
    int m_fd;
};

struct Pipe
{
    Descriptor read;
    Descriptor write;

    bool open()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        read.reset(ends[0]);
        write.reset(ends[1]);
        return true;
    }
};

/// What the child says before it becomes the program (then the pipe just closes).
struct Report
{
    enum class Kind { Pid, Errno } kind = Kind::Errno;
    int value = 0;
};

/// Everything the child needs, made before the fork: after it, in a program with threads, only
/// async-signal-safe calls are allowed.
struct Launch
{
    std::vector<QByteArray> texts;
    std::vector<char *> arguments;
    std::vector<char *> environment;
    SystemAccount account;
    Descriptor null{::open("/dev/null", O_RDWR | O_CLOEXEC)};
    int input = -1;  ///< -1: /dev/null
    int output = -1;
    int errors = -1;  ///< -1: where the output goes
    int held = -1;
    pid_t diesWith = 0;  ///< its parent's id; 0: outlives it

    Launch(const QString &program, const QStringList &list, const SystemAccount &who,
           const QList<QByteArray> &variables = {})
        : account(who)
    {
        texts.push_back(program.toLocal8Bit());
        for (const QString &argument : list)
            texts.push_back(argument.toLocal8Bit());
        const auto count = texts.size();
        for (const char *name : {"PATH", "HOME", "TZ", "TZDIR", "LD_LIBRARY_PATH"}) {
            if (const char *value = ::getenv(name))
                texts.push_back(QByteArray(name) + '=' + value);
        }
        texts.emplace_back("LC_ALL=C");
        texts.insert(texts.end(), variables.cbegin(), variables.cend());
        for (std::size_t i = 0; i < texts.size(); ++i)
            (i < count ? arguments : environment).push_back(texts[i].data());
        arguments.push_back(nullptr);
        environment.push_back(nullptr);
    }
};

void tell(int pipe, Report report)
{
    static_cast<void>(::write(pipe, &report, sizeof report) == ssize_t(sizeof report));
}

bool changeIdentity(const SystemAccount &account)
{
    return account.isCaller
        || (::setgroups(1, &account.group) == 0 && ::setgid(account.group) == 0
            && ::setuid(account.user) == 0);
}

/// In the child; comes back only by ending it.
[[noreturn]] void become(const Launch &launch, int report)
{
    for (int number = 1; number < NSIG; ++number)
        static_cast<void>(::signal(number, SIG_DFL));
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::umask(077);
    bool fine = changeIdentity(launch.account) && ::chdir("/") == 0
             && ::dup2(launch.input >= 0 ? launch.input : launch.null.get(), STDIN_FILENO) >= 0
             && ::dup2(launch.output, STDOUT_FILENO) >= 0
             && ::dup2(launch.errors >= 0 ? launch.errors : launch.output, STDERR_FILENO) >= 0;
    if (fine && launch.diesWith != 0) {
        fine = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
        if (::getppid() != launch.diesWith)
            ::_exit(127);
    }
    // Nothing of the window's (display socket, database connections) may live on in a daemon.
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    if (fine && launch.held >= 0)
        fine = ::fcntl(launch.held, F_SETFD, 0) == 0;
    if (fine)
        ::execve(launch.arguments.front(), launch.arguments.data(), launch.environment.data());
    tell(report, {Report::Kind::Errno, errno});
    ::_exit(127);
}

/// fork() with all signals blocked, so that no handler of ours runs in the child.
pid_t quietFork()
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t child = ::fork();
    if (child != 0) {
        const int reason = errno;
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
        errno = reason;
    }
    return child;
}

bool next(int pipe, Report &report)
{
    ssize_t got = 0;
    do {
        got = ::read(pipe, &report, sizeof report);
    } while (got < 0 && errno == EINTR);
    return got == ssize_t(sizeof report);
}

int waitFor(pid_t child)
{
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Reads until the last writer is gone; false once cancelled.
bool readAll(int pipe, Progress &progress, QByteArray &text)
{
    std::array<char, 4096> buffer{};
    for (;;) {
        if (progress.isCancelled())
            return false;
        pollfd wanted{pipe, POLLIN, 0};
        if (::poll(&wanted, 1, pollMs) <= 0)
            continue;
        const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
        if (got == 0 || (got < 0 && errno != EINTR))
            return true;
        if (got > 0)
            text.append(buffer.data(), got);
    }
}

}  // namespace

ChildProgram::ChildProgram(QString program, QStringList arguments, SystemAccount account)
    : m_program(std::move(program)), m_arguments(std::move(arguments)), m_account(account)
{
}

Error ChildProgram::notStarted(int reason) const
{
    Error error;
    error.kind = Error::Kind::System;
    error.message = LocalText::tr("%1 could not be started: %2.")
                        .arg(m_program, QString::fromLocal8Bit(::strerror(reason)));
    error.hint = LocalText::tr("Check that PostgreSQL is wholly installed and that this account "
                               "may run it.");
    return error;
}

Result<ChildProgram::Output> ChildProgram::run(Progress &progress,
                                               const QList<QByteArray> &variables) const
{
    Launch launch(m_program, m_arguments, m_account, variables);
    Pipe report;
    Pipe output;
    if (!report.open() || !output.open())
        return fail(notStarted(errno));
    launch.output = output.write.get();
    launch.diesWith = ::getpid();
    const pid_t child = quietFork();
    if (child < 0)
        return fail(notStarted(errno));
    if (child == 0) {
        ::setpgid(0, 0);  // so that all it starts can be killed with it
        become(launch, report.write.get());
    }
    report.write.close();
    output.write.close();
    Report said;
    if (next(report.read.get(), said)) {
        waitFor(child);
        return fail(notStarted(said.value));
    }
    QByteArray text;
    const bool finished = readAll(output.read.get(), progress, text);
    if (!finished)
        ::kill(-child, SIGKILL);
    const int exitCode = waitFor(child);
    if (!finished)
        return fail(Error::Kind::Cancelled, LocalText::tr("Cancelled."));
    return Output{exitCode, QString::fromLocal8Bit(text)};
}

Result<qint64> ChildProgram::start(const Streams &streams, const QList<QByteArray> &variables) const
{
    Launch launch(m_program, m_arguments, m_account, variables);
    Pipe report;
    if (!report.open())
        return fail(notStarted(errno));
    launch.input = streams.input;
    launch.output = streams.output >= 0 ? streams.output : launch.null.get();
    launch.errors = streams.errors >= 0 ? streams.errors : launch.null.get();
    launch.diesWith = ::getpid();
    const pid_t child = quietFork();
    if (child < 0)
        return fail(notStarted(errno));
    if (child == 0) {
        ::setpgid(0, 0);
        become(launch, report.write.get());
    }
    report.write.close();
    if (Report said; next(report.read.get(), said)) {
        waitFor(child);
        return fail(notStarted(said.value));
    }
    return child;
}

int ChildProgram::finish(qint64 pid)
{
    return waitFor(pid_t(pid));
}

void ChildProgram::kill(qint64 pid)
{
    ::kill(-pid_t(pid), SIGKILL);
}

Result<qint64> ChildProgram::startDaemon(int log, int held) const
{
    Launch launch(m_program, m_arguments, m_account);
    launch.output = log;
    launch.held = held;
    Pipe report;
    if (!report.open())
        return fail(notStarted(errno));
    const pid_t between = quietFork();
    if (between < 0)
        return fail(notStarted(errno));
    if (between == 0) {  // its child is nobody's of ours: no zombie stays when it ends
        ::setsid();
        const pid_t daemon = ::fork();
        if (daemon == 0)
            become(launch, report.write.get());
        tell(report.write.get(), daemon < 0 ? Report{Report::Kind::Errno, errno}
                                            : Report{Report::Kind::Pid, int(daemon)});
        ::_exit(0);
    }
    report.write.close();
    qint64 pid = 0;
    int reason = 0;
    for (Report said; next(report.read.get(), said);)
        (said.kind == Report::Kind::Pid ? pid = said.value : reason = said.value);
    waitFor(between);
    if (reason != 0 || pid == 0)
        return fail(notStarted(reason));
    return pid;
}

}  // namespace roster
