// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/serverinfo.h"

#include "models/database/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool isSocket(const QString &host)
{
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@');
}

bool isThisComputer(const QString &host)
{
    if (isSocket(host) || host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    return host == "::1"_L1
        || (host.startsWith("127."_L1) && host.count(u'.') == 3 && host.back().isDigit());
}

Environment marked(const QString &mark)
{
    const QString word = mark.trimmed().toLower();
    if (word.isEmpty())
        return Environment::Unknown;
    if (word == "development"_L1)
        return Environment::Development;
    return word == "staging"_L1 ? Environment::Staging : Environment::Production;
}

constexpr auto infoQuery = R"(
SELECT current_setting('server_version'), current_user, current_database(),
       current_setting('default_transaction_read_only')::boolean, pg_is_in_recovery(),
       coalesce(current_setting('roster.environment', true), ''),
       coalesce((SELECT substr(setting, length('roster.environment=') + 1)
                 FROM pg_db_role_setting AS s JOIN pg_database AS d ON d.oid = s.setdatabase,
                      unnest(s.setconfig) AS setting
                 WHERE d.datname = current_database() AND s.setrole = 0
                   AND setting LIKE 'roster.environment=%'), '')
)";

}  // namespace

bool ServerInfo::isMarkKnown() const
{
    return mark.isEmpty() || marked(mark) != Environment::Production
        || mark.compare("production"_L1, Qt::CaseInsensitive) == 0;
}

QString ServerInfo::displayName() const
{
    if (isSocket(host))
        return QCoreApplication::translate("ServerInfo", "%1@this computer/%2").arg(user, database);
    const QString where = host.contains(u':') ? u'[' + host + u']' : host;
    const QString at = port.isEmpty() || port == "5432"_L1 ? where : where + u':' + port;
    return u"%1@%2/%3"_s.arg(user, at, database);
}

Result<ServerInfo> readServerInfo(Session &session)
{
    const auto rows = session.query(QString::fromLatin1(infoQuery));
    if (!rows)
        return fail(rows.error());
    ServerInfo info;
    // Debian adds its own words: `15.9 (Debian 15.9-0+deb12u1)`.
    info.version = rows->text(0, 0).section(u' ', 0, 0);
    info.user = rows->text(0, 1);
    info.database = rows->text(0, 2);
    info.recovering = rows->boolean(0, 4);
    info.readOnly = rows->boolean(0, 3) || info.recovering;
    info.host = QString::fromUtf8(PQhost(session.handle()));
    info.port = QString::fromUtf8(PQport(session.handle()));
    // The session's own setting may be older than the database's mark, or made to differ from it
    // by the role or the connection options: the stricter of the two counts.
    const QString mark =
        marked(rows->text(0, 5)) < marked(rows->text(0, 6)) ? rows->text(0, 6) : rows->text(0, 5);
    info.mark = mark.trimmed();
    info.environment = effectiveEnvironment(session.profile().environment, mark, info.host);
    return info;
}

Environment effectiveEnvironment(Environment profile, const QString &mark, const QString &host)
{
    const Environment said = std::max(profile, marked(mark));  // in the order of strictness
    if (said != Environment::Unknown)
        return said;
    return isThisComputer(host) ? Environment::Development : Environment::Production;
}

Result<Environment> readEnvironment(Session &session)
{
    const auto info = readServerInfo(session);
    if (!info)
        return fail(info.error());
    return info->environment;
}

}  // namespace roster
