// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/ddl.h"

#include "models/database/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString quotedList(const QStringList &names)
{
    QStringList list;
    for (const QString &name : names)
        list << quoted(name);
    return u'(' + list.join(u", "_s) + u')';
}

QString fullName(const TableSchema &table)
{
    return quoted(table.name.schema, table.name.name);
}

/// The type as CREATE TABLE takes it: SERIAL for what the server numbers through a sequence.
QString typeText(const TableSchema &table, const ColumnSchema &column)
{
    if (column.autoIncrement && column.identity.isEmpty()) {
        return column.type == u"bigint"   ? u"BIGSERIAL"_s
             : column.type == u"smallint" ? u"SMALLSERIAL"_s
                                          : u"SERIAL"_s;
    }
    if (column.kind == TypeKind::Enum && !column.type.contains(u'.'))
        return quoted(table.name.schema, column.enumType);
    return column.type;
}

QString columnText(const TableSchema &table, const ColumnSchema &column)
{
    QString text = quoted(column.name) + u' ' + typeText(table, column);
    if (!column.collation.isEmpty())
        text += u" COLLATE "_s + quoted(column.collation);
    if (!column.identity.isEmpty())
        text += u" GENERATED %1 AS IDENTITY"_s.arg(column.identity);
    else if (!column.generated.isEmpty())
        text += u" GENERATED ALWAYS AS (%1) STORED"_s.arg(column.generated);
    else if (!column.serverDefault.isEmpty() && !column.autoIncrement)
        text += u" DEFAULT "_s + column.serverDefault;
    return column.nullable ? text : text + u" NOT NULL"_s;
}

QString foreignKeyText(const ForeignKeySchema &key)
{
    QString text = u"CONSTRAINT %1 FOREIGN KEY %2 REFERENCES %3 %4"_s.arg(
        quoted(key.name), quotedList(key.columns), quoted(key.otherSchema, key.otherTable),
        quotedList(key.otherColumns));
    if (!key.onDelete.isEmpty())
        text += u" ON DELETE "_s + key.onDelete;
    if (!key.onUpdate.isEmpty())
        text += u" ON UPDATE "_s + key.onUpdate;
    return key.deferrable ? text + u" DEFERRABLE"_s : text;
}

QString indexPartText(const IndexColumn &part)
{
    QString text = part.column.isEmpty() ? u'(' + part.expression + u')' : quoted(part.column);
    if (!part.operatorClass.isEmpty())
        text += u' ' + part.operatorClass;
    if (part.descending)
        text += u" DESC"_s;
    if (part.nullsFirst != part.descending)
        text += part.nullsFirst ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
    return text;
}

/// A live table lists the indexes of its constraints, which come with those.
bool isOfConstraint(const TableSchema &table, const IndexSchema &index)
{
    return index.name == table.primaryKeyName
        || std::any_of(table.uniques.begin(), table.uniques.end(),
                       [&index](const UniqueSchema &unique) { return unique.name == index.name; });
}

}  // namespace

QList<TypeStatement> createTypeStatements(const TableSchema &table)
{
    QList<TypeStatement> statements;
    for (const ColumnSchema &column : table.columns) {
        if (column.enumLabels.isEmpty())
            continue;
        QStringList labels;
        for (const QString &label : column.enumLabels)
            labels << literal(label);
        const TableName type{table.name.schema, column.enumType};
        const bool known =
            std::any_of(statements.begin(), statements.end(),
                        [&type](const TypeStatement &other) { return other.type == type; });
        if (!known) {
            statements.append({type, u"CREATE TYPE %1 AS ENUM (%2)"_s.arg(
                                         quoted(type.schema, type.name), labels.join(u", "_s))});
        }
    }
    return statements;
}

QString createTableStatement(const TableSchema &table)
{
    QStringList parts;
    for (const ColumnSchema &column : table.columns)
        parts << columnText(table, column);
    if (!table.primaryKey.isEmpty()) {
        parts << u"CONSTRAINT %1 PRIMARY KEY %2"_s.arg(quoted(table.primaryKeyName),
                                                       quotedList(table.primaryKey));
    }
    for (const UniqueSchema &unique : table.uniques)
        parts << u"CONSTRAINT %1 UNIQUE %2"_s.arg(quoted(unique.name), quotedList(unique.columns));
    for (const CheckSchema &check : table.checks)
        parts << u"CONSTRAINT "_s + quoted(check.name) + u" CHECK ("_s + check.expression + u')';
    for (const ForeignKeySchema &key : table.foreignKeys)
        parts << foreignKeyText(key);
    const QString body =
        parts.isEmpty() ? QString() : u"\n    "_s + parts.join(u",\n    "_s) + u'\n';
    return u"CREATE TABLE "_s + fullName(table) + u" ("_s + body + u')';
}

QString createIndexStatement(const TableSchema &table, const IndexSchema &index)
{
    QStringList parts;
    for (const IndexColumn &part : index.columns)
        parts << indexPartText(part);
    QString text = index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s;
    text += quoted(index.name) + u" ON "_s + fullName(table);
    if (index.method != u"btree")
        text += u" USING "_s + index.method;
    text += u" ("_s + parts.join(u", "_s) + u')';
    if (!index.included.isEmpty())
        text += u" INCLUDE "_s + quotedList(index.included);
    return index.predicate.isEmpty() ? text : text + u" WHERE "_s + index.predicate;
}

QString addForeignKeyStatement(const TableSchema &table, const ForeignKeySchema &key)
{
    return u"ALTER TABLE "_s + fullName(table) + u" ADD "_s + foreignKeyText(key);
}

QStringList commentStatements(const TableSchema &table)
{
    QStringList statements;
    if (!table.comment.isEmpty())
        statements << u"COMMENT ON TABLE "_s + fullName(table) + u" IS "_s + literal(table.comment);
    for (const ColumnSchema &column : table.columns) {
        if (!column.comment.isEmpty()) {
            statements << u"COMMENT ON COLUMN "_s + fullName(table) + u'.' + quoted(column.name)
                              + u" IS "_s + literal(column.comment);
        }
    }
    return statements;
}

QStringList createStatements(const TableSchema &table)
{
    QStringList statements;
    for (const TypeStatement &type : createTypeStatements(table))
        statements << type.sql;
    statements << createTableStatement(table);
    for (const IndexSchema &index : table.indexes) {
        if (!isOfConstraint(table, index))
            statements << createIndexStatement(table, index);
    }
    return statements + commentStatements(table);
}

}  // namespace roster
