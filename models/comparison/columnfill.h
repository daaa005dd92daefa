// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_COLUMNFILL_H
#define ROSTER_COMPARISON_COLUMNFILL_H

#include "models/comparison/schemasnapshot.h"

namespace roster {

struct ColumnLimits;

/// What rows that exist get in a new column that must not be NULL and has no default.
class ColumnFill
{
public:
    struct Value
    {
        QString constant;    ///< an expression, the same for all rows
        QString numbered;    ///< an expression over the row's number, %1
        QString key;         ///< the foreign key whose first row all refer to, by its identity
        bool isOne = false;  ///< each row refers to another row of the key's table

        bool isNone() const { return constant.isEmpty() && numbered.isEmpty() && key.isEmpty(); }
    };
    /// What a foreign key's definition names, in the order of its columns.
    struct Reference
    {
        QStringList columns;
        QString relation;
        QStringList referenced;
    };

    ColumnFill(const SchemaSnapshot &from, const SchemaSnapshot &to) : m_from(from), m_to(to) {}

    /// Of a column of the second schema.
    Value of(int column) const;
    /// The same where one value has to do, whatever refers to the column or is unique about it.
    QString constant(const SchemaObject &column) const;

    static Reference reference(const SchemaObject &key);

private:
    ColumnLimits limits(const SchemaObject &column) const;
    QString baseType(QString type) const;
    bool isUnique(const SchemaObject &column) const;
    bool isUniqueBefore(const SchemaObject &table, const QStringList &columns) const;
    QString foreignKey(const SchemaObject &column) const;
    QString numbered(const SchemaObject &column) const;

    const SchemaSnapshot &m_from;
    const SchemaSnapshot &m_to;
};

}  // namespace roster

#endif
