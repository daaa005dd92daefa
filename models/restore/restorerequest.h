// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTOREREQUEST_H
#define ROSTER_RESTORE_RESTOREREQUEST_H

#include "models/restore/databaseswap.h"
#include "models/restore/dumploader.h"
#include "models/restore/restorechecks.h"
#include "models/restore/restorepreflight.h"

#include <functional>

namespace roster {

/// Where what is restored goes while nobody else sees it.
struct FillTarget
{
    Session &session;   ///< runs what a dump says
    Session &elevated;  ///< as the connected role
    DumpLoader::Options options;
};

/// Fills an empty database: from a dump, or (clean) by the revisions.
using DatabaseFill = std::function<Result<LoadReport>(FillTarget &, Progress &)>;

/// What is to be restored, and where.
struct RestoreRequest
{
    enum class Target { NewDatabase, Replace };

    ConnectionProfile server;  ///< any database of the server, on behalf of whom
    Target target = Target::Replace;
    QString database;  ///< the new name, or the live one
    QString from;      ///< file or action, for people and the mark
    DumpNeeds needs;
    MissingRoles missingRoles = MissingRoles::Stop;
    QMap<QString, MissingRoles> roleChoices;  ///< for one of them, before `missingRoles`
    QMap<QString, QString> roleMap;
    bool isInPlace = false;  ///< by RestoreInPlace: within the live database
    bool trusted = false;    ///< the dump runs as the connected role, whatever it does
    /// What fills it is ours and may take roles and settings back (revisions): it runs on a
    /// session that is the owner's from its start.
    bool isOwnSql = false;
    QString logged;  ///< said to the server's log right before the swap; empty: nothing
    RestoreChecks::Options checks;
    DatabaseFill fill;
};

/// What was done, for people to keep.
struct RestoreReceipt
{
    QString database;
    QString from;
    qint64 oid = 0;  ///< of the restored database
    QString before;  ///< the name of what was live, for undo; empty: there was nothing
    qint64 tables = 0;
    qint64 rows = 0;
    QStringList revisions;
    QStringList passed;  ///< the checks
    QStringList notes;
    int endedSessions = 0;
    qint64 milliseconds = 0;        ///< of all
    qint64 closedMilliseconds = 0;  ///< nobody could connect that long
};

}  // namespace roster

#endif
