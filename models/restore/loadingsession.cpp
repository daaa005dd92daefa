// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/loadingsession.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

// Speed, and strings as the reader takes them until the dump says otherwise.
constexpr auto loadingSettings = "SET synchronous_commit = off; SET check_function_bodies "
                                 "= off; SET standard_conforming_strings = on";

// Each is valid for a day: one that was made just now may be about to connect.
constexpr auto orphansSql = R"(
SELECT r.rolname FROM pg_catalog.pg_roles r
WHERE r.rolname ~ '^roster_restore_[0-9a-f]{16}$' 
  AND r.rolvaliduntil < pg_catalog.now() + interval '1 day' - interval '10 seconds'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.usesysid = r.oid))";

QString random()
{
    return QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0');
}

/// What RESET ROLE goes back to.
void addRole(ConnectionProfile &profile, const QString &role)
{
    QString escaped = role;  // as the server splits its options: by blanks
    escaped.replace(u'\\', u"\\\\"_s).replace(u' ', u"\\ "_s);
    profile.parameters.insert(u"options"_s,
                              (profile.value(u"options"_s) + u" -c role="_s + escaped).trimmed());
}

Result<std::pair<QString, bool>> connectedRole(Session &session)
{
    const auto row = session.query(
        u"SELECT rolname, rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user"_s);
    if (!row)
        return fail(row.error());
    return std::pair(row->text(0, 0), row->boolean(0, 1));
}

}  // namespace

Result<std::unique_ptr<LoadingSession>> LoadingSession::open(RestoreServer &server,
                                                             SideDatabase &side,
                                                             const DatabaseTraits &like,
                                                             const Options &options,
                                                             const Progress *progress)
{
    const auto role = connectedRole(server.session());
    if (!role)
        return fail(role.error());
    std::unique_ptr<LoadingSession> loading(new LoadingSession(server, side));
    loading->m_owner = like.owner;
    const auto &[name, isSuperuser] = *role;
    const bool isOwn = name == like.owner || options.trusted;
    if (isSuperuser && !isOwn && !like.ownerIsSuperuser && !options.isOwnSql)
        ROSTER_TRY(loading->openOwn(like, progress));
    if (!loading->m_session) {
        ConnectionProfile profile = server.session().profile();
        if (options.isOwnSql && !isOwn)
            addRole(profile, like.owner);
        auto session = side.openSession(profile, progress);
        if (!session)
            return fail(session.error());
        loading->m_session = std::move(*session);
    }
    loading->m_runsAs = options.trusted ? name : like.owner;
    if (!options.isOwnSql && (options.trusted ? isSuperuser : like.ownerIsSuperuser)) {
        loading->m_notes << Text::tr(
                                "The dump runs as %1, which is a superuser: what its functions "
                                "do is not held back. Restore only files that you trust.")
                                .arg(loading->m_runsAs);
    }
    loading->m_needsRole = !isOwn && !options.isOwnSql;
    ROSTER_TRY(loading->prepare(*loading->m_session));
    return loading;
}

Result<void> LoadingSession::prepare(Session &session) const
{
    ROSTER_TRY(session.script(QString::fromLatin1(loadingSettings)));
    if (m_needsRole)
        ROSTER_TRY(session.query(u"SET ROLE "_s + quoted(m_owner)));
    return {};
}

QList<Session *> LoadingSession::openMore(int count, const Progress *progress)
{
    QList<Session *> sessions;
    for (int number = 0; number < count; ++number) {
        auto session = m_side.openSession(m_session->profile(), progress);
        if (!session || !prepare(**session))
            break;  // it goes without, only slower
        m_more.push_back(std::move(*session));
        sessions << m_more.back().get();
    }
    return sessions;
}

Result<void> LoadingSession::openOwn(const DatabaseTraits &like, const Progress *progress)
{
    dropOrphans(m_server);
    Session &admin = m_server.session();
    const QString login = u"roster_restore_"_s + random();
    ConnectionProfile profile = admin.profile();
    profile.parameters.insert(u"user"_s, login);
    profile.password = random() + random();
    const auto until = admin.query(u"SELECT pg_catalog.now() + interval '1 day'"_s);
    if (!until)
        return fail(until.error());
    ROSTER_TRY(admin.query(u"CREATE ROLE %1 LOGIN PASSWORD %2 VALID UNTIL %3 IN ROLE %4"_s.arg(
        quoted(login), literal(profile.password), literal(until->text(0, 0)), quoted(like.owner))));
    m_login = login;
    auto session = m_side.openSession(profile, progress);
    if (session) {
        m_session = std::move(*session);
        return {};
    }
    if (session.error().kind == Error::Kind::Cancelled)
        return fail(session.error());
    dropLogin();
    m_notes << Text::tr("The server lets no login of the restore's own in (pg_hba.conf): the dump "
                        "runs as %1 by SET ROLE, which a hostile one could take back. Restore only "
                        "files that you trust.")
                   .arg(like.owner);
    return {};
}

void LoadingSession::dropLogin()
{
    if (m_login.isEmpty())
        return;
    if (!m_server.session().isAlive() || m_server.session().isCancelled()) {
        if (!m_server.reconnect())
            return;  // it is listed, and goes with the next restore
    }
    const QString name = quoted(m_login);
    const auto dropped = m_server.session().query(u"DROP ROLE IF EXISTS "_s + name);
    if (dropped || !m_side.isOpen())
        return;
    // What the dump made after it took its role back belongs to the owner as all else.
    static_cast<void>(
        m_side.session().query(u"REASSIGN OWNED BY %1 TO %2"_s.arg(name, quoted(m_owner))));
    static_cast<void>(m_side.session().query(u"DROP OWNED BY "_s + name));
    static_cast<void>(m_server.session().query(u"DROP ROLE IF EXISTS "_s + name));
}

LoadingSession::~LoadingSession()
{
    m_more.clear();
    m_session.reset();
    dropLogin();
}

int LoadingSession::dropOrphans(RestoreServer &server)
{
    int dropped = 0;
    const auto orphans = server.session().query(QString::fromUtf8(orphansSql));
    for (int row = 0; orphans && row < orphans->rows(); ++row) {
        if (server.session().query(u"DROP ROLE "_s + quoted(orphans->text(row, 0))))
            ++dropped;
    }
    return dropped;
}

}  // namespace roster
