// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCKHOLDERS_H
#define ROSTER_DATABASE_LOCKHOLDERS_H

#include "models/core/result.h"

#include <QList>
#include <QString>

namespace roster {

class Session;

/// A session that is in the way, as pg_stat_activity and pg_locks show it.
struct LockHolder
{
    int pid = 0;          ///< 0: a prepared transaction
    QString user;         ///< empty: the server does not tell this role
    QString application;  ///< may be empty
    QString address;      ///< empty: this computer
    QString since;        ///< of its transaction, `2026-01-02 03:04:05+00`; may be empty
    qint64 seconds = -1;  ///< that long it is open; -1: not known
    QString state;        ///< `idle in transaction` …
    QString query;        ///< the last statement
    QString relation;     ///< `public.players`; empty where only who waits for whom is known
    QString mode;         ///< `AccessShareLock` …, as pg_locks has it
    bool operator==(const LockHolder &) const = default;

    /// For people, one line: `anna (process 4711, psql) since 2026-01-02 03:04:05+00, idle in
    /// transaction: SELECT …`.
    QString toText() const;
};

/// A lock that a statement is going to ask for.
struct NeededLock
{
    QString relation;  ///< as SQL names it, quoted
    QString mode;      ///< `AccessExclusiveLock` …
    bool operator==(const NeededLock &) const = default;
};

/// Who holds, or asked earlier for, a lock that is in the way of one of `needed`; a relation that
/// is not there has none. Ordered by relation, then by age. Our own session is left out.
Result<QList<LockHolder>> lockHolders(Session &session, const QList<NeededLock> &needed);

/// Whom the backend `pid` waits for now; empty: for nobody.
Result<QList<LockHolder>> blockersOf(Session &session, int pid);

/// Whether two modes of pg_locks exclude each other.
bool isConflict(const QString &mode, const QString &other);

}  // namespace roster

#endif
