// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/tabledetails.h"

#include "models/schema/objectname.h"

using namespace Qt::StringLiterals;

namespace roster {

IndexColumn expression(const QString &sql, bool descending)
{
    return {.expression = sql, .descending = descending, .nullsFirst = descending};
}

IndexColumn nullsFirst(IndexColumn column)
{
    column.nullsFirst = true;
    return column;
}

IndexColumn nullsLast(IndexColumn column)
{
    column.nullsFirst = false;
    return column;
}

IndexColumn withClass(IndexColumn column, const QString &operatorClass)
{
    column.operatorClass = operatorClass;
    return column;
}

Index::Index(const QString &name, const QList<IndexColumn> &columns)
{
    m_schema.name = name;
    m_schema.columns = columns;
    m_schema.method = u"btree"_s;
}

Index &Index::unique()
{
    m_schema.unique = true;
    return *this;
}

Index &Index::method(const QString &method)
{
    m_schema.method = method;
    return *this;
}

Index &Index::where(const Condition &condition)
{
    return where(condition.toText());
}

Index &Index::where(const QString &sql)
{
    m_schema.predicate = sql;
    return *this;
}

TableDetails &TableDetails::comment(const QString &text)
{
    m_schema.comment = text;
    return *this;
}

TableDetails &TableDetails::index(const QString &name, const QList<IndexColumn> &columns)
{
    return index(Index(name, columns));
}

TableDetails &TableDetails::index(const Index &index)
{
    m_schema.indexes.append(index.schema());
    return *this;
}

TableDetails &TableDetails::addUnique(const QStringList &columns)
{
    m_named.append([columns](TableSchema &table) {
        table.uniques.append({objectName(table.name.name, columns.join(u'_'), u"key"_s), columns});
    });
    return *this;
}

TableDetails &TableDetails::check(const QString &name, const QString &expression)
{
    m_schema.checks.append({name, expression});
    return *this;
}

TableDetails &TableDetails::check(const QString &name, const Condition &condition)
{
    return check(name, condition.toText());
}

TableDetails &TableDetails::references(const QStringList &columns, const QString &table,
                                       const QStringList &otherColumns, OnDelete onDelete,
                                       OnUpdate onUpdate)
{
    m_named.append([=](TableSchema &schema) {
        addForeignKey(schema, columns, table, otherColumns, onDelete, onUpdate);
    });
    return *this;
}

void TableDetails::apply(TableSchema &table) const
{
    table.comment = m_schema.comment;
    table.defaultOrder = m_schema.defaultOrder;
    table.indexes += m_schema.indexes;
    table.checks += m_schema.checks;
    for (const auto &add : m_named)
        add(table);
}

}  // namespace roster
