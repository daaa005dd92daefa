// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_MIGRATIONLOCK_H
#define ROSTER_MIGRATION_MIGRATIONLOCK_H

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QtGlobal>

#include <memory>

namespace roster {

class Session;

/// While it lives, no other Roster migrates this database.
class MigrationLock
{
public:
    /// Asks again and again, with no transaction open: who waits within the server would make
    /// CREATE INDEX CONCURRENTLY deadlock. Errors: Timeout, naming who holds it; Refused behind
    /// PgBouncer's transaction mode, where the lock would be another client's; Cancelled.
    static Result<std::unique_ptr<MigrationLock>> acquire(Session &session, int timeoutMs,
                                                          Progress &progress);
    ~MigrationLock();
    Q_DISABLE_COPY_MOVE(MigrationLock)

private:
    explicit MigrationLock(Session &session) : m_session(session) {}
    Session &m_session;
};

}  // namespace roster

#endif
