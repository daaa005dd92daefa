// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restoreserver.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

// Two keys: ASCII "rstr", and which database.
constexpr int lockClass = 0x72737472;

// Whatever the role or `postgres` itself are set to.
constexpr auto settings = "SET application_name = 'roster restore'; SET statement_timeout = 0; "
                          "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = 0; "
                          "SET default_transaction_read_only = off; SET synchronous_commit = on";

constexpr auto holderSql = R"(
SELECT a.pid, coalesce(a.usename, '?'), coalesce(a.client_addr::text, ''),
       to_char(a.backend_start AT TIME ZONE 'UTC', 'HH24:MI:SS') || ' UTC'
FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = $1::oid
  AND l.objid = (pg_catalog.hashtext($2)::bigint & 4294967295)::oid
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))";

}  // namespace

ConnectionProfile RestoreServer::profileOf(const QString &database) const
{
    ConnectionProfile profile = m_profile;
    profile.parameters.insert(u"dbname"_s, database);
    return profile;
}

Result<std::unique_ptr<RestoreServer>> RestoreServer::connect(const ConnectionProfile &profile,
                                                              const QString &database,
                                                              const Progress *progress)
{
    std::unique_ptr<RestoreServer> server(new RestoreServer);
    server->m_profile = profile;
    server->m_database = database;
    ROSTER_TRY(server->open(progress));
    return server;
}

Result<void> RestoreServer::open(const Progress *progress)
{
    std::optional<Error> first;
    for (const QString &name : {u"postgres"_s, u"template1"_s}) {
        if (name == m_database)
            continue;
        auto opened = Session::open(profileOf(name), progress);
        if (opened) {
            m_session = std::move(*opened);  // until then there is the one before, broken or not
            m_isLocked = false;
            ROSTER_TRY(m_session->script(QString::fromLatin1(settings)));
            if (m_session->serverVersion() >= 140000)
                ROSTER_TRY(m_session->script(u"SET idle_session_timeout = 0"_s));
            return {};
        }
        if (opened.error().kind != Error::Kind::NotFound
            && opened.error().kind != Error::Kind::Permission)
            return fail(opened.error());
        if (!first)
            first = opened.error();
    }
    Error error = *first;
    error.detail = error.message;
    error.message = Text::tr("Neither postgres nor template1 can be connected to: databases are "
                             "made and renamed from there.");
    error.hint = Text::tr("Let the role connect to one of them.");
    return fail(error);
}

RestoreServer::~RestoreServer()
{
    if (m_session)
        unlock();
}

/// Not left to the connection's end, which the server may notice later than the next restore asks.
void RestoreServer::unlock()
{
    if (!m_isLocked)
        return;
    m_isLocked = false;
    const Progress *progress = m_session->progress();
    m_session->setProgress(nullptr);  // also after a cancel
    static_cast<void>(
        m_session->query(u"SELECT pg_catalog.pg_advisory_unlock($1, pg_catalog.hashtext($2))"_s,
                         {QByteArray::number(lockClass), m_database.toUtf8()}));
    m_session->setProgress(progress);
}

Result<void> RestoreServer::reconnect()
{
    return open(nullptr);
}

Result<QString> RestoreServer::whoRestores(const QString &database)
{
    const auto row = m_session->query(QString::fromUtf8(holderSql),
                                      {QByteArray::number(lockClass), database.toUtf8()});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return QString();
    const QString address = row->text(0, 2);
    return address.isEmpty() ? Text::tr("%1, process %2, since %3")
                                   .arg(row->text(0, 1), row->text(0, 0), row->text(0, 3))
                             : Text::tr("%1 at %4, process %2, since %3")
                                   .arg(row->text(0, 1), row->text(0, 0), row->text(0, 3), address);
}

Result<void> RestoreServer::lock()
{
    const auto row =
        m_session->query(u"SELECT pg_catalog.pg_try_advisory_lock($1, pg_catalog.hashtext($2))"_s,
                         {QByteArray::number(lockClass), m_database.toUtf8()});
    if (!row)
        return fail(row.error());
    m_isLocked = row->boolean(0, 0);
    if (m_isLocked)
        return {};
    const auto who = whoRestores(m_database);
    return fail(
        Error::Kind::Refused,
        Text::tr("Another restore of %1 is at work: %2.")
            .arg(m_database, who && !who->isEmpty() ? *who : Text::tr("somebody")),
        Text::tr("Wait until it is done, or end it, then start again. Nothing was changed."));
}

Result<QString> RestoreServer::stamp()
{
    const auto row = m_session->query(uR"(
SELECT to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'))"_s);
    if (!row)
        return fail(row.error());
    return row->text(0, 0);
}

Result<std::optional<qint64>> RestoreServer::oidOf(const QString &database)
{
    const auto row = m_session->query(
        u"SELECT oid FROM pg_catalog.pg_database WHERE datname = $1"_s, {database.toUtf8()});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<qint64>() : row->integer(0, 0);
}

Result<QString> RestoreServer::freeName(RestoreMark::Kind kind, const QString &stamp)
{
    for (int number = 1;; ++number) {
        const QString unique = number == 1 ? stamp : u"%1_%2"_s.arg(stamp).arg(number);
        QString name = RestoreNames::beside(m_database, kind, unique);
        const auto taken = oidOf(name);
        if (!taken)
            return fail(taken.error());
        if (!*taken)
            return name;
    }
}

}  // namespace roster
