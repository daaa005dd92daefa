// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restorepreflight.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr int certainlyTooMuch = 3;  // times what is left: values in text may take less as stored

class Reading
{
public:
    Reading(RestoreServer &server, const RestorePreflight::Request &request)
        : m_server(server), m_session(server.session()), m_request(request)
    {
    }

    Result<RestorePreflight> run()
    {
        ROSTER_TRY(rights());
        ROSTER_TRY(roles());
        ROSTER_TRY(otherRoles());
        origin();
        ROSTER_TRY(extensions());
        if (m_request.replaces)
            ROSTER_TRY(users());
        if (m_request.replaces && !m_request.isInPlace)
            ROSTER_TRY(replication());
        ROSTER_TRY(versions());
        ROSTER_TRY(space());
        return m_found;
    }

private:
    Result<void> rights();
    Result<bool> isThere(const QString &role);
    Result<void> roles();
    Result<void> missingRoles();
    Result<void> newRoles();
    Result<void> otherRoles();
    void origin();
    Result<void> extensions();
    Result<void> users();
    Result<void> replication();
    Result<void> versions();
    Result<void> space();
    void stop(Error::Kind kind, const QString &message, const QString &hint)
    {
        m_found.obstacles << Error{.kind = kind, .message = message, .hint = hint};
    }

    RestoreServer &m_server;
    Session &m_session;
    const RestorePreflight::Request &m_request;
    RestorePreflight m_found;
};

Result<void> Reading::rights()
{
    const auto row = m_session.query(u"SELECT rolname, rolsuper, rolsuper OR rolcreatedb FROM "
                                     "pg_catalog.pg_roles WHERE rolname = current_user"_s);
    if (!row)
        return fail(row.error());
    m_found.role = row->text(0, 0);
    m_found.isSuperuser = row->boolean(0, 1);
    m_found.canCreate = row->boolean(0, 2);
    const DatabaseTraits &traits = m_request.traits;
    if (m_request.isInPlace)
        return {};
    if (!m_found.canCreate) {
        stop(Error::Kind::Permission,
             Text::tr("The role %1 may not create databases, and a restore is rehearsed in one.")
                 .arg(m_found.role),
             Text::tr("ALTER ROLE %1 CREATEDB, or restore into the database itself in one "
                      "transaction (--in-place).")
                 .arg(quoted(m_found.role)));
    }
    if (m_request.replaces && !traits.isOurs) {
        stop(Error::Kind::Permission,
             Text::tr("The role %1 does not own %2: only its owner, %3, may rename it.")
                 .arg(m_found.role, traits.name, traits.owner),
             Text::tr("Connect as %1 or as a superuser.").arg(traits.owner));
    }
    return {};
}

Result<bool> Reading::isThere(const QString &role)
{
    // pg_ and the like are the server's own; others must be there, and ours to act for.
    const auto row =
        m_session.query(u"SELECT FROM pg_catalog.pg_roles WHERE rolname = $1"_s, {role.toUtf8()});
    if (!row)
        return fail(row.error());
    return !row->isEmpty();
}

Result<void> Reading::roles()
{
    for (const QString &named : m_request.needs.roles) {
        const QString name = m_request.roleMap.value(named, named);
        const auto isNamedThere = isThere(named);
        const auto isMappedThere = name == named ? isNamedThere : isThere(name);
        if (!isNamedThere || !isMappedThere)
            return fail((isNamedThere ? isMappedThere : isNamedThere).error());
        if (!*isNamedThere)
            m_found.absentRoles << named;
        if (!*isMappedThere)
            m_found.missingRoles << name;
    }
    if (!m_found.absentRoles.isEmpty()) {
        const auto known = m_session.query(u"SELECT rolname FROM pg_catalog.pg_roles WHERE rolname "
                                           "!~ '^pg_' ORDER BY rolname"_s);
        if (!known)
            return fail(known.error());
        for (int row = 0; row < known->rows(); ++row)
            m_found.knownRoles << known->text(row, 0);
    }
    return missingRoles();
}

Result<void> Reading::missingRoles()
{
    QStringList open;
    for (const QString &role : std::as_const(m_found.missingRoles)) {
        const MissingRoles choice = m_request.roleChoices.value(role, m_request.missing);
        QStringList &list = choice == MissingRoles::Stop     ? open
                          : choice == MissingRoles::LeaveOut ? m_found.leftOutRoles
                                                             : m_found.newRoles;
        list << role;
    }
    if (!open.isEmpty()) {
        stop(Error::Kind::NotFound,
             Text::tr("The dump names roles that this server has not: %1.").arg(open.join(", "_L1)),
             Text::tr("Choose: --roles create (they cannot log in), --roles leave-out (the owner "
                      "keeps what was theirs), or --map-role OLD=NEW."));
    }
    if (!m_found.leftOutRoles.isEmpty()) {
        m_found.notes << Text::tr("What names these roles will be left out: %1.")
                             .arg(m_found.leftOutRoles.join(", "_L1));
    }
    return m_found.newRoles.isEmpty() ? Result<void>() : newRoles();
}

