// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_FILELOCK_H
#define ROSTER_DATABASE_FILELOCK_H

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QString>

#include <chrono>
#include <optional>

namespace roster {

/// An exclusive flock() on a file, let go when it is destroyed or its process dies, however it
/// dies. A descriptor handed to a child keeps the lock for as long as that child lives too.
class FileLock
{
public:
    /// Nothing when somebody else has it. Errors: Permission, System.
    static Result<std::optional<FileLock>> tryLock(const QString &path);
    /// Waits, saying `text` once it has to; Cancelled, or Timeout after `longest`.
    static Result<FileLock> wait(const QString &path, Progress &progress, const QString &text,
                                 std::chrono::milliseconds longest = std::chrono::minutes(10));
    /// Whether somebody holds it now; false for a file that is not there.
    static bool isHeld(const QString &path);

    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    Q_DISABLE_COPY(FileLock)

    int descriptor() const { return m_descriptor; }
    /// Replaces what the file holds.
    void write(const QByteArray &text) const;

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

}  // namespace roster

#endif
