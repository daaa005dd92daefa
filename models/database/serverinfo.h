// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_SERVERINFO_H
#define ROSTER_DATABASE_SERVERINFO_H

#include "models/core/result.h"
#include "models/database/connectionprofile.h"

#include <QString>

namespace roster {

class Session;

/// What a connected session says about itself.
struct ServerInfo
{
    QString version;  ///< "15.9"
    QString host;     ///< name, address or socket folder
    QString port;
    QString user;
    QString database;
    bool readOnly = false;    ///< transactions begin read-only
    bool recovering = false;  ///< a standby: read-only whatever is set
    QString mark;             ///< the database's own: roster.environment; empty where it has none
    Environment environment = Environment::Unknown;  ///< never Unknown after readServerInfo()

    /// False where the mark is none of the three words, which then counts as production.
    bool isMarkKnown() const;

    /// `user@host:port/database`; only the word for this computer where it is a socket.
    QString displayName() const;
};

/// Errors: those of Session::query.
Result<ServerInfo> readServerInfo(Session &session);

/// What a guard goes by. The profile and the database's own mark (`ALTER DATABASE … SET
/// roster.environment`): the stricter wins. Neither: this computer (socket, loopback) counts as
/// development, any other host as production until somebody marks it. A mark that is none of the
/// three words counts as production.
Environment effectiveEnvironment(Environment profile, const QString &mark, const QString &host);
/// The same for a session.
Result<Environment> readEnvironment(Session &session);

}  // namespace roster

#endif
