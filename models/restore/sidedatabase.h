// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_SIDEDATABASE_H
#define ROSTER_RESTORE_SIDEDATABASE_H

#include "models/restore/databasetraits.h"
#include "models/restore/restoreserver.h"

#include <memory>

namespace roster {

/// An empty database beside a live one, to be filled, checked and then swapped in. Dropped at the
/// end of scope unless released; one that a killed program left is known by its mark (see
/// RestoreLeftovers).
///
/// Nobody else gets in: but for the moment in which our own session is opened it allows no
/// connections at all, superusers' included. (CONNECT revoked from PUBLIC would do less, and an
/// ACL that was PostgreSQL's default could never become that again.)
class SideDatabase
{
public:
    /// `like`: owner, encoding, locale, tablespace. `from`: the file, for the mark. `server` must
    /// outlive it. Errors: Permission without CREATEDB, Cancelled, what the server says.
    static Result<std::unique_ptr<SideDatabase>> create(RestoreServer &server,
                                                        const DatabaseTraits &like,
                                                        const QString &from, Progress &progress);
    ~SideDatabase();
    Q_DISABLE_COPY_MOVE(SideDatabase)

    const QString &name() const { return m_name; }
    qint64 oid() const { return m_oid; }
    const QString &stamp() const { return m_stamp; }
    /// As the connected role; on the thread that made it.
    Session &session() { return *m_session; }
    /// One more, for work side by side; as `profile`'s role where that is not empty.
    Result<std::unique_ptr<Session>> openSession(const Progress *progress);
    Result<std::unique_ptr<Session>> openSession(ConnectionProfile profile,
                                                 const Progress *progress);
    bool isOpen() const { return m_session != nullptr; }
    /// Closes our session: renaming wants nobody in it.
    void close() { m_session.reset(); }
    /// It stays: swapped in, or left for people to look at.
    void release() { m_isKept = true; }
    /// Drops it now. Errors: why it is still there; it is a listed leftover then.
    Result<void> drop();

private:
    SideDatabase(RestoreServer &server, QString name) : m_server(server), m_name(std::move(name)) {}
    Result<void> make(const DatabaseTraits &like, const QString &from);

    RestoreServer &m_server;
    QString m_name;
    QString m_stamp;
    qint64 m_oid = 0;
    std::unique_ptr<Session> m_session;
    bool m_isKept = false;
};

}  // namespace roster

#endif
