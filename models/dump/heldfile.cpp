// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/heldfile.h"

#include "models/dump/dumperror.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>

namespace roster {

namespace {

bool isSameMoment(const timespec &a, const timespec &b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

}  // namespace

Result<std::shared_ptr<const HeldFile>> HeldFile::open(const QString &path)
{
    const std::shared_ptr<HeldFile> file(new HeldFile);
    file->m_path = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    const QByteArray name = QFile::encodeName(file->m_path);
    // Without O_NONBLOCK a FIFO would hold us until somebody writes to it.
    file->m_descriptor =
        FileDescriptor(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file->m_descriptor.isOpen() || ::fstat(file->descriptor(), &file->m_state) != 0)
        return fail(dumpFileError(path, errno));
    if (!S_ISREG(file->m_state.st_mode) && !file->isFolder()) {
        return fail(Error::Kind::InvalidInput,
                    DumpMessages::tr("%1 is neither a file nor a folder.").arg(path),
                    DumpMessages::tr("Choose the file that pg_dump wrote."));
    }
    return file;
}

Result<qsizetype> HeldFile::readAt(qint64 offset, std::span<char> buffer) const
{
    ssize_t got = 0;
    do {
        got = ::pread(descriptor(), buffer.data(), buffer.size(), offset);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return fail(dumpFileError(m_path, errno));
    return qsizetype(got);
}

Result<void> HeldFile::checkUnchanged() const
{
    struct stat now = {};
    if (::fstat(descriptor(), &now) != 0)
        return fail(dumpFileError(m_path, errno));
    if (now.st_size == m_state.st_size && isSameMoment(now.st_mtim, m_state.st_mtim))
        return {};
    return fail(Error::Kind::Conflict,
                DumpMessages::tr("%1 was written to while it was read.").arg(m_path),
                DumpMessages::tr("Wait until whoever writes it is done, then try again."));
}

bool HeldFile::isReplaced() const
{
    struct stat now = {};
    return ::stat(QFile::encodeName(m_path).constData(), &now) != 0 || now.st_dev != m_state.st_dev
        || now.st_ino != m_state.st_ino;
}

}  // namespace roster
