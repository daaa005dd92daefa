// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALSERVER_H
#define ROSTER_DATABASE_LOCALSERVER_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/connectionprofile.h"
#include "models/database/filelock.h"
#include "models/database/localpaths.h"
#include "models/database/localstatus.h"
#include "models/database/localusers.h"

#include <QtGlobal>

#include <memory>

#include <sys/types.h>

namespace roster {

/// A person's private PostgreSQL: a cluster in the data folder, reached by a unix socket only,
/// started on demand and stopped by the last program that used it.
///
/// Synchronous and free of event loops: call it on a worker thread, one call at a time. Waiting
/// ends within a fraction of a second once `progress` is cancelled (Error::Kind::Cancelled).
/// Other errors: NotFound (PostgreSQL is not installed), Refused (others use it; another major
/// version; a folder that belongs to somebody else), Permission, System (disk full, no start).
class LocalServer
{
public:
    using Paths = LocalPaths;
    using Status = LocalStatus;

    explicit LocalServer(Paths paths = Paths::standard());
    ~LocalServer();  ///< releases
    Q_DISABLE_COPY_MOVE(LocalServer)

    const Paths &paths() const { return m_paths; }

    /// Registers this program as a user, makes the cluster and its database `roster` where there
    /// is none, starts the server where it does not run. A second call gives the profile again.
    Result<ConnectionProfile> acquire(Progress &progress);
    /// Takes the registration back and, where it was the last and nobody said keep, stops the
    /// server and waits until it is down (at most half a minute). A killed program is taken off
    /// by the system; whoever comes and goes next stops the server then.
    void release();
    bool isAcquired() const { return m_user != nullptr; }

    /// Whether it ended without being stopped, and does not run again.
    bool hasCrashed() const;
    /// Never starts anything.
    Result<LocalStatus> status() const;
    /// Starts it without using it. `keep`: it goes on until `stop`, also when it runs already.
    Result<void> start(Progress &progress, bool keep);
    /// Done when it is down. Refused while other programs use it, unless `force`.
    Result<void> stop(Progress &progress, bool force = false);
    /// Stops it and deletes the cluster with all its databases. Refused while others use it.
    Result<void> reset(Progress &progress);

private:
    Result<FileLock> lock(Progress &progress) const;
    Result<ConnectionProfile> bringUp(Progress &progress) const;
    Result<void> refuseIfUsed() const;
    Result<void> takeDown(Progress &progress) const;
    void stopIfUnused() const;
    void setKept(pid_t pid) const;
    bool isKept(pid_t pid) const;

    Paths m_paths;
    std::unique_ptr<LocalUsers::Entry> m_user;  ///< null: not acquired
};

}  // namespace roster

#endif
