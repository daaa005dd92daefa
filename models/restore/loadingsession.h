// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_LOADINGSESSION_H
#define ROSTER_RESTORE_LOADINGSESSION_H

#include "models/restore/sidedatabase.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace roster {

/// The session in a side database that runs what a dump says. The dump is somebody else's program:
/// it runs as the database's owner and not as the connected superuser. SET ROLE alone would not
/// hold it (a function in a CHECK can RESET it), so where the server lets it in, it runs on a
/// login of its own that is nothing but a member of the owner and goes with this object.
class LoadingSession
{
public:
    struct Options
    {
        bool trusted = false;   ///< as the connected role
        bool isOwnSql = false;  ///< the owner from the session's start, RESET ROLE included
    };

    static Result<std::unique_ptr<LoadingSession>> open(RestoreServer &server, SideDatabase &side,
                                                        const DatabaseTraits &like,
                                                        const Options &options,
                                                        const Progress *progress);
    ~LoadingSession();
    Q_DISABLE_COPY_MOVE(LoadingSession)

    Session &session() { return *m_session; }
    /// Further ones with the same rights, as many as the server lets in.
    QList<Session *> openMore(int count, const Progress *progress);
    /// Whose rights the dump has, for people.
    const QString &runsAs() const { return m_runsAs; }
    /// What people should know: it runs as a superuser.
    const QStringList &notes() const { return m_notes; }

    /// Logins that killed programs left: none of them has a session, none can log in any more
    /// after a day. Drops them; the number of those dropped.
    static int dropOrphans(RestoreServer &server);

private:
    LoadingSession(RestoreServer &server, SideDatabase &side) : m_server(server), m_side(side) {}
    Result<void> openOwn(const DatabaseTraits &like, const Progress *progress);
    Result<void> prepare(Session &session) const;
    void dropLogin();

    RestoreServer &m_server;
    SideDatabase &m_side;
    std::unique_ptr<Session> m_session;
    std::vector<std::unique_ptr<Session>> m_more;
    bool m_needsRole = false;
    QString m_login;  ///< empty: none was made
    QString m_owner;
    QString m_runsAs;
    QStringList m_notes;
};

}  // namespace roster

#endif
