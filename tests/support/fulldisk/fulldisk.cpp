// SPDX-License-Identifier: GPL-3.0-or-later
// Put before PostgreSQL's programs (LD_PRELOAD): while the file that ROSTER_TEST_FULL names exists,
// nothing more can be written to files, as on a full disk.
#include <cerrno>
#include <cstdlib>

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

bool isFull(int file)
{
    const char *flag = ::getenv("ROSTER_TEST_FULL");
    struct stat found{};
    return flag && file > STDERR_FILENO && ::access(flag, F_OK) == 0 && ::fstat(file, &found) == 0
        && S_ISREG(found.st_mode);
}

template <class F>
F *original(const char *name)
{
    return reinterpret_cast<F *>(::dlsym(RTLD_NEXT, name));
}

ssize_t noSpace()
{
    errno = ENOSPC;
    return -1;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void *data, size_t size)
{
    return isFull(file) ? noSpace() : original<decltype(write)>("write")(file, data, size);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    return isFull(file) ? noSpace() : original<decltype(pwrite)>("pwrite")(file, data, size, at);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    return isFull(file) ? noSpace()
                        : original<decltype(pwrite64)>("pwrite64")(file, data, size, at);
}

ssize_t pwritev(int file, const iovec *parts, int count, off_t at)
{
    return isFull(file) ? noSpace()
                        : original<decltype(pwritev)>("pwritev")(file, parts, count, at);
}

ssize_t pwritev64(int file, const iovec *parts, int count, off64_t at)
{
    return isFull(file) ? noSpace()
                        : original<decltype(pwritev64)>("pwritev64")(file, parts, count, at);
}

int posix_fallocate(int file, off_t from, off_t size)
{
    return isFull(file) ? ENOSPC
                        : original<decltype(posix_fallocate)>("posix_fallocate")(file, from, size);
}

int posix_fallocate64(int file, off64_t from, off64_t size)
{
    return isFull(file)
             ? ENOSPC
             : original<decltype(posix_fallocate64)>("posix_fallocate64")(file, from, size);
}
}
