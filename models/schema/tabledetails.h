// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_TABLEDETAILS_H
#define ROSTER_SCHEMA_TABLEDETAILS_H

#include "models/schema/attributes.h"
#include "models/schema/condition.h"
#include "models/schema/tableschema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace roster {

/// `lower(name)` and its like, as a part of an index.
IndexColumn expression(const QString &sql, bool descending = false);
/// The column with NULL on the other side than PostgreSQL's default.
IndexColumn nullsFirst(IndexColumn column);
IndexColumn nullsLast(IndexColumn column);
/// The column with another operator class: `withClass(t.name.asc(), u"text_pattern_ops"_s)`.
IndexColumn withClass(IndexColumn column, const QString &operatorClass);

/// An index of several columns, descending, partial, of expressions; name it
/// `ix_<table>_<columns>`.
class Index
{
public:
    Index(const QString &name, const QList<IndexColumn> &columns);
    Index &unique();
    Index &method(const QString &method);
    Index &where(const Condition &condition);
    Index &where(const QString &sql);
    template <class... Columns>
    Index &include(const Columns &...columns)
    {
        m_schema.included = {columns.name()...};
        return *this;
    }

    const IndexSchema &schema() const { return m_schema; }

private:
    IndexSchema m_schema;
};

/// What a declaration says of the table as a whole, in a static function of its own:
///
///     static TableDetails details(const PlayerFields<Column> &t)
///     {
///         return TableDetails().orderBy(t.level.desc(), t.name.asc());
///     }
class TableDetails
{
public:
    TableDetails &comment(const QString &text);
    /// How the list is shown; the key comes last by itself.
    template <class... Columns>
    TableDetails &orderBy(const Columns &...columns)
    {
        m_schema.defaultOrder = {columns...};
        return *this;
    }
    TableDetails &index(const QString &name, const QList<IndexColumn> &columns);
    TableDetails &index(const Index &index);
    /// Unique together; named as PostgreSQL does.
    template <class... Columns>
    TableDetails &unique(const Columns &...columns)
    {
        return addUnique({columns.name()...});
    }
    TableDetails &check(const QString &name, const QString &expression);
    TableDetails &check(const QString &name, const Condition &condition);
    /// A foreign key of several columns: `.references({t.a.name(), t.b.name()}, u"others"_s, …)`.
    TableDetails &references(const QStringList &columns, const QString &table,
                             const QStringList &otherColumns,
                             OnDelete onDelete = OnDelete::NoAction,
                             OnUpdate onUpdate = OnUpdate::NoAction);

    /// Adds it all to the table, whose name is known.
    void apply(TableSchema &table) const;

private:
    TableDetails &addUnique(const QStringList &columns);

    TableSchema m_schema;
    QList<std::function<void(TableSchema &)>> m_named;  ///< what takes its name from the table's
};

}  // namespace roster

#endif
