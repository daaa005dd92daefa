// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SNAPSHOTQUERIES_H
#define ROSTER_COMPARISON_SNAPSHOTQUERIES_H

#include "models/comparison/schemaobject.h"

#include <QList>
#include <QString>

namespace roster {

/// The question for all objects of one kind. Its columns: oid, sub-id (a column's number, else 0),
/// schema, relation, name, and from the sixth on properties, named by their key.
struct SnapshotQuery
{
    ObjectKind kind = ObjectKind::Schema;
    QString catalogue;  ///< what the oid is of: `pg_class`
    QString sql;
};

QList<SnapshotQuery> snapshotQueries(int majorVersion);
/// The same for what tables only have from their parents.
QList<SnapshotQuery> cloneQueries();

/// Kinds of objects that are never compared: a key, and how many there are.
QString leftOutSql();

/// Objects that stand for others in pg_depend: class, oid, and class, oid,
/// sub-id of the one meant.
QString standInsSql();
/// Class, oid, sub-id, and the same of what it depends on.
QString dependenciesSql();
/// Pairs of types and when the server converts the one to the other: `e` only when told to.
QString castsSql();

}  // namespace roster

#endif
