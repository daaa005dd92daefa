// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_TYPEREBUILD_H
#define ROSTER_COMPARISON_TYPEREBUILD_H

#include "models/comparison/objectsql.h"

#include <QList>
#include <QStringList>

namespace roster {

/// Makes types and collations anew that one ALTER cannot change: beside the old ones, which columns
/// leave before they go. Types that are made of each other go together.
class TypeRebuild
{
public:
    TypeRebuild(const SchemaSnapshot &schema, const ObjectSql &sql) : m_schema(schema), m_sql(sql)
    {
    }

    struct Column
    {
        int index = -1;
        QString typeBefore;
    };
    /// `members` are types and collations of the second schema, each after those it needs;
    /// `columns` those of its columns that have one of them before and after.
    QStringList statements(const QList<int> &members, const QList<Column> &columns) const;

    /// The column has the type, or an array of it, or the collation.
    static bool has(const SchemaObject &column, const SchemaObject &member);

private:
    QStringList convert(const Column &converted, const QList<int> &members) const;
    bool holdsRows(const SchemaObject &type) const;

    const SchemaSnapshot &m_schema;
    const ObjectSql &m_sql;
};

}  // namespace roster

#endif
