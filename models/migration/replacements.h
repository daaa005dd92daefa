// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REPLACEMENTS_H
#define ROSTER_MIGRATION_REPLACEMENTS_H

#include "models/migration/revisiongraph.h"

#include <QHash>
#include <QSet>

namespace roster {

/// A revision with `replaces`, and what it is to a database.
struct SquashPlace
{
    enum class Kind {
        Pending,  ///< nothing of what it replaces was run: it runs instead
        Applied,  ///< it ran, or was marked
        Counted,  ///< all of what it replaces was run, so it counts as applied
        Waiting,  ///< the database is in the middle of what it replaces, which goes on
        Held,     ///< the same, since Alembic's folder, which knows no squashes, has these
    };

    QString revision;
    QStringList replaces;
    Kind kind = Kind::Pending;

    /// Whether what it replaces stands.
    bool waits() const { return kind == Kind::Waiting || kind == Kind::Held; }
};

/// A history in which each squash or what it replaces stands, never both, as Django has it: what
/// the database has in part, or Alembic's folder still has, goes on by the old files; all else is
/// the squash.
struct Replacements
{
    QList<Revision> revisions;  ///< parents are those that stand
    QStringList rows;           ///< the rows of alembic_version, replaced ones by the squash
    QList<SquashPlace> squashes;
    QHash<QString, QString> replacedBy;  ///< what does not stand: the squash in its place
    QList<Error> faults;

    /// `rows` are those of the database, `begun` what was run in part.
    static Replacements of(const QList<Revision> &revisions, const QStringList &rows,
                           const QSet<QString> &begun = {});
};

}  // namespace roster

#endif