Result<void> Reading::newRoles()
{
    const QString names = m_found.newRoles.join(", "_L1);
    m_found.notes << Text::tr("These roles will be made, without login: %1.").arg(names);
    const auto row = m_session.query(u"SELECT rolsuper OR rolcreaterole FROM "
                                     "pg_catalog.pg_roles WHERE rolname = current_user"_s);
    if (!row)
        return fail(row.error());
    if (!row->boolean(0, 0)) {
        stop(Error::Kind::Permission,
             Text::tr("The role %1 may not create roles (%2).").arg(m_found.role, names),
             Text::tr("Let somebody who may create them, or leave them out "
                      "(--roles leave-out)."));
    }
    return {};
}

/// Of a cluster: that nothing in this database names, so that nothing is missing without them.
Result<void> Reading::otherRoles()
{
    QStringList others;
    for (const QString &role : m_request.needs.serverRoles) {
        if (m_request.needs.roles.contains(role) || m_request.roleMap.contains(role))
            continue;
        const auto isFound = isThere(role);
        if (!isFound)
            return fail(isFound.error());
        if (!*isFound)
            others << role;
    }
    if (!others.isEmpty()) {
        m_found.notes << Text::tr("The dump makes roles that this server has not and this database "
                                  "does not name; they are not made: %1.")
                             .arg(others.join(", "_L1));
    }
    return {};
}

void Reading::origin()
{
    const DumpNeeds &needs = m_request.needs;
    const DatabaseTraits &traits = m_request.traits;
    if (!needs.encoding.isEmpty() && needs.encoding != traits.encoding) {
        m_found.notes << Text::tr("It was in encoding %1; here it is restored in %2.")
                             .arg(needs.encoding, traits.encoding);
    }
    const QString locale = traits.provider == u'i' ? traits.icuLocale : traits.collate;
    if (!needs.locale.isEmpty() && needs.locale != locale) {
        m_found.notes << Text::tr(
                             "It was in locale %1; here it is restored in %2, so that text may "
                             "sort otherwise.")
                             .arg(needs.locale, locale);
    }
}

Result<void> Reading::extensions()
{
    for (const QString &name : m_request.needs.extensions) {
        const auto row = m_session.query(
            u"SELECT FROM pg_catalog.pg_available_extensions WHERE name = $1"_s, {name.toUtf8()});
        if (!row)
            return fail(row.error());
        if (row->isEmpty())
            m_found.missingExtensions << name;
    }
    if (!m_found.missingExtensions.isEmpty()) {
        stop(
            Error::Kind::NotFound,
            Text::tr("The dump needs extensions that this server has not installed: %1.")
                .arg(m_found.missingExtensions.join(", "_L1)),
            Text::tr("Install their packages on the server (postgresql-contrib or their own), then "
                     "start again."));
    }
    return {};
}

Result<void> Reading::users()
{
    const auto users = databaseUsers(m_session, m_request.traits.oid);
    if (!users)
        return fail(users.error());
    m_found.users = *users;
    if (m_request.isInPlace)
        return {};  // they stay, and wait
    const auto free = checkUsersCanBeEnded(m_session, m_request.traits.oid, m_request.traits.name);
    if (!free)
        m_found.obstacles << free.error();
    return {};
}

Result<void> Reading::replication()
{
    const auto slots = m_session.query(
        u"SELECT slot_name FROM pg_catalog.pg_replication_slots WHERE database = $1"_s,
        {m_request.traits.name.toUtf8()});
    if (!slots)
        return fail(slots.error());
    for (int row = 0; row < slots->rows(); ++row) {
        m_found.notes << Text::tr("The replication slot %1 stays with the database as it was "
                                  "before: make a new one after the swap.")
                             .arg(slots->text(row, 0));
    }
    return {};
}

Result<void> Reading::versions()
{
    const int dumped = m_request.needs.serverVersion / 10000;
    const int ours = m_session.serverVersion() / 10000;
    if (dumped > ours) {
        m_found.notes << Text::tr("The dump comes from PostgreSQL %1, this is %2: what %2 does not "
                                  "know will stop it.")
                             .arg(dumped)
                             .arg(ours);
    }
    return {};
}

/// Only where the server's files are on this computer, and it tells where.
Result<void> Reading::space()
{
    const QByteArray host(PQhost(m_session.handle()));
    if (!m_found.isSuperuser || !host.startsWith('/'))
        return {};
    const auto row = m_session.query(u"SHOW data_directory"_s);
    if (!row)
        return {};
    const QStorageInfo disk(row->text(0, 0));
    const qint64 needed =
        std::max(m_request.needs.bytes, m_request.replaces ? m_request.traits.bytes : qint64(0));
    if (!disk.isValid() || needed <= 0 || disk.bytesAvailable() >= needed)
        return {};
    const QLocale locale;
    if (m_request.needs.bytes / certainlyTooMuch > disk.bytesAvailable()) {
        stop(Error::Kind::System,
             Text::tr("The dump unpacks to %1, and the server's disk has %2 left.")
                 .arg(locale.formattedDataSize(m_request.needs.bytes),
                      locale.formattedDataSize(disk.bytesAvailable())),
             Text::tr("Make room on the server, or use another one. If the file is not yours, do "
                      "not restore it."));
        return {};
    }
    m_found.notes << Text::tr(
                         "The server's disk has %1 left; the database takes about %2, and both "
                         "are there until the old one is dropped.")
                         .arg(locale.formattedDataSize(disk.bytesAvailable()),
                              locale.formattedDataSize(needed));
    return {};
}

}  // namespace

Result<RestorePreflight> RestorePreflight::read(RestoreServer &server, const Request &request)
{
    return Reading(server, request).run();
}

}  // namespace roster
