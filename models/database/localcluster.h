// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALCLUSTER_H
#define ROSTER_DATABASE_LOCALCLUSTER_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/localpaths.h"
#include "models/database/postgresbinaries.h"
#include "models/database/systemaccount.h"

namespace roster {

/// The local server's files: made whole or not at all, and deleted. Runs nothing but initdb.
class LocalCluster
{
public:
    LocalCluster(LocalPaths paths, SystemAccount account);

    bool exists() const;
    /// As its PG_VERSION says; 0 where there is none.
    int major() const;
    /// What it takes on disk.
    qint64 bytes() const;

    /// The programs that fit it; where it does not exist yet, those that would make it.
    Result<PostgresBinaries> binaries() const;
    /// Makes it where it does not exist: beside its place first, so that nothing half is left.
    /// Refused where the place holds something else.
    Result<void> ensure(const PostgresBinaries &binaries, Progress &progress) const;
    /// Gone in one step for the next start, then deleted.
    Result<void> remove() const;
    /// Deletes what a killed initdb or a killed removal left behind.
    void removeLeftovers() const;

private:
    Result<void> initialise(const QString &place, const PostgresBinaries &binaries,
                            Progress &progress) const;

    LocalPaths m_paths;
    SystemAccount m_account;
};

}  // namespace roster

#endif
