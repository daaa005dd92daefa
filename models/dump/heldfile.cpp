// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dump/heldfile.h"

#include "models/dump/dockerclient.h"
#include "models/dump/dumperror.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>

namespace roster {

namespace {

// Without O_NONBLOCK a FIFO would hold us until somebody writes to it.
constexpr int readFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

bool isSameMoment(const timespec &a, const timespec &b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

}  // namespace

Result<std::shared_ptr<const HeldFile>> HeldFile::open(const QString &path, Progress *progress)
{
    if (const auto inside = DockerPath::parse(path)) {
        Progress nobody;
        auto copy = DockerClient::copy(*inside, progress ? *progress : nobody);
        if (!copy)
            return fail(copy.error());
        return of(inside->text(), std::move(*copy));
    }
    const QString whole = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    return of(whole, FileDescriptor(::open(QFile::encodeName(whole).constData(), readFlags)));
}

Result<std::shared_ptr<const HeldFile>> HeldFile::openIn(const HeldFile &folder,
                                                         const QString &name)
{
    return of(folder.path() + u'/' + name,
              FileDescriptor(::openat(folder.descriptor(), QFile::encodeName(name).constData(),
                                      readFlags | O_NOFOLLOW)));
}

/// Where it is not open, errno says why.
Result<std::shared_ptr<const HeldFile>> HeldFile::of(const QString &path, FileDescriptor opened)
{
    if (!opened.isOpen())
        return fail(dumpFileError(path, errno));
    std::shared_ptr<HeldFile> file(new HeldFile(path, std::move(opened)));
    if (::fstat(file->descriptor(), &file->m_state) != 0)
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
    return fail(dumpWrittenTo(m_path));
}

bool HeldFile::isReplaced() const
{
    if (m_state.st_nlink == 0)
        return false;  // a copy, which never had the name
    struct stat now = {};
    return ::stat(QFile::encodeName(m_path).constData(), &now) != 0 || now.st_dev != m_state.st_dev
        || now.st_ino != m_state.st_ino;
}

}  // namespace roster
