// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupsnapshot.h"

#include "models/database/batchedlocks.h"
#include "models/database/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto databaseSql = R"(
SELECT d.oid, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,
       pg_get_userbyid(d.datdba), current_setting('server_version'),
       to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), current_database()
FROM pg_database d WHERE d.datname = current_database())";

/// Not what belongs to the system or to an extension: a dump leaves it to them.
#define ROSTER_OWN_NAMESPACE "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' "
#define ROSTER_NOT_OF_EXTENSION(catalogue, oid)                                                    \
    "AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '" catalogue                        \
    "'::regclass AND e.objid = " oid " AND e.deptype = 'e') "

constexpr auto tablesSql =
    "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND " ROSTER_OWN_NAMESPACE
        ROSTER_NOT_OF_EXTENSION("pg_class", "c.oid") "ORDER BY 1, 2";

constexpr auto censusSql =
    "SELECT CASE c.relkind WHEN 'r' THEN 'tables' WHEN 'p' THEN 'partitioned tables' "
    "WHEN 'i' THEN 'indexes' WHEN 'I' THEN 'partitioned indexes' WHEN 'S' THEN 'sequences' "
    "WHEN 'v' THEN 'views' WHEN 'm' THEN 'materialized views' WHEN 'f' THEN 'foreign tables' "
    "ELSE 'composite types' END, count(*) FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relpersistence <> 't' AND c.relkind <> 't' AND " ROSTER_OWN_NAMESPACE
        ROSTER_NOT_OF_EXTENSION(
            "pg_class",
            "c.oid") "GROUP BY 1 "
                     "UNION ALL SELECT 'functions', count(*) FROM pg_proc p "
                     "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE " ROSTER_OWN_NAMESPACE
                         ROSTER_NOT_OF_EXTENSION(
                             "pg_proc",
                             "p.oid") "UNION ALL SELECT 'constraints', count(*) FROM pg_constraint "
                                      "p "
                                      "JOIN pg_namespace n ON n.oid = p.connamespace "
                                      "WHERE " ROSTER_OWN_NAMESPACE
                                      "UNION ALL SELECT 'triggers', count(*) FROM pg_trigger WHERE "
                                      "NOT tgisinternal "
                                      "UNION ALL SELECT 'policies', count(*) FROM pg_policy "
                                      "UNION ALL SELECT 'event triggers', count(*) FROM "
                                      "pg_event_trigger "
                                      "UNION ALL SELECT 'large objects', count(*) FROM "
                                      "pg_largeobject_metadata";

constexpr auto rolesSql =
    "SELECT pg_get_userbyid(c.relowner)::text FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE " ROSTER_OWN_NAMESPACE
    "UNION SELECT pg_get_userbyid(p.proowner)::text FROM pg_proc p "
    "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE " ROSTER_OWN_NAMESPACE
    "UNION SELECT pg_get_userbyid(n.nspowner)::text FROM pg_namespace n WHERE " ROSTER_OWN_NAMESPACE
    "UNION SELECT pg_get_userbyid(a.grantee)::text FROM pg_class c "
    "JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a "
    "WHERE a.grantee <> 0 AND " ROSTER_OWN_NAMESPACE "ORDER BY 1";

constexpr auto extensionsSql =
    "SELECT extname || ' ' || extversion FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1";

constexpr auto sequencesSql =
    "SELECT schemaname || '.' || sequencename, last_value::text FROM pg_sequences";

constexpr auto revisionTableSql =
    "SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relname = 'alembic_version' AND c.relkind = 'r' AND " ROSTER_OWN_NAMESPACE
    "ORDER BY n.nspname <> 'public', 1 LIMIT 1";

#undef ROSTER_OWN_NAMESPACE
#undef ROSTER_NOT_OF_EXTENSION

}  // namespace

