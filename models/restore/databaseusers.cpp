// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databaseusers.h"

#include "models/database/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr auto usersSql = R"(
SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),
       coalesce(a.client_addr::text, ''),
       me.rolsuper OR coalesce(NOT r.rolsuper AND (pg_catalog.pg_has_role(r.oid, 'USAGE')
                               OR pg_catalog.pg_has_role('pg_signal_backend', 'USAGE')), false)
FROM pg_catalog.pg_stat_activity a LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.usesysid,
     (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) AS me
WHERE a.datid = $1::oid AND a.pid <> pg_catalog.pg_backend_pid()
  AND a.backend_type IS DISTINCT FROM 'autovacuum worker'
UNION ALL
SELECT 0, p.owner, p.gid, '', false FROM pg_catalog.pg_prepared_xacts p
JOIN pg_catalog.pg_database d ON d.datname = p.database WHERE d.oid = $1::oid
ORDER BY 1)";

}  // namespace

QString DatabaseUser::toText() const
{
    if (pid == 0)
        return Text::tr("the prepared transaction %1 of %2").arg(application, role);
    const QString who = role.isEmpty() ? Text::tr("the server") : role;
    QString what = application;
    if (!address.isEmpty())
        what += (what.isEmpty() ? QString() : u" "_s) + Text::tr("at %1").arg(address);
    return what.isEmpty() ? Text::tr("%1 (process %2)").arg(who).arg(pid)
                          : Text::tr("%1 (process %2, %3)").arg(who).arg(pid).arg(what);
}

Result<QList<DatabaseUser>> databaseUsers(Session &session, qint64 oid)
{
    const auto rows = session.query(QString::fromUtf8(usersSql), {QByteArray::number(oid)});
    if (!rows)
        return fail(rows.error());
    QList<DatabaseUser> users;
    for (int row = 0; row < rows->rows(); ++row) {
        users << DatabaseUser{int(rows->integer(row, 0)), rows->text(row, 1), rows->text(row, 2),
                              rows->text(row, 3), rows->boolean(row, 4)};
    }
    return users;
}

Result<void> checkUsersCanBeEnded(Session &session, qint64 oid, const QString &database)
{
    const auto users = databaseUsers(session, oid);
    if (!users)
        return fail(users.error());
    QStringList names;
    for (const DatabaseUser &user : *users) {
        if (!user.canEnd)
            names << user.toText();
    }
    if (names.isEmpty())
        return {};
    return fail(Error::Kind::Refused,
                Text::tr("In %1 is what this role may not end: %2. Nothing was changed.")
                    .arg(database, names.join("; "_L1)),
                Text::tr("Close it there (a prepared transaction by COMMIT PREPARED or ROLLBACK "
                         "PREPARED), or connect as a superuser."));
}

}  // namespace roster
