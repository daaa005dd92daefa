// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DATABASESWAP_H
#define ROSTER_RESTORE_DATABASESWAP_H

#include "models/restore/databasetraits.h"
#include "models/restore/restoreserver.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace roster {

/// How a swap ended.
struct SwapOutcome
{
    QString database;    ///< the live name
    QString before;      ///< the name of what was live until now
    qint64 liveOid = 0;  ///< of what is live now
    qint64 beforeOid = 0;
    int endedSessions = 0;
    qint64 milliseconds = 0;  ///< from the first rename to the commit: nobody could connect
    QStringList notes;        ///< for people: what could not be carried over
};

/// Puts one database in the place of another: one transaction that gives it owner, grants,
/// settings, limit and comment, and renames both. Whatever happens, it is done wholly or not at
/// all; when a broken connection hides which, the OIDs say it.
class DatabaseSwap
{
public:
    /// Called between the steps (`begun`, `dressed`, `renamed`, `swapped`, `committed`), for tests.
    static std::function<void(const char *step)> onStep;

    explicit DatabaseSwap(RestoreServer &server) : m_server(server) {}

    /// `live` is as it was read when the restore began: another OID now is a Conflict. `from`: for
    /// the mark of the old one. Nobody of ours may be in either. Errors: Refused (sessions that
    /// may not be ended, named), Conflict, Permission, Connection where even the OIDs could not be
    /// read; nothing was changed then except where the text says that it is not known.
    Result<SwapOutcome> swapIn(const DatabaseTraits &live, const QString &side, qint64 sideOid,
                               const QString &from);
    /// The reverse: `before` becomes the live one again, dressed as it was, and what is live now
    /// stays as a database "before" of its own.
    Result<SwapOutcome> undo(const QString &before);

private:
    struct Plan
    {
        QString live;
        qint64 liveOid = 0;
        QString incoming;
        qint64 incomingOid = 0;
        QString parked;
        QString stamp;
        QString from;
        bool isDressed = false;          ///< it already is as it shall be
        std::optional<QString> comment;  ///< of the incoming one, where it is dressed
    };

    Result<SwapOutcome> exchange(const Plan &plan);
    Result<void> inTransaction(const Plan &plan, SwapOutcome &outcome);
    Result<void> dress(const Plan &plan, SwapOutcome &outcome);
    Result<void> decide(const Plan &plan, int pid, const Error &lost);
    Result<void> checkWayIsFree(const Plan &plan);
    Error inUse(const Plan &plan, const Error &error);

    RestoreServer &m_server;
};

}  // namespace roster

#endif