Result<BackupSnapshot> BackupSnapshot::open(Session &session)
{
    auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnlySnapshot);
    if (!transaction)
        return fail(transaction.error());
    BackupSnapshot snapshot(session, std::move(*transaction));
    // Rows that a policy hides would be missing from the dump: pg_dump stops there, and so do we.
    ROSTER_TRY(session.query(u"SET LOCAL row_security = off"_s));
    // It stays open for as long as pg_dump reads.
    for (const QString &limit :
         {u"statement_timeout"_s, u"lock_timeout"_s, u"idle_in_transaction_session_timeout"_s})
        ROSTER_TRY(session.query(u"SET LOCAL %1 = 0"_s.arg(limit)));
    const auto exported = session.query(u"SELECT pg_export_snapshot()"_s);
    if (!exported)
        return fail(exported.error());
    snapshot.m_id = exported->text(0, 0);
    return snapshot;
}

Result<QStringList> BackupSnapshot::list(const QString &sql)
{
    const auto found = m_session->query(sql);
    if (!found)
        return fail(found.error());
    QStringList values;
    for (int row = 0; row < found->rows(); ++row)
        values << found->text(row, 0);
    return values;
}

Result<void> BackupSnapshot::describe(BackupManifest &manifest)
{
    ROSTER_TRY(describeDatabase(manifest));
    return describeContents(manifest);
}

Result<void> BackupSnapshot::describeDatabase(BackupManifest &manifest)
{
    const auto facts = m_session->query(QString::fromLatin1(databaseSql));
    if (!facts)
        return fail(facts.error());
    manifest.oid = facts->integer(0, 0);
    manifest.encoding = facts->text(0, 1);
    manifest.collate = facts->text(0, 2);
    manifest.ctype = facts->text(0, 3);
    manifest.owner = facts->text(0, 4);
    manifest.serverVersion = facts->text(0, 5);
    manifest.snapshot = QDateTime::fromString(facts->text(0, 6), Qt::ISODateWithMs);
    manifest.database = facts->text(0, 7);
    const auto schema = list(QString::fromLatin1(revisionTableSql));
    if (!schema)
        return fail(schema.error());
    if (schema->isEmpty())
        return {};
    const auto revisions = list(u"SELECT version_num::text FROM %1 ORDER BY 1"_s.arg(
        quoted(schema->first(), u"alembic_version"_s)));
    if (!revisions)
        return fail(revisions.error());
    manifest.revisions = *revisions;
    return {};
}

Result<void> BackupSnapshot::describeContents(BackupManifest &manifest)
{
    const auto census = m_session->query(QString::fromLatin1(censusSql));
    if (!census)
        return fail(census.error());
    for (int row = 0; row < census->rows(); ++row)
        manifest.census[census->text(row, 0)] += census->integer(row, 1);
    const auto sequences = m_session->query(QString::fromLatin1(sequencesSql));
    if (!sequences)
        return fail(sequences.error());
    for (int row = 0; row < sequences->rows(); ++row)
        manifest.sequences.insert(sequences->text(row, 0), sequences->text(row, 1));
    const auto extensions = list(QString::fromLatin1(extensionsSql));
    if (!extensions)
        return fail(extensions.error());
    manifest.extensions = *extensions;
    const auto roles = list(QString::fromLatin1(rolesSql));
    if (!roles)
        return fail(roles.error());
    manifest.roles = *roles;
    return {};
}

Result<QList<BackupManifest::Rows>> BackupSnapshot::tables()
{
    const auto found = m_session->query(QString::fromLatin1(tablesSql));
    if (!found)
        return fail(found.error());
    QList<BackupManifest::Rows> tables;
    for (int row = 0; row < found->rows(); ++row)
        tables.append({found->text(row, 0), found->text(row, 1), -1});
    return tables;
}

Result<void> BackupSnapshot::count(QList<BackupManifest::Rows> &tables)
{
    BatchedLocks locks(*m_session);
    for (BackupManifest::Rows &table : tables) {
        ROSTER_TRY(locks.next());
        const auto counted = m_session->query(
            u"SELECT count(*) FROM ONLY %1"_s.arg(quoted(table.schema, table.table)));
        if (!counted)
            return fail(counted.error());
        table.rows = counted->integer(0, 0);
    }
    return locks.release();
}

}  // namespace roster
