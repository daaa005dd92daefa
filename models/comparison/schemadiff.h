// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SCHEMADIFF_H
#define ROSTER_COMPARISON_SCHEMADIFF_H

#include "models/comparison/schemasnapshot.h"

#include <QList>
#include <QString>

namespace roster {

/// One property that differs.
struct PropertyChange
{
    Property property = Property::Definition;
    QString from;  ///< empty: not set
    QString to;
};

/// One object that differs between two schemas.
struct SchemaChange
{
    enum class Type { Added, Removed, Changed };
    Type type = Type::Changed;
    int from = -1;                     ///< index in the one snapshot, -1: it is not there
    int to = -1;                       ///< index in the other
    QList<PropertyChange> properties;  ///< of a changed one

    bool changes(Property property) const;
};

/// What makes the two schemas different, object by object; empty where they are the same. The order
/// of columns is no difference. Parts of an added or removed table go with it and are not listed,
/// nor is what a partition has from its table.
QList<SchemaChange> compareSchemas(const SchemaSnapshot &from, const SchemaSnapshot &to);

/// A change as one line for people: `changed column public.players.name: type text → varchar(10)`.
QString changeText(const SchemaSnapshot &from, const SchemaSnapshot &to,
                   const SchemaChange &change);

/// The table that a part, or the sequence that goes with its column, belongs to; -1: it stands
/// alone.
int owningTable(const SchemaSnapshot &snapshot, int index);

/// The column of the table or tables that this one's columns come from; -1 where it has none.
int inheritedFrom(const SchemaSnapshot &snapshot, const SchemaObject &part);

}  // namespace roster

#endif
