// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALSTATUS_H
#define ROSTER_DATABASE_LOCALSTATUS_H

#include <QDateTime>
#include <QList>
#include <QString>

namespace roster {

/// One running program that uses the local server.
struct LocalUser
{
    qint64 pid = 0;
    QString program;  ///< as its process is called
    bool operator==(const LocalUser &) const = default;
};

/// The local server as it is now.
struct LocalStatus
{
    bool exists = false;   ///< a cluster was made
    bool running = false;  ///< and accepts connections, or is about to
    bool kept = false;     ///< goes on when its last user goes
    qint64 pid = 0;        ///< of the postmaster; 0 when not running
    QDateTime since;       ///< when it was started; null when not running
    QString version;       ///< of the programs that run it, "15.9"; "14" where they are missing
    QString folder;        ///< the cluster
    QString sockets;       ///< as libpq's `host` takes it
    QString logFile;
    qint64 bytes = 0;  ///< what the cluster takes on disk
    QList<LocalUser> users;
};

}  // namespace roster

#endif
