// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_VERSIONTABLE_H
#define ROSTER_MIGRATION_VERSIONTABLE_H

#include "models/migration/revisiongraph.h"

#include <optional>

namespace roster {

class Session;

/// What one step does to the rows of `public.alembic_version`, as Alembic itself does it.
struct VersionChange
{
    QStringList removed;
    std::optional<std::pair<QString, QString>> updated;  ///< from, to
    QStringList added;

    /// For a revision that is applied (or undone) while these rows stand.
    static VersionChange of(const RevisionGraph &graph, const QStringList &rows,
                            const Revision &revision, Direction direction);
    /// From one set of rows to another, whatever they are.
    static VersionChange between(const QStringList &from, const QStringList &to);

    QStringList applied(const QStringList &rows) const;
    /// For people; what runs binds its values.
    QStringList toSql() const;
};

/// `public.alembic_version`, exactly as Alembic makes it: one row per head.
namespace VersionTable {

/// The rows, sorted; nullopt where there is no such table. Errors: those of Session::query, Sql
/// where the table is another one.
Result<std::optional<QStringList>> read(Session &session);
/// What the role may not do that a migration has to, as the SQL that helps; empty: nothing.
Result<QString> missingRights(Session &session);
/// In the open transaction: makes the table where it is not there, keeps others (Alembic too) from
/// changing it, and reads it.
Result<QStringList> lock(Session &session);
/// Errors: Conflict where a row was not as expected.
Result<void> apply(Session &session, const VersionChange &change);

/// The statement that makes it.
QString createStatement();

}  // namespace VersionTable

}  // namespace roster

#endif
