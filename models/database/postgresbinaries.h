// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_POSTGRESBINARIES_H
#define ROSTER_DATABASE_POSTGRESBINARIES_H

#include "models/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roster {

/// The server programs of one installed PostgreSQL.
class PostgresBinaries
{
public:
    /// Every folder of `folders` that holds both `initdb` and `postgres`, in that order.
    static QList<PostgresBinaries> installed(const QStringList &folders);
    /// The first one. NotFound, with the line that installs it, where there is none.
    static Result<PostgresBinaries> first(const QStringList &folders);
    /// The one for a cluster of that major version. Refused, naming both versions.
    static Result<PostgresBinaries> forMajor(const QStringList &folders, int major,
                                             const QString &cluster);

    QString initdb() const { return m_folder + QStringLiteral("/initdb"); }
    QString postgres() const { return m_folder + QStringLiteral("/postgres"); }
    /// "15.9"; empty when it does not say.
    const QString &version() const { return m_version; }
    int major() const { return m_version.section(u'.', 0, 0).toInt(); }

private:
    PostgresBinaries(QString folder, QString version)
        : m_folder(std::move(folder)), m_version(std::move(version))
    {
    }

    QString m_folder;
    QString m_version;
};

}  // namespace roster

#endif
