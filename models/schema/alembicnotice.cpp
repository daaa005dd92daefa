// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/alembicnotice.h"

#include "models/database/session.h"
#include "models/schema/declaredtables.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AlembicNotice)
};

/// Roster keeps `alembic_version`, too: where it ran the first revision, no backend is there.
Result<bool> isAlembics(Session &session)
{
    const auto there = session.query(QString::fromUtf8(R"(
SELECT pg_catalog.to_regclass('public.alembic_version') IS NOT NULL,
       coalesce((SELECT pg_catalog.has_table_privilege(c.oid, 'SELECT')
                        AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                 FROM pg_catalog.pg_class c
                 JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'roster' AND c.relname = 'migration_log'), false))"));
    if (!there)
        return fail(there.error());
    if (!there->boolean(0, 0) || !there->boolean(0, 1))
        return there->boolean(0, 0);
    const auto ours = session.query(
        u"SELECT EXISTS (SELECT FROM roster.migration_log WHERE down_revision = 'none')"_s);
    if (!ours)
        return fail(ours.error());
    return !ours->boolean(0, 0);
}

}  // namespace

Result<QString> alembicNotice(Session &session, const QList<TableName> &tables)
{
    QStringList names;
    for (const OptionalTable &optional : optionalTables()) {
        if (tables.contains(optional.table.name))
            names << optional.table.name.name;
    }
    if (names.isEmpty())
        return QString();
    const auto alembic = isAlembics(session);
    if (!alembic)
        return fail(alembic.error());
    if (!*alembic)
        return QString();
    return Words::tr("Where a backend's Alembic looks after this database, its next autogenerate "
                     "proposes to drop %1, until its models have that.")
        .arg(names.join(", "_L1));
}

}  // namespace roster
