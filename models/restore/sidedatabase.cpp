// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/sidedatabase.h"

#include "models/database/cancellable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

}  // namespace

Result<std::unique_ptr<SideDatabase>> SideDatabase::create(RestoreServer &server,
                                                           const DatabaseTraits &like,
                                                           const QString &from, Progress &progress)
{
    const auto stamp = server.stamp();
    if (!stamp)
        return fail(stamp.error());
    const auto name = server.freeName(RestoreMark::Kind::Restoring, *stamp);
    if (!name)
        return fail(name.error());
    std::unique_ptr<SideDatabase> side(new SideDatabase(server, *name));
    side->m_stamp = *stamp;
    {
        const Cancellable cancellable(server.session(), progress);
        ROSTER_TRY(side->make(like, from));
    }
    auto session = side->openSession(&progress);
    if (!session)
        return fail(session.error());
    side->m_session = std::move(*session);
    return side;
}

Result<void> SideDatabase::make(const DatabaseTraits &like, const QString &from)
{
    auto made = m_server.session().query(like.createStatement(m_name));
    if (!made) {
        Error error = made.error();
        if (error.kind == Error::Kind::Permission) {
            error.detail = error.message;
            error.message = Text::tr("The role may not make the database %1, in which the restore "
                                     "is rehearsed.")
                                .arg(m_name);
            error.hint =
                Text::tr("Give the role CREATEDB and the membership in the owner %1, or restore in "
                         "one transaction into the database itself.")
                    .arg(like.owner);
        }
        return fail(error);
    }
    const RestoreMark mark{RestoreMark::Kind::Restoring, m_server.database(), m_stamp, from, {}};
    ROSTER_TRY(m_server.session().query(
        u"COMMENT ON DATABASE %1 IS %2"_s.arg(quoted(m_name), literal(mark.toComment()))));
    const auto oid = m_server.oidOf(m_name);
    if (!oid)
        return fail(oid.error());
    m_oid = oid->value_or(0);
    return {};
}

Result<std::unique_ptr<Session>> SideDatabase::openSession(const Progress *progress)
{
    return openSession(m_server.session().profile(), progress);
}

Result<std::unique_ptr<Session>> SideDatabase::openSession(ConnectionProfile profile,
                                                           const Progress *progress)
{
    profile.parameters.insert(u"dbname"_s, m_name);
    const QString allow = u"ALTER DATABASE %1 ALLOW_CONNECTIONS "_s.arg(quoted(m_name));
    ROSTER_TRY(m_server.session().query(allow + u"true"_s));
    auto session = Session::open(profile, progress);
    const auto closed = m_server.session().query(allow + u"false"_s);
    if (!session)
        return session;
    if (!closed)
        return fail(closed.error());
    ROSTER_TRY((*session)->script(
        u"SET application_name = 'roster restore'; SET default_transaction_read_only = off; "
        "SET statement_timeout = 0; SET lock_timeout = 0; "
        "SET idle_in_transaction_session_timeout = 0"_s));
    if ((*session)->serverVersion() >= 140000)
        ROSTER_TRY((*session)->script(u"SET idle_session_timeout = 0"_s));
    return session;
}

Result<void> SideDatabase::drop()
{
    m_session.reset();
    m_isKept = true;
    // By another connection where ours broke or was cancelled.
    if (!m_server.session().isAlive() || m_server.session().isCancelled())
        ROSTER_TRY(m_server.reconnect());
    // FORCE: the server may not have noticed yet that our own session went.
    const QString force = m_server.session().serverVersion() >= 130000 ? u" WITH (FORCE)"_s : u""_s;
    ROSTER_TRY(m_server.session().query(u"DROP DATABASE IF EXISTS "_s + quoted(m_name) + force));
    return {};
}

SideDatabase::~SideDatabase()
{
    if (!m_isKept)
        static_cast<void>(drop());
}

}  // namespace roster
