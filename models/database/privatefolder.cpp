// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/privatefolder.h"

#include "models/database/localtext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr quint64 nearlyNothing = quint64(256) * 1024;

Error foreignFolder(const QString &path, uid_t owner)
{
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = LocalText::tr("The folder %1 belongs to %2; the local server does not use it.")
                        .arg(path, accountName(owner));
    error.hint = LocalText::tr("Remove or rename it, or have its owner do so.");
    return error;
}

Error notAFolder(const QString &path)
{
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = LocalText::tr("%1 is a symbolic link or a file; the local server wants a "
                                  "folder of its own there.")
                        .arg(path);
    error.hint = LocalText::tr("Remove it, then try again.");
    return error;
}

/// As mkdir -p; what it makes can be passed by others where `othersPass`.
int makeParents(const QString &path, mode_t mode)
{
    QStringList missing;
    for (QString at = path; !QFileInfo::exists(at) && at != "/"_L1; at = QFileInfo(at).path())
        missing.prepend(at);
    for (const QString &folder : std::as_const(missing)) {
        const QByteArray name = QFile::encodeName(folder);
        if (::mkdir(name.constData(), mode) != 0 && errno != EEXIST)
            return errno;
        ::chmod(name.constData(), mode);  // whatever the umask says
    }
    return 0;
}

}  // namespace

Error fileError(const QString &path, int reason)
{
    if (reason == ENOSPC || reason == EDQUOT)
        return diskFullError(path);
    Error error;
    const bool denied = reason == EACCES || reason == EPERM || reason == EROFS;
    error.kind = denied ? Error::Kind::Permission : Error::Kind::System;
    error.message = LocalText::tr("%1 cannot be written: %2.")
                        .arg(path, QString::fromLocal8Bit(::strerror(reason)));
    error.hint = denied ? LocalText::tr("Make the folder writable for %1, or set XDG_DATA_HOME to "
                                        "one that is.")
                              .arg(accountName(::geteuid()))
                        : LocalText::tr("Check the folder and its disk.");
    return error;
}

bool looksFull(const QString &output, const QString &path)
{
    for (const auto sign :
         {"No space left on device"_L1, "Disk quota exceeded"_L1, "Check free disk space"_L1}) {
        if (output.contains(sign))
            return true;
    }
    struct statvfs disk{};
    if (::statvfs(QFile::encodeName(path).constData(), &disk) != 0)
        return false;
    return quint64(disk.f_bavail) * disk.f_frsize < nearlyNothing;
}

Error diskFullError(const QString &path)
{
    Error error;
    error.kind = Error::Kind::System;
    error.message = LocalText::tr("The disk is full: no space left for %1.").arg(path);
    error.hint = LocalText::tr("Free some space (the local server needs about 100 MB to begin "
                               "with), then try again. Nothing was lost.");
    return error;
}

Result<void> makeOwnFolder(const QString &path, bool othersPass)
{
    const mode_t mode = othersPass ? 0711 : 0700;
    if (const int reason = makeParents(path, mode))
        return fail(fileError(path, reason));
    struct stat found{};
    const QByteArray name = QFile::encodeName(path);
    if (::stat(name.constData(), &found) != 0)
        return fail(fileError(path, errno));
    if (!S_ISDIR(found.st_mode))
        return fail(fileError(path, ENOTDIR));
    if (found.st_uid != ::geteuid())
        return fail(foreignFolder(path, found.st_uid));
    if ((found.st_mode & 0777) != mode && ::chmod(name.constData(), mode) != 0)
        return fail(fileError(path, errno));
    if (::access(name.constData(), W_OK | X_OK) != 0)
        return fail(fileError(path, errno));
    return {};
}

Result<void> makePrivateFolder(const QString &path, const SystemAccount &account)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return fail(fileError(path, errno));
    struct stat found{};
    const int folder = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 && ::lstat(name.constData(), &found) == 0)
        return fail(S_ISDIR(found.st_mode) ? foreignFolder(path, found.st_uid) : notAFolder(path));
    if (folder < 0 || ::fstat(folder, &found) != 0)
        return fail(fileError(path, errno));
    int reason = 0;
    if (found.st_uid != account.user && found.st_uid == ::geteuid()) {  // just made, for another
        if (::fchown(folder, account.user, account.group) != 0)
            reason = errno;
        found.st_uid = account.user;
    }
    const bool foreign = found.st_uid != account.user;
    if (!foreign && (found.st_mode & 0777) != 0700 && ::fchmod(folder, 0700) != 0)
        reason = errno;
    ::close(folder);
    if (foreign)
        return fail(foreignFolder(path, found.st_uid));
    if (reason != 0)
        return fail(fileError(path, reason));
    return {};
}

QString closedTo(const SystemAccount &account, const QString &path)
{
    QStringList folders;
    for (QString at = QFileInfo(path).canonicalFilePath(); !at.isEmpty();
         at = QFileInfo(at).path()) {
        folders.prepend(at);
        if (at == "/"_L1)
            break;
    }
    for (const QString &folder : std::as_const(folders)) {
        struct stat found{};
        if (::stat(QFile::encodeName(folder).constData(), &found) != 0)
            return folder;
        const mode_t pass = found.st_uid == account.user  ? S_IXUSR
                          : found.st_gid == account.group ? S_IXGRP
                                                          : S_IXOTH;
        if ((found.st_mode & pass) == 0)
            return folder;
    }
    return {};
}

void syncFolder(const QString &path)
{
    const int folder =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

}  // namespace roster
