// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_LOCALPATHS_H
#define ROSTER_DATABASE_LOCALPATHS_H

#include <QString>
#include <QStringList>

namespace roster {

/// Where the local server lives and as whom it runs.
struct LocalPaths
{
    QString folder;        ///< the cluster (`data`), its log, and who uses it
    QString sockets;       ///< holds the unix socket; short, entered by its owner only
    QString account;       ///< the system account that runs it; empty: the caller's own
    QStringList binaries;  ///< folders in which PostgreSQL's programs are looked for, in order

    /// $XDG_DATA_HOME/roster/postgresql and $XDG_RUNTIME_DIR/roster (or /tmp/roster-UID); for root,
    /// whom PostgreSQL refuses, /var/lib/roster/postgresql and /run/roster, run by the account
    /// `postgres` or `nobody`. The environment's ROSTER_LOCAL_FOLDER replaces the folder.
    static LocalPaths standard();
    /// The same with another folder and, derived from its name, a socket folder of its own.
    static LocalPaths under(const QString &folder);

    QString cluster() const { return folder + QStringLiteral("/data"); }
    QString logFile() const { return folder + QStringLiteral("/server.log"); }

    bool operator==(const LocalPaths &) const = default;
};

}  // namespace roster

#endif
