// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/rosterschema.h"

#include "models/database/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RosterSchema)
};

// By oid: a name in a schema that one may not use is an error instead of an answer.
constexpr auto stateSql = R"(
SELECT c.oid IS NOT NULL,
       coalesce(has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'), false),
       coalesce(has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
                AND has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE')
                AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend AS d
                    JOIN pg_catalog.pg_class AS s ON s.oid = d.objid
                    WHERE d.refobjid = c.oid AND d.deptype = 'a'
                      AND CASE WHEN s.relkind = 'S'
                               THEN NOT has_sequence_privilege(s.oid, 'USAGE') END), false),
       CASE WHEN n.oid IS NULL THEN has_database_privilege(current_database(), 'CREATE')
            ELSE has_schema_privilege(n.oid, 'CREATE, USAGE') END,
       current_setting('transaction_read_only')::boolean, current_user, current_database()
FROM (SELECT) AS one
LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = 'roster'
LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = $1
)";

/// A role that is itself called roster would find the schema first in PostgreSQL's own search_path
/// ("$user", public), and other programs would then create their tables there.
Result<void> keepOutOfSearchPath(Session &session)
{
    const auto found = session.query(
        u"SELECT current_database() FROM pg_catalog.pg_roles AS r "
        "WHERE rolname = 'roster' AND rolname = current_user AND NOT EXISTS "
        "(SELECT FROM pg_catalog.pg_db_role_setting AS s, unnest(s.setconfig) AS setting "
        "WHERE s.setrole = r.oid AND s.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database "
        "WHERE datname = current_database())) AND setting LIKE 'search_path=%')"_s);
    if (!found)
        return fail(found.error());
    if (!found->isEmpty())
        ROSTER_TRY(session.query(u"ALTER ROLE roster IN DATABASE %1 SET search_path = public"_s.arg(
            quoted(found->text(0, 0)))));
    return {};
}

}  // namespace

Result<RosterPartState> rosterPartState(Session &session, const RosterPart &part)
{
    const auto row = session.query(QString::fromLatin1(stateSql), {part.name.toUtf8()});
    if (!row)
        return fail(row.error());
    RosterPartState state;
    state.isThere = row->boolean(0, 0);
    state.canRead = row->boolean(0, 1);
    const bool isReadOnly = row->boolean(0, 4);
    state.canWrite = row->boolean(0, 2) && !isReadOnly;
    state.canCreate = !state.isThere && row->boolean(0, 3) && !isReadOnly;
    const QString role = quoted(row->text(0, 5));
    if (isReadOnly) {
        state.obstacle = Text::tr("this connection is read-only");
    } else if (state.isThere && !state.canWrite) {
        state.obstacle = Text::tr("the role lacks rights: GRANT USAGE ON SCHEMA roster TO %1; "
                                  "GRANT SELECT, INSERT, UPDATE ON roster.%2 TO %1")
                             .arg(role, quoted(part.name))
                       + u"; GRANT USAGE ON ALL SEQUENCES IN SCHEMA roster TO "_s + role;
    } else if (!state.isThere && !state.canCreate) {
        state.obstacle = Text::tr("the role may not make the schema roster: GRANT CREATE ON "
                                  "DATABASE %1 TO %2, or have it made by `roster schema init`")
                             .arg(quoted(row->text(0, 6)), role);
    }
    return state;
}

Result<void> ensureRosterPart(Session &session, const RosterPart &part)
{
    ROSTER_TRY(session.query(u"SELECT pg_catalog.pg_advisory_xact_lock("
                             "pg_catalog.hashtext('roster: own schema'))"_s));
    const auto there =
        session.query(u"SELECT pg_catalog.to_regclass('roster.version') IS NOT NULL"_s);
    if (!there)
        return fail(there.error());
    if (!there->boolean(0, 0)) {
        ROSTER_TRY(session.query(u"CREATE SCHEMA IF NOT EXISTS roster"_s));
        ROSTER_TRY(keepOutOfSearchPath(session));
        ROSTER_TRY(session.query(u"CREATE TABLE roster.version "
                                 "(part text PRIMARY KEY, version integer NOT NULL)"_s));
    }
    const auto found =
        session.query(u"SELECT version FROM roster.version WHERE part = $1 "
                      "AND pg_catalog.to_regclass('roster.' || quote_ident(part)) IS NOT NULL"_s,
                      {part.name.toUtf8()});
    if (!found)
        return fail(found.error());
    const qsizetype newest = part.versions.size();
    const qint64 version = found->isEmpty() ? 0 : found->integer(0, 0);
    if (version > newest) {
        return fail(Error::Kind::Refused,
                    Text::tr("roster.%1 was made by a newer Roster.").arg(part.name),
                    Text::tr("Use that version, or a later one."));
    }
    for (qsizetype next = version; next < newest; ++next) {
        for (const QString &statement : part.versions.at(next))
            ROSTER_TRY(session.query(statement));
    }
    if (version < newest) {
        ROSTER_TRY(session.query(u"INSERT INTO roster.version VALUES ($1, $2::int) "
                                 "ON CONFLICT (part) DO UPDATE SET version = excluded.version"_s,
                                 {part.name.toUtf8(), QByteArray::number(newest)}));
    }
    return {};
}

}  // namespace roster
