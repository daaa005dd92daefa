// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/partfile.h"

#include "models/core/progress.h"
#include "models/database/privatefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr auto lockInterval = std::chrono::milliseconds(50);

/// 0 or an errno; EEXIST where the target is there.
int renameWithoutOverwrite(const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // File systems that do not know it know hard links, most of them.
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    ::unlink(from.constData());
    return 0;
}

}  // namespace

Result<PartFile> PartFile::create(const QString &folder, const QString &name)
{
    const QString path = folder + u'/' + partName(name);
    FileDescriptor file(::open(QFile::encodeName(path).constData(),
                               O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return fail(backupFileError(path, errno));
    ::flock(file.get(), LOCK_EX | LOCK_NB);
    return PartFile(path, std::move(file));
}

PartFile::~PartFile()
{
    if (m_file.isOpen() && !m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData());
}

FileDescriptor PartFile::duplicate() const
{
    return FileDescriptor(::fcntl(m_file.get(), F_DUPFD_CLOEXEC, 0));
}

Result<std::shared_ptr<const HeldFile>> PartFile::held() const
{
    return HeldFile::of(m_path, duplicate());
}

int PartFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t got = ::write(m_file.get(), bytes.data(), size_t(bytes.size()));
        if (got < 0 && errno != EINTR)
            return errno;
        if (got > 0)
            bytes = bytes.sliced(got);
    }
    return 0;
}

Result<void> PartFile::flush()
{
    if (::fsync(m_file.get()) != 0)
        return fail(backupFileError(QFileInfo(m_path).path(), errno));
    ::posix_fadvise(m_file.get(), 0, 0, POSIX_FADV_DONTNEED);
    return {};
}

Result<void> PartFile::publish(const QString &target)
{
    const int reason = renameWithoutOverwrite(QFile::encodeName(m_path), QFile::encodeName(target));
    if (reason == EEXIST) {
        return fail(Error::Kind::Conflict, Text::tr("%1 is there already.").arg(target),
                    Text::tr("Nothing was overwritten. Try again."));
    }
    if (reason != 0)
        return fail(backupFileError(target, reason));
    m_path.clear();
    syncFolder(QFileInfo(target).path());
    return {};
}

Result<BackupFolderLock> BackupFolderLock::wait(const QString &folder, Progress &progress)
{
    FileDescriptor opened(
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.isOpen())
        return fail(backupFileError(folder, errno));
    while (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break;  // a file system without locks: names are still never overwritten
        if (progress.isCancelled())
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled."));
        std::this_thread::sleep_for(lockInterval);
    }
    return BackupFolderLock(std::move(opened));
}

}  // namespace roster
