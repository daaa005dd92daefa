// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CORE_FILEDESCRIPTOR_H
#define ROSTER_CORE_FILEDESCRIPTOR_H

#include <QtGlobal>

#include <utility>

#include <unistd.h>

namespace roster {

/// A descriptor that closes itself.
class FileDescriptor
{
public:
    explicit FileDescriptor(int fd = -1) : m_fd(fd) {}
    ~FileDescriptor() { close(); }
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(other.release()) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        close();
        m_fd = other.release();
        return *this;
    }
    Q_DISABLE_COPY(FileDescriptor)

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }
    void close()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

private:
    int m_fd;
};

}  // namespace roster

#endif
