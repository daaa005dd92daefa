// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_RESTORESERVER_H
#define ROSTER_RESTORE_RESTORESERVER_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/session.h"
#include "models/restore/restorenames.h"

#include <memory>

namespace roster {

/// The session from which databases are made, renamed and dropped: in `postgres`, where all
/// restores of a server meet (advisory locks are per database), or in `template1` where there is
/// none or where it is `postgres` that is restored. On the thread that opened it.
class RestoreServer
{
public:
    /// `profile`: any database of the server; `database`: the one it is about.
    static Result<std::unique_ptr<RestoreServer>> connect(const ConnectionProfile &profile,
                                                          const QString &database,
                                                          const Progress *progress = nullptr);

    ~RestoreServer();
    Q_DISABLE_COPY_MOVE(RestoreServer)

    Session &session() { return *m_session; }
    const QString &database() const { return m_database; }
    /// The profile with another database in it.
    ConnectionProfile profileOf(const QString &database) const;

    /// Nobody else restores, undoes or cleans `database()` from now on, until this object goes.
    /// Errors: Refused, naming who is at it.
    Result<void> lock();
    void unlock();
    /// Who restores `database` now, for people; empty: nobody.
    Result<QString> whoRestores(const QString &database);

    /// UTC by the server's clock.
    Result<QString> stamp();
    /// A name beside `database()` that is free.
    Result<QString> freeName(RestoreMark::Kind kind, const QString &stamp);
    /// nullopt: there is none of that name.
    Result<std::optional<qint64>> oidOf(const QString &database);
    /// Lost, or cancelled: takes a new connection; the lock is gone then.
    Result<void> reconnect();

private:
    RestoreServer() = default;
    Result<void> open(const Progress *progress);

    ConnectionProfile m_profile;
    QString m_database;
    std::unique_ptr<Session> m_session;
    bool m_isLocked = false;
};

}  // namespace roster

#endif
