// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_LIVEDATABASE_H
#define ROSTER_TESTS_LIVEDATABASE_H

#include "models/database/session.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace roster::test {

/// A database of any name on the tests' server, that restores are tried on; dropped at the end,
/// with everything that restores left beside it.
class LiveDatabase
{
public:
    /// `creation` stands behind CREATE DATABASE name.
    explicit LiveDatabase(const QString &name, const QString &creation = {});
    ~LiveDatabase();
    Q_DISABLE_COPY_MOVE(LiveDatabase)

    const QString &name() const { return m_name; }
    ConnectionProfile profile() const { return profileOf(m_name); }
    static ConnectionProfile profileOf(const QString &database);
    QString url() const;
    void run(const QString &sql) const;
    QString rows(const QString &sql) const;
    /// On another database of the server.
    static void runIn(const QString &database, const QString &sql);
    static QString rowsIn(const QString &database, const QString &sql);

    /// OID, owner, grants, settings, limit, comment and the rows of all tables: what must be the
    /// same after whatever failed.
    QString fingerprint() const;
    /// The names of the databases that restores left beside it.
    QStringList leftovers() const;

private:
    QString m_name;
};

}  // namespace roster::test

#endif
