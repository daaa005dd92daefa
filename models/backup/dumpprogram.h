// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_DUMPPROGRAM_H
#define ROSTER_BACKUP_DUMPPROGRAM_H

#include "models/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

class Session;

/// A pg_dump (or pg_dumpall) that fits a server: of its major version or, where there is none, the
/// next newer one. An older one refuses.
class DumpProgram
{
public:
    /// `server`: as Session::serverVersion() has it. `chosen`: the path of a pg_dump that a person
    /// wants; empty: found among `folders`. Errors: NotFound, with the package that has it; Refused
    /// where the chosen one is older than the server.
    static Result<DumpProgram> fitting(int server, const QStringList &folders,
                                       const QString &chosen = {});

    const QString &path() const { return m_path; }
    /// pg_dumpall of the same installation.
    QString pathOfAll() const { return m_path + QStringLiteral("all"); }
    const QString &version() const { return m_version; }
    int major() const { return m_version.section(u'.', 0, 0).toInt(); }

private:
    DumpProgram(QString path, QString version)
        : m_path(std::move(path)), m_version(std::move(version))
    {
    }

    QString m_path;
    QString m_version;  ///< "15.9"
};

/// The way to the database of a session for a program of PostgreSQL's. What anybody may read stands
/// in `connection`, quoted (names hold blanks, quotes, `=`); the password only in `variables`,
/// which the child's environment gets: that is readable by the same account only, as a passfile
/// would be, and nothing is left behind when we are killed.
struct DumpConnection
{
    QString connection;
    QList<QByteArray> variables;

    /// Errors: Usage for a parameter that is a secret and has no way but the command line.
    static Result<DumpConnection> of(const Session &session);
};

}  // namespace roster

#endif
