// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DATABASEUSERS_H
#define ROSTER_RESTORE_DATABASEUSERS_H

#include "models/core/result.h"

#include <QList>
#include <QString>

namespace roster {

class Session;

/// Who, or what, is in a database and keeps it from being renamed.
struct DatabaseUser
{
    int pid = 0;          ///< 0: a prepared transaction
    QString role;         ///< may be empty: a process of the server's own
    QString application;  ///< of a prepared transaction its name
    QString address;      ///< empty: this computer
    bool canEnd = false;  ///< the connected role may end it
    bool operator==(const DatabaseUser &) const = default;

    /// For people: `anna (process 4711, psql at 10.0.0.1)`.
    QString toText() const;
};

/// Our own session is left out, autovacuum too (the server ends it by itself).
Result<QList<DatabaseUser>> databaseUsers(Session &session, qint64 oid);

/// Refused, naming those that may not be ended; nothing where there are none.
Result<void> checkUsersCanBeEnded(Session &session, qint64 oid, const QString &database);

}  // namespace roster

#endif
