// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_ROSTERSCHEMA_H
#define ROSTER_SCHEMA_ROSTERSCHEMA_H

#include "models/core/result.h"

#include <QString>
#include <QStringList>

namespace roster {

class Session;

/// A table that Roster keeps beside the data, in the schema `roster`: never in `public`, where
/// Alembic would propose to drop it. Each has a version row of its own in `roster.version`.
struct RosterPart
{
    QString name;  ///< the table's
    /// What makes version 1, what makes 2 of 1 …: never change one that was released.
    QList<QStringList> versions;
};

/// What the connected role can do with a part.
struct RosterPartState
{
    bool isThere = false;
    bool canRead = false;
    bool canWrite = false;
    bool canCreate = false;  ///< it is not there, and may be made
    /// Why nothing can be written and what would help, for people; empty: it can, or could be
    /// after it was made.
    QString obstacle;
};

/// Asks the catalogue; changes nothing, and needs no right on the schema.
Result<RosterPartState> rosterPartState(Session &session, const RosterPart &part);

/// Makes the schema and the part, or brings it up to the newest version, in the open transaction.
/// Two programs at once: the second waits and finds it. Errors: Permission, Refused where a newer
/// Roster made it.
Result<void> ensureRosterPart(Session &session, const RosterPart &part);

}  // namespace roster

#endif
