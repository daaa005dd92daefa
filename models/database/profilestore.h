// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_PROFILESTORE_H
#define ROSTER_DATABASE_PROFILESTORE_H

#include "models/core/result.h"
#include "models/database/connectionprofile.h"

#include <QList>
#include <QMap>
#include <QString>

namespace roster {

/// The named connections of this person, in one JSON file, without passwords: those live in
/// ~/.pgpass. Each call reads the file anew, so that window and command line see the same.
class ProfileStore
{
public:
    /// Default: `roster/profiles.json` under the XDG configuration folder.
    explicit ProfileStore(QString file = defaultFile());
    static QString defaultFile();

    const QString &file() const { return m_file; }
    /// By name. Error: System, when the file is there and cannot be read.
    Result<QList<ConnectionProfile>> profiles() const;
    /// Errors: NotFound, with the nearest names; System.
    Result<ConnectionProfile> find(const QString &name) const;
    /// Adds it, or replaces the one of the same name; its password is not written.
    /// Errors: InvalidInput for an empty name; System.
    Result<void> save(const ConnectionProfile &profile) const;
    Result<void> remove(const QString &name) const;

    /// The folder of revisions that goes with a saved connection; empty: none, or no such
    /// connection.
    QString revisionFolder(const QString &name) const;
    /// It was said which, if only that there is none.
    bool hasRevisionFolder(const QString &name) const;
    /// Errors: NotFound, System.
    Result<void> setRevisionFolder(const QString &name, const QString &folder) const;

private:
    QMap<QString, QString> folders() const;
    Result<void> write(const QList<ConnectionProfile> &profiles,
                       const QMap<QString, QString> &folders) const;

    QString m_file;
};

/// `development`, `staging`, `production`; empty for Unknown. Not translated.
QString environmentKey(Environment environment);
Environment environmentFromKey(const QString &key);

}  // namespace roster

#endif
