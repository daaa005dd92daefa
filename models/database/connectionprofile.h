// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CONNECTIONPROFILE_H
#define ROSTER_DATABASE_CONNECTIONPROFILE_H

#include <QMap>
#include <QMetaType>
#include <QString>

namespace roster {

/// What a database is used for; guards depend on it.
enum class Environment { Unknown, Development, Staging, Production };

/// Where a database is and how to reach it: libpq's own keywords, nothing resolved yet.
struct ConnectionProfile
{
    QString name;                                    ///< as people call it; empty for an ad-hoc URL
    Environment environment = Environment::Unknown;  ///< as the profile says; Unknown: by the rule
    QMap<QString, QString>
        parameters;    ///< libpq keyword → value (host, port, dbname, user, service …)
    QString password;  ///< never written to settings, logs or argv

    QString value(const QString &keyword) const { return parameters.value(keyword); }
    bool operator==(const ConnectionProfile &) const = default;
};

}  // namespace roster

Q_DECLARE_METATYPE(roster::ConnectionProfile)

#endif
