// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTOREPREFLIGHT_H
#define ROSTER_RESTORE_RESTOREPREFLIGHT_H

#include "models/restore/databasetraits.h"
#include "models/restore/databaseusers.h"
#include "models/restore/restoreserver.h"

#include <QMap>
#include <QSet>
#include <QStringList>

namespace roster {

/// What a dump asks of the server it goes to.
struct DumpNeeds
{
    QStringList roles;        ///< that it names
    QStringList extensions;   ///< that it creates
    QStringList serverRoles;  ///< that a cluster's dump makes, which is not done
    QString encoding;         ///< of its database, where it says so; as the locale
    QString locale;
    int serverVersion = 0;  ///< of the server it came from, 150018; 0: not known
    qint64 bytes = -1;      ///< of its text, unpacked, or of the file; -1: not known
};

/// What becomes of roles that the dump names and the server has not (or the connected role may not
/// act for).
enum class MissingRoles {
    Stop,     ///< refuse, naming them
    Create,   ///< as NOLOGIN
    LeaveOut  ///< what they owned belongs to the database's owner, their grants are not made
};

/// What can be known before anything is begun; changes nothing.
struct RestorePreflight
{
    struct Request
    {
        bool replaces = true;  ///< else: a new database, of the traits given
        DatabaseTraits traits;
        DumpNeeds needs;
        MissingRoles missing = MissingRoles::Stop;
        QMap<QString, QString> roleMap;
        QMap<QString, MissingRoles> roleChoices;  ///< for one of them, before `missing`
        bool isInPlace = false;                   ///< within the live database, in one transaction
    };

    QList<Error> obstacles;    ///< each would stop it later; empty: it can begin
    QStringList notes;         ///< for people
    QStringList missingRoles;  ///< after the map
    QStringList newRoles;      ///< of them, those to be made
    QStringList leftOutRoles;  ///< of them, those to be left out
    QStringList absentRoles;   ///< that the dump names and the server has not, mapped or not
    QStringList knownRoles;    ///< to map to; filled where some are absent
    QStringList missingExtensions;
    QList<DatabaseUser> users;  ///< in the live database, to be ended at the swap
    bool isSuperuser = false;
    bool canCreate = false;  ///< databases
    QString role;            ///< that is connected

    /// Errors: those of Session::query.
    static Result<RestorePreflight> read(RestoreServer &server, const Request &request);
};

}  // namespace roster

#endif
