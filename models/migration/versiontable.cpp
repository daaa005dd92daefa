// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/versiontable.h"

#include "models/database/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VersionTable)
};

QStringList firstColumn(const ResultSet &rows)
{
    QStringList values;
    for (int row = 0; row < rows.rows(); ++row)
        values << rows.text(row, 0);
    return values;
}

/// Alembic counts dependencies as well: the row of one is taken over like that of a parent.
VersionChange upgradeChange(const QStringList &rows, const Revision &revision)
{
    VersionChange change;
    QStringList taken;
    for (const QString &parent : revision.allParents()) {
        if (rows.contains(parent))
            taken << parent;
    }
    if (taken.isEmpty()) {
        change.added << revision.id;
    } else {
        change.updated = {taken.takeFirst(), revision.id};
        change.removed = taken;
    }
    return change;
}

/// Parents become rows again unless another row still stands on them.
VersionChange downgradeChange(const RevisionGraph &graph, const QStringList &rows,
                              const Revision &revision)
{
    QStringList others = rows;
    others.removeAll(revision.id);
    const QSet<QString> covered = graph.ancestors(others);
    const QStringList parents = revision.allParents();
    QStringList back = graph.tips(QSet<QString>(parents.cbegin(), parents.cend()) - covered);
    VersionChange change;
    if (back.isEmpty())
        change.removed << revision.id;
    else
        change.updated = {revision.id, back.takeFirst()};
    change.added = back;
    return change;
}

Result<void> expectOneRow(const Result<ResultSet> &result)
{
    if (!result)
        return fail(result.error());
    if (result->affected() == 1)
        return {};
    return fail(Error::Kind::Conflict,
                Text::tr("Another program changed alembic_version in the meantime."),
                Text::tr("Run it again: it starts from what is there now."));
}

}  // namespace

VersionChange VersionChange::of(const RevisionGraph &graph, const QStringList &rows,
                                const Revision &revision, Direction direction)
{
    return direction == Direction::Upgrade ? upgradeChange(rows, revision)
                                           : downgradeChange(graph, rows, revision);
}

VersionChange VersionChange::between(const QStringList &from, const QStringList &to)
{
    VersionChange change;
    for (const QString &row : from) {
        if (!to.contains(row))
            change.removed << row;
    }
    for (const QString &row : to) {
        if (!from.contains(row))
            change.added << row;
    }
    if (!change.removed.isEmpty() && !change.added.isEmpty())
        change.updated = {change.removed.takeFirst(), change.added.takeFirst()};
    return change;
}

QStringList VersionChange::applied(const QStringList &rows) const
{
    QStringList result = rows;
    for (const QString &row : removed)
        result.removeAll(row);
    if (updated) {
        result.removeAll(updated->first);
        result << updated->second;
    }
    result += added;
    result.sort();
    return result;
}

QStringList VersionChange::toSql() const
{
    QStringList statements;
    for (const QString &row : removed) {
        statements << u"DELETE FROM public.alembic_version WHERE version_num = %1"_s.arg(
            literal(row));
    }
    if (updated) {
        statements << u"UPDATE public.alembic_version SET version_num = %1 WHERE version_num = %2"_s
                          .arg(literal(updated->second), literal(updated->first));
    }
    for (const QString &row : added) {
        statements << u"INSERT INTO public.alembic_version (version_num) VALUES (%1)"_s.arg(
            literal(row));
    }
    return statements;
}

QString VersionTable::createStatement()
{
    return u"CREATE TABLE public.alembic_version (\n    version_num VARCHAR(32) NOT NULL,\n"
           "    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"_s;
}

Result<std::optional<QStringList>> VersionTable::read(Session &session)
{
    const auto there =
        session.query(u"SELECT pg_catalog.to_regclass('public.alembic_version') IS NOT NULL"_s);
    if (!there)
        return fail(there.error());
    if (!there->boolean(0, 0))
        return std::optional<QStringList>();
    const auto rows = session.query(
        u"SELECT version_num FROM public.alembic_version ORDER BY version_num COLLATE \"C\""_s);
    if (!rows) {
        Error error = rows.error();
        if (error.kind == Error::Kind::Permission) {
            error.hint =
                Text::tr("What is missing: %1").arg(u"GRANT SELECT ON public.alembic_version"_s);
        }
        return fail(error);
    }
    return std::optional(firstColumn(*rows));
}

Result<QString> VersionTable::missingRights(Session &session)
{
    const auto row = session.query(QString::fromUtf8(R"(
SELECT pg_catalog.current_setting('transaction_read_only')::boolean,
       t.oid IS NOT NULL,
       has_schema_privilege('public', 'USAGE') AND has_schema_privilege('public', 'CREATE'),
       coalesce(has_schema_privilege('public', 'USAGE')
                AND has_table_privilege(t.oid, 'SELECT') AND has_table_privilege(t.oid, 'INSERT')
                AND has_table_privilege(t.oid, 'UPDATE') AND has_table_privilege(t.oid, 'DELETE'),
                false),
       quote_ident(current_user)
FROM (SELECT pg_catalog.to_regclass('public.alembic_version') AS oid) AS t)"));
    if (!row)
        return fail(row.error());
    if (row->boolean(0, 0))
        return Text::tr("this connection is read-only");
    const QString role = row->text(0, 4);
    if (row->boolean(0, 1)) {
        return row->boolean(0, 3) ? QString()
                                  : u"GRANT SELECT, INSERT, UPDATE, DELETE ON "
                                    "public.alembic_version TO %1"_s.arg(role);
    }
    return row->boolean(0, 2) ? QString()
                              : u"GRANT USAGE, CREATE ON SCHEMA public TO %1"_s.arg(role);
}

Result<QStringList> VersionTable::lock(Session &session)
{
    auto rows = read(session);
    if (!rows)
        return fail(rows.error());
    if (!*rows)
        ROSTER_TRY(session.query(createStatement()));
    // Alembic's own UPDATE waits for this and then finds its row changed: it rolls back cleanly.
    ROSTER_TRY(session.query(u"LOCK TABLE public.alembic_version IN SHARE ROW EXCLUSIVE MODE"_s));
    rows = read(session);
    if (!rows)
        return fail(rows.error());
    return rows->value_or(QStringList());
}

Result<void> VersionTable::apply(Session &session, const VersionChange &change)
{
    for (const QString &row : change.removed) {
        ROSTER_TRY(expectOneRow(session.query(
            u"DELETE FROM public.alembic_version WHERE version_num = $1"_s, {row.toUtf8()})));
    }
    if (change.updated) {
        ROSTER_TRY(expectOneRow(session.query(
            u"UPDATE public.alembic_version SET version_num = $1 WHERE version_num = $2"_s,
            {change.updated->second.toUtf8(), change.updated->first.toUtf8()})));
    }
    for (const QString &row : change.added) {
        ROSTER_TRY(expectOneRow(session.query(
            u"INSERT INTO public.alembic_version (version_num) VALUES ($1)"_s, {row.toUtf8()})));
    }
    return {};
}

}  // namespace roster
