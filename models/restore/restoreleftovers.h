// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTORELEFTOVERS_H
#define ROSTER_RESTORE_RESTORELEFTOVERS_H

#include "models/restore/restoreserver.h"

#include <QDateTime>
#include <QList>

namespace roster {

/// A database that a restore left on the server.
struct RestoreLeftover
{
    QString name;
    qint64 oid = 0;
    RestoreMark mark;       ///< which database it belongs to, since when, from what
    bool isMarked = false;  ///< else only its name says so
    QString owner;
    bool isOurs = false;  ///< the connected role may drop it
    qint64 bytes = -1;    ///< -1: the role may not know
    int sessions = 0;     ///< in it now
    qint64 seconds = -1;  ///< its age by the server's clock; -1: not known
    QString busy;         ///< who restores its database now, for people; empty: nobody

    bool isBefore() const { return mark.kind == RestoreMark::Kind::Before; }
    /// A rehearsal that nobody works on any more: nothing in it is wanted.
    bool isOrphan() const { return !isBefore() && sessions == 0 && busy.isEmpty(); }
};

/// What restores left: rehearsals of killed programs, and the databases that were live before.
namespace RestoreLeftovers {

/// All of the server, newest first; `database` not empty: those of this one.
Result<QList<RestoreLeftover>> list(RestoreServer &server, const QString &database = {});
/// The one that an undo of `database` brings back. Errors: NotFound.
Result<RestoreLeftover> newestBefore(RestoreServer &server, const QString &database);
/// Errors: Refused where it is another one by now, somebody is in it or works on it; Permission.
Result<void> drop(RestoreServer &server, const RestoreLeftover &leftover);

}  // namespace RestoreLeftovers

}  // namespace roster

#endif
