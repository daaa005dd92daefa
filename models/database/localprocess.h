// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALPROCESS_H
#define ROSTER_DATABASE_LOCALPROCESS_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/filelock.h"
#include "models/database/localpaths.h"
#include "models/database/postgresbinaries.h"
#include "models/database/postmaster.h"
#include "models/database/systemaccount.h"

#include <chrono>

namespace roster {

/// Brings the local server's processes up and down. Its callers hold the server's lock.
class LocalProcess
{
public:
    LocalProcess(LocalPaths paths, SystemAccount account);

    /// Starts it where it does not run and waits until it accepts connections, however long it
    /// recovers. Cancelled: what this call started is stopped again.
    Result<Postmaster> ensureRunning(const PostgresBinaries &binaries, Progress &progress) const;
    /// Ends every session and waits until it is down. Timeout after `longest`: it still stops.
    Result<void> stop(Progress &progress, std::chrono::milliseconds longest) const;

private:
    Result<Postmaster> launch(const PostgresBinaries &binaries, Progress &progress) const;
    Result<FileLock> claim(Progress &progress) const;
    Result<Postmaster> waitUntilReady(pid_t pid, qint64 logStart, Progress &progress) const;
    Result<void> waitUntilGone(pid_t pid, Progress &progress,
                               std::chrono::milliseconds longest) const;
    Error startError(qint64 logStart) const;
    QStringList arguments() const;

    LocalPaths m_paths;
    SystemAccount m_account;
};

}  // namespace roster

#endif
