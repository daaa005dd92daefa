// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localprocess.h"

#include "models/database/childprogram.h"
#include "models/database/localtext.h"
#include "models/database/privatefolder.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roster {

namespace {

constexpr unsigned long pollMs = 20;
constexpr auto longRecovery = 2s;  // from then on it is worth a word
constexpr auto orphansEnd = 5s;    // by themselves, once told
constexpr auto orphansAtMost = 30s;
constexpr auto stopAfterCancel = 10s;
constexpr qint64 largestLog = qint64(10) * 1024 * 1024;
constexpr qint64 shownLog = 2000;
/// Containers give 64 MB, and a parallel index build alone may want maintenance_work_mem.
constexpr quint64 enoughSharedMemory = quint64(512) * 1024 * 1024;

auto cancelled()
{
    return fail(Error::Kind::Cancelled, LocalText::tr("Cancelled."));
}

bool sharedMemoryIsSmall()
{
    struct statvfs disk{};
    return ::statvfs("/dev/shm", &disk) != 0
        || quint64(disk.f_blocks) * disk.f_frsize < enoughSharedMemory;
}

/// Appended to; one old one is kept when it has grown.
Result<int> openLog(const QString &path)
{
    if (QFileInfo(path).size() > largestLog) {
        QFile::remove(path + u".1"_s);
        QFile::rename(path, path + u".1"_s);
    }
    const int log = ::open(QFile::encodeName(path).constData(),
                           O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (log < 0)
        return fail(fileError(path, errno));
    return log;
}

}  // namespace

LocalProcess::LocalProcess(LocalPaths paths, SystemAccount account)
    : m_paths(std::move(paths)), m_account(account)
{
}

Result<Postmaster> LocalProcess::ensureRunning(const PostgresBinaries &binaries,
                                               Progress &progress) const
{
    while (const auto found = Postmaster::running(m_paths.cluster())) {
        switch (found->phase) {
        case Postmaster::Phase::Ready:
            return *found;
        case Postmaster::Phase::Stopping:
            progress.setText(LocalText::tr("Waiting until the local server has stopped…"));
            ROSTER_TRY(waitUntilGone(found->pid, progress, 24h));
            break;
        case Postmaster::Phase::Starting:
            if (progress.isCancelled())
                return cancelled();
            QThread::msleep(pollMs);
            break;
        }
    }
    return launch(binaries, progress);
}

QStringList LocalProcess::arguments() const
{
    QString sockets = m_paths.sockets;
    sockets.replace(u'"', u"\"\""_s);  // it is a list of folders
    QStringList list{u"-D"_s, m_paths.cluster()};
    const auto set = [&list](const QString &setting) { list << u"-c"_s << setting; };
    set(u"listen_addresses="_s);
    set(u"cluster_name="_s + Postmaster::nameOf(m_paths.cluster()));
    set(u"port=5432"_s);
    set(u"unix_socket_permissions=0700"_s);
    set(u"unix_socket_directories=\"%1\""_s.arg(sockets));
    set(u"logging_collector=off"_s);
    set(u"log_destination=stderr"_s);
    if (sharedMemoryIsSmall())
        set(u"dynamic_shared_memory_type=mmap"_s);
    return list;
}

/// The claim is a lock that every process of the server inherits: as long as one of them lives,
/// whatever became of its postmaster, nobody starts a second server on the same files.
Result<FileLock> LocalProcess::claim(Progress &progress) const
{
    const QDeadlineTimer gentle(orphansEnd);
    const QDeadlineTimer end(orphansAtMost);
    bool told = false;
    for (;;) {
        auto lock = FileLock::tryLock(m_paths.folder + u"/running"_s);
        if (!lock)
            return fail(lock.error());
        if (*lock)
            return std::move(**lock);
        const bool late = gentle.hasExpired();
        if (!told || late) {
            progress.setText(LocalText::tr("Ending what a killed server left behind…"));
            for (const pid_t pid : Postmaster::processes(m_paths.cluster()))
                ::kill(pid, late ? SIGKILL : SIGQUIT);
            told = true;
        }
        if (progress.isCancelled())
            return cancelled();
        if (end.hasExpired()) {
            return fail(Error::Kind::System,
                        LocalText::tr("The local server was killed, and some of its processes do "
                                      "not end."),
                        LocalText::tr("End the remaining `postgres` processes, then try again."));
        }
        QThread::msleep(pollMs);
    }
}

Result<Postmaster> LocalProcess::launch(const PostgresBinaries &binaries, Progress &progress) const
{
    progress.setText(LocalText::tr("Starting the local server…"));
    ROSTER_TRY(makePrivateFolder(m_paths.sockets, m_account));
    const auto held = claim(progress);
    if (!held)
        return fail(held.error());
    Postmaster::removeStaleFile(m_paths.cluster());
    // The folder is this cluster's alone, and nothing runs: these are from a server that died.
    QFile::remove(m_paths.sockets + u"/.s.PGSQL.5432"_s);
    QFile::remove(m_paths.sockets + u"/.s.PGSQL.5432.lock"_s);
    const auto log = openLog(m_paths.logFile());
    if (!log)
        return fail(log.error());
    const qint64 logStart = QFileInfo(m_paths.logFile()).size();
    const auto pid = ChildProgram(binaries.postgres(), arguments(), m_account)
                         .startDaemon(*log, held->descriptor());
    ::close(*log);
    if (!pid)
        return fail(pid.error());
    return waitUntilReady(pid_t(*pid), logStart, progress);
}

Result<Postmaster> LocalProcess::waitUntilReady(pid_t pid, qint64 logStart,
                                                Progress &progress) const
{
    const QDeadlineTimer usual(longRecovery);
    bool told = false;
    for (;;) {
        const auto found = Postmaster::running(m_paths.cluster());
        if (found && found->pid == pid && found->phase == Postmaster::Phase::Ready)
            return *found;
        if (!Postmaster::isAlive(pid))
            return fail(startError(logStart));
        if (progress.isCancelled()) {
            ::kill(pid, SIGQUIT);  // it has served nobody: there is nothing to write down
            Progress nobody;
            static_cast<void>(waitUntilGone(pid, nobody, stopAfterCancel));
            return cancelled();
        }
        if (!told && usual.hasExpired()) {
            progress.setText(LocalText::tr("The local server puts itself in order…"));
            told = true;
        }
        QThread::msleep(pollMs);
    }
}

Result<void> LocalProcess::waitUntilGone(pid_t pid, Progress &progress,
                                         std::chrono::milliseconds longest) const
{
    const QDeadlineTimer end(longest);
    while (Postmaster::isAlive(pid)) {
        if (progress.isCancelled())
            return cancelled();
        if (end.hasExpired()) {
            return fail(Error::Kind::Timeout, LocalText::tr("The local server is still stopping."),
                        LocalText::tr("It writes its last changes to disk; wait a little."));
        }
        QThread::msleep(pollMs);
    }
    return {};
}

Error LocalProcess::startError(qint64 logStart) const
{
    QString said;
    QFile log(m_paths.logFile());
    if (log.open(QIODevice::ReadOnly)) {
        log.seek(qMax(logStart, log.size() - shownLog));
        said = QString::fromLocal8Bit(log.readAll()).trimmed();
    }
    if (looksFull(said, m_paths.folder))
        return diskFullError(m_paths.folder);
    Error error;
    error.kind = Error::Kind::System;
    error.message = LocalText::tr("The local server did not start.");
    error.detail = said;
    error.hint = LocalText::tr("The details have the server's own words; all of them are in %1.")
                     .arg(m_paths.logFile());
    return error;
}

Result<void> LocalProcess::stop(Progress &progress, std::chrono::milliseconds longest) const
{
    const auto found = Postmaster::running(m_paths.cluster());
    if (!found)
        return {};
    progress.setText(LocalText::tr("Stopping the local server…"));
    if (::kill(found->pid, SIGINT) != 0 && errno != ESRCH) {
        return fail(Error::Kind::Permission,
                    LocalText::tr("The local server (process %1) belongs to somebody else.")
                        .arg(found->pid),
                    LocalText::tr("Stop it as the account that started it."));
    }
    return waitUntilGone(found->pid, progress, longest);
}

}  // namespace roster
