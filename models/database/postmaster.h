// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_POSTMASTER_H
#define ROSTER_DATABASE_POSTMASTER_H

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

#include <sys/types.h>

namespace roster {

/// The server process of a cluster, as its `postmaster.pid` tells and /proc confirms.
struct Postmaster
{
    enum class Phase { Starting, Ready, Stopping };

    pid_t pid = 0;
    QDateTime since;
    QString sockets;  ///< the folder of its socket; empty while it has none yet
    QString port;
    Phase phase = Phase::Starting;

    /// Nothing where the file is missing, cannot be read as one, or speaks of a process that is
    /// gone or is another program by now (ids are used again).
    static std::optional<Postmaster> running(const QString &cluster);
    /// Whether a server ended there without being stopped: its file is left, it is not.
    static bool isLeftBehind(const QString &cluster);
    /// Whether that process lives; a zombie does not.
    static bool isAlive(pid_t pid);
    /// Removes a file that would keep PostgreSQL from starting although nothing runs: it is empty
    /// or names the process of another program, or a zombie. Any other stale file PostgreSQL
    /// handles.
    static void removeStaleFile(const QString &cluster);
    /// What the cluster's server is started with as `cluster_name`: it stands in the title of each
    /// of its processes, which anybody may read.
    static QString nameOf(const QString &cluster);
    /// Server processes of that cluster (of a Roster's start) that live, postmaster or not.
    static QList<pid_t> processes(const QString &cluster);
};

}  // namespace roster

#endif
