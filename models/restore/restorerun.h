// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTORERUN_H
#define ROSTER_RESTORE_RESTORERUN_H

#include "models/restore/databasecomparison.h"
#include "models/restore/restorerequest.h"
#include "models/restore/sidedatabase.h"

#include <QElapsedTimer>

#include <memory>

namespace roster {

/// A restored and checked database that nobody sees yet. Dropped with this object unless it was
/// finished. Use it on the thread that prepared it (its sessions belong there).
class PreparedRestore
{
public:
    const RestoreRequest &request() const { return m_request; }
    const RestorePreflight &preflight() const { return m_preflight; }
    const LoadReport &loaded() const { return m_loaded; }
    const RestoreCheckReport &checks() const { return m_checks; }
    /// Of a replacement only.
    const DatabaseComparison &comparison() const { return m_comparison; }
    /// Of the live database, or of what the new one is made like.
    const DatabaseTraits &traits() const { return m_traits; }
    Session &session() { return m_side->session(); }
    const QString &sideName() const { return m_side->name(); }

    /// The one moment in which the live database changes; for a new database: it gets its name.
    /// `typedName`: the database's, as a person typed it. Errors: Refused where that is another
    /// one, those of DatabaseSwap. May be tried again after an error.
    Result<RestoreReceipt> finish(const QString &typedName, Progress &progress);
    /// Drops it and says so. Errors: why it is still there.
    Result<void> discard() { return m_side->drop(); }

private:
    friend class RestoreRun;
    PreparedRestore() = default;
    Result<void> giveName();

    RestoreRequest m_request;
    std::unique_ptr<RestoreServer> m_server;
    DatabaseTraits m_traits;
    RestorePreflight m_preflight;
    std::unique_ptr<SideDatabase> m_side;
    LoadReport m_loaded;
    RestoreCheckReport m_checks;
    DatabaseComparison m_comparison;
    QStringList m_notes;
    QElapsedTimer m_since;
};

/// The rehearsed restore up to the swap. The live database is only read.
class RestoreRun
{
public:
    /// What can be known beforehand; changes nothing (`--dry-run`). Errors: NotFound (no such
    /// database), Refused (the new name is taken, another restore is at it), Connection.
    static Result<RestorePreflight> preflight(const RestoreRequest &request, Progress &progress);
    /// Builds, fills and checks. Errors: the first obstacle, those of DumpLoader (with line and
    /// table), Cancelled; InvalidInput where a check failed. Nothing is left then; where a broken
    /// server keeps us from dropping, the error's detail names what is.
    static Result<std::unique_ptr<PreparedRestore>> prepare(const RestoreRequest &request,
                                                            Progress &progress);

private:
    static Result<std::unique_ptr<PreparedRestore>> begin(const RestoreRequest &request,
                                                          Progress &progress);
    static Result<void> createRoles(PreparedRestore &restore);
    static Result<void> fill(PreparedRestore &restore, Progress &progress);
    static Result<void> check(PreparedRestore &restore, Progress &progress);
};

/// Gives back what was live before the last restore (or clean) of `database`. `before` empty: the
/// newest. `typedName` as for finish().
Result<SwapOutcome> undoRestore(const ConnectionProfile &server, const QString &database,
                                const QString &before, const QString &typedName,
                                Progress &progress);

}  // namespace roster

#endif
