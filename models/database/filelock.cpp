// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/filelock.h"

#include "models/database/localtext.h"
#include "models/database/privatefolder.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr unsigned long pollMs = 20;

int lockDescriptor(int descriptor, int how)
{
    int done = 0;
    do {
        done = ::flock(descriptor, how);
    } while (done != 0 && errno == EINTR);
    return done;
}

}  // namespace

Result<std::optional<FileLock>> FileLock::tryLock(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(fileError(path, errno));
    FileLock lock(descriptor);
    if (lockDescriptor(descriptor, LOCK_EX | LOCK_NB) == 0)
        return std::optional<FileLock>(std::move(lock));
    if (errno == EWOULDBLOCK)
        return std::optional<FileLock>();
    return fail(fileError(path, errno));
}

Result<FileLock> FileLock::wait(const QString &path, Progress &progress, const QString &text,
                                std::chrono::milliseconds longest)
{
    const QDeadlineTimer end(longest);
    bool told = false;
    for (;;) {
        auto lock = tryLock(path);
        if (!lock)
            return fail(lock.error());
        if (*lock)
            return std::move(**lock);
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, LocalText::tr("Cancelled."));
        if (end.hasExpired()) {
            return fail(Error::Kind::Timeout,
                        LocalText::tr("Another Roster has been busy with the local server for too "
                                      "long."),
                        LocalText::tr("Wait, or end the other Roster."), u"roster local status"_s);
        }
        if (!told && !text.isEmpty())
            progress.setText(text);
        told = true;
        QThread::msleep(pollMs);
    }
}

bool FileLock::isHeld(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return false;
    const FileLock probe(descriptor);
    return lockDescriptor(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

FileLock::FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

void FileLock::write(const QByteArray &text) const
{
    if (::ftruncate(m_descriptor, 0) == 0)
        static_cast<void>(::pwrite(m_descriptor, text.constData(), size_t(text.size()), 0) >= 0);
}

}  // namespace roster
