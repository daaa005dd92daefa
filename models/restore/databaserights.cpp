// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databaserights.h"

#include "models/database/transaction.h"

#include "models/database/session.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

// In the order in which they must run: owners, then what they grant. REVOKE first, since a new
// relation's default is not what the old one had.
constexpr auto rightsSql = R"(
WITH rel AS (
    SELECT c.oid, c.relacl, c.relowner, n.nspname,
           pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
           CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
           c.relkind = 'S' AND EXISTS (SELECT FROM pg_catalog.pg_depend d
               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                 AND d.deptype IN ('a', 'i')) AS owned
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND n.nspname <> 'information_schema'
      AND n.nspname !~ '^pg_'),
statements AS (
    SELECT 1 AS step, 0 AS place, '' AS object, n.nspname AS schema,
           pg_catalog.format('ALTER SCHEMA %I OWNER TO %I', n.nspname,
                             pg_catalog.pg_get_userbyid(n.nspowner)) AS sql
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    UNION ALL
    SELECT 2, 0, name, nspname,
           pg_catalog.format('ALTER %s %s OWNER TO %I', kind, name,
                             pg_catalog.pg_get_userbyid(relowner)) FROM rel WHERE NOT owned
    UNION ALL
    SELECT 3, 0, '', n.nspname, pg_catalog.format('REVOKE ALL ON SCHEMA %I FROM PUBLIC, %I',
           n.nspname, pg_catalog.pg_get_userbyid(n.nspowner))
    FROM pg_catalog.pg_namespace n
    WHERE n.nspacl IS NOT NULL AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    UNION ALL
    SELECT 4, a.place::int, '', n.nspname,
           pg_catalog.format('GRANT %s ON SCHEMA %I TO %s%s', a.privilege_type, n.nspname,
               CASE a.grantee WHEN 0 THEN 'PUBLIC'
                    ELSE quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END,
               CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM pg_catalog.pg_namespace n, pg_catalog.aclexplode(n.nspacl) WITH ORDINALITY
         AS a(grantor, grantee, privilege_type, is_grantable, place)
    WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    UNION ALL
    SELECT 5, 0, name, nspname, pg_catalog.format('REVOKE ALL ON %s %s FROM PUBLIC, %I', kind, name,
           pg_catalog.pg_get_userbyid(relowner)) FROM rel WHERE relacl IS NOT NULL
    UNION ALL
    SELECT 6, a.place::int, name, nspname,
           pg_catalog.format('GRANT %s ON %s %s TO %s%s', a.privilege_type, kind, name,
               CASE a.grantee WHEN 0 THEN 'PUBLIC'
                    ELSE quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END,
               CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM rel, pg_catalog.aclexplode(relacl) WITH ORDINALITY
         AS a(grantor, grantee, privilege_type, is_grantable, place)
    UNION ALL
    SELECT 7, a.place::int, '', coalesce(n.nspname, ''),
           pg_catalog.format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s GRANT %s ON %s TO %s%s',
               pg_catalog.pg_get_userbyid(d.defaclrole),
               CASE WHEN n.nspname IS NULL THEN '' ELSE ' IN SCHEMA ' || quote_ident(n.nspname) END,
               a.privilege_type,
               CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                    WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END,
               CASE a.grantee WHEN 0 THEN 'PUBLIC'
                    ELSE quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END,
               CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM pg_catalog.pg_default_acl d
    LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace,
         pg_catalog.aclexplode(d.defaclacl) WITH ORDINALITY
         AS a(grantor, grantee, privilege_type, is_grantable, place))
SELECT object, schema, sql FROM statements ORDER BY step, schema, object, place)";

}  // namespace

Result<DatabaseRights> DatabaseRights::read(Session &session)
{
    const auto rows = session.query(QString::fromUtf8(rightsSql));
    if (!rows)
        return fail(rows.error());
    DatabaseRights rights;
    for (int row = 0; row < rows->rows(); ++row)
        rights.statements << Statement{rows->text(row, 0), rows->text(row, 1), rows->text(row, 2)};
    return rights;
}

Result<int> DatabaseRights::applyTo(Session &session) const
{
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    int missing = 0;
    for (const Statement &statement : statements) {
        const auto there = session.query(
            u"SELECT ($1 = '' OR pg_catalog.to_regclass($1) IS NOT NULL) AND ($2 = '' OR EXISTS "
            "(SELECT FROM pg_catalog.pg_namespace WHERE nspname = $2))"_s,
            {statement.object.toUtf8(), statement.schema.toUtf8()});
        if (!there)
            return fail(there.error());
        if (there->boolean(0, 0))
            ROSTER_TRY(session.query(statement.sql));
        else
            ++missing;
    }
    ROSTER_TRY(transaction->commit());
    return missing;
}

}  // namespace roster
