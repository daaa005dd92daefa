// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/sqlstatement.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString columnList(const TableSchema &table)
{
    QStringList names;
    for (const ColumnSchema &column : table.columns)
        names << quoted(column.name);
    return names.join(u", "_s);
}

QString orderText(const IndexColumn &order)
{
    QString text = order.column.isEmpty() ? order.expression : quoted(order.column);
    if (order.descending)
        text += u" DESC"_s;
    if (order.nullsFirst != order.descending)
        text += order.nullsFirst ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
    return text;
}

/// FROM … WHERE …
QString sourceText(const TableSchema &table, const SelectParts &parts, QList<SqlValue> &values)
{
    QString sql = u" FROM "_s + quoted(table.name.schema, table.name.name);
    if (!parts.where.isEmpty())
        sql += u" WHERE "_s + parts.where.render(values);
    return sql;
}

QString limitText(const SelectParts &parts, QList<SqlValue> &values)
{
    if (parts.limit < 0)
        return {};
    values.append(QByteArray::number(parts.limit));
    return u" LIMIT $"_s + QString::number(values.size());
}

}  // namespace

SqlStatement selectStatement(const TableSchema &table, const SelectParts &parts)
{
    SqlStatement statement;
    statement.sql = u"SELECT "_s + columnList(table) + sourceText(table, parts, statement.values);
    QStringList orders;
    for (const IndexColumn &order : parts.order)
        orders << orderText(order);
    if (!orders.isEmpty())
        statement.sql += u" ORDER BY "_s + orders.join(u", "_s);
    statement.sql += limitText(parts, statement.values);
    return statement;
}

SqlStatement countStatement(const TableSchema &table, const SelectParts &parts)
{
    SqlStatement statement;
    const QString source = sourceText(table, parts, statement.values);
    const QString limit = limitText(parts, statement.values);
    statement.sql = limit.isEmpty()
                      ? u"SELECT count(*)"_s + source
                      : u"SELECT count(*) FROM (SELECT"_s + source + limit + u") AS limited"_s;
    return statement;
}

SqlStatement insertStatement(const TableSchema &table, const QList<std::optional<SqlValue>> &values)
{
    SqlStatement statement;
    QStringList names;
    QStringList places;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values.at(i))
            continue;
        statement.values.append(*values.at(i));
        names << quoted(table.columns.at(i).name);
        places << u'$' + QString::number(statement.values.size());
    }
    statement.sql = u"INSERT INTO "_s + quoted(table.name.schema, table.name.name);
    statement.sql += names.isEmpty() ? u" DEFAULT VALUES"_s
                                     : u" ("_s + names.join(u", "_s) + u") VALUES ("_s
                                           + places.join(u", "_s) + u')';
    statement.sql += u" RETURNING "_s + columnList(table);
    return statement;
}

}  // namespace roster
