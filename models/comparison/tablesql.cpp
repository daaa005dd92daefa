// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/objectsql.h"

#include "models/comparison/definitiontext.h"
#include "models/comparison/renames.h"
#include "models/schema/objectname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

int ObjectSql::defaultOf(int column) const
{
    const SchemaObject &object = m_snapshot.at(column);
    return m_snapshot.indexOf(u"default "_s + object.qualifiedRelation() + u'.' + object.name);
}

int ObjectSql::serialSequence(int column) const
{
    const SchemaObject &object = m_snapshot.at(column);
    const int standard = defaultOf(column);
    if (standard < 0 || !object.is(Property::NotNull))
        return -1;
    const QString wanted = objectName(bareName(object.relation), bareName(object.name), u"seq"_s);
    const QString inQuotes = u"nextval('"_s;
    const QString expression = m_snapshot.at(standard).value(Property::Definition);
    if (!expression.startsWith(inQuotes) || !expression.endsWith("'::regclass)"_L1))
        return -1;
    const QString name = expression.mid(inQuotes.size(), expression.size() - inQuotes.size() - 12);
    const int sequence = m_snapshot.indexOf(u"sequence "_s + name);
    const SchemaObject *owner = m_snapshot.find(u"sequence_owner "_s + name);
    if (sequence < 0 || !owner
        || owner->value(Property::Column) != object.qualifiedRelation() + u'.' + object.name)
        return -1;
    const SchemaObject &serial = m_snapshot.at(sequence);
    static const QHash<QString, QString> highest{{u"smallint"_s, u"32767"_s},
                                                 {u"integer"_s, u"2147483647"_s},
                                                 {u"bigint"_s, u"9223372036854775807"_s}};
    const QString type = object.value(Property::Type);
    const bool isUsual = bareName(serial.name) == wanted && serial.schema == object.schema
                      && serial.value(Property::Type) == type && highest.contains(type)
                      && serial.value(Property::Maximum) == highest.value(type)
                      && serial.value(Property::Minimum) == "1"_L1
                      && serial.value(Property::Increment) == "1"_L1
                      && serial.value(Property::Start) == "1"_L1
                      && serial.value(Property::Cache) == "1"_L1 && !serial.is(Property::Cycle)
                      && !serial.has(Property::Comment) && !serial.has(Property::Persistence);
    return isUsual ? sequence : -1;
}

QString ObjectSql::columnDefinition(int index) const
{
    const SchemaObject &column = m_snapshot.at(index);
    const int sequence = serialSequence(index);
    if (sequence >= 0 && m_folded.contains(sequence)) {
        static const QHash<QString, QString> serial{{u"smallint"_s, u"smallserial"_s},
                                                    {u"integer"_s, u"serial"_s},
                                                    {u"bigint"_s, u"bigserial"_s}};
        return u"%1 %2 NOT NULL"_s.arg(column.name, serial.value(column.value(Property::Type)));
    }
    QString sql = column.name + u' ' + column.value(Property::Type);
    if (column.has(Property::Compression))
        sql += u" COMPRESSION "_s + column.value(Property::Compression);
    if (column.has(Property::Collation))
        sql += u" COLLATE "_s + column.value(Property::Collation);
    if (column.has(Property::Generated))
        sql += u" GENERATED ALWAYS AS (%1) STORED"_s.arg(spelled(column, Property::Generated));
    if (column.has(Property::Identity)) {
        sql += u" GENERATED %1 AS IDENTITY (%2)"_s.arg(column.value(Property::Identity),
                                                       column.value(Property::SequenceOptions));
    }
    const int standard = defaultOf(index);
    if (standard >= 0 && m_folded.contains(standard))
        sql += u" DEFAULT "_s + m_snapshot.at(standard).value(Property::Definition);
    if (column.is(Property::NotNull))
        sql += u" NOT NULL"_s;
    return sql;
}

QStringList ObjectSql::columnExtras(int index) const
{
    const SchemaObject &column = m_snapshot.at(index);
    const QString alter = alterTable(column) + u"ALTER COLUMN "_s + column.name + u' ';
    QStringList statements;
    if (column.has(Property::Storage))
        statements << alter + u"SET STORAGE "_s + column.value(Property::Storage);
    if (column.has(Property::StatisticsTarget))
        statements << alter + u"SET STATISTICS "_s + column.value(Property::StatisticsTarget);
    if (column.has(Property::Options))
        statements << alter + u"SET (%1)"_s.arg(column.value(Property::Options));
    if (column.has(Property::Comment))
        statements << comment(column);
    return statements;
}

QString ObjectSql::tableConstraint(const SchemaObject &constraint) const
{
    return u"CONSTRAINT %1 %2"_s.arg(constraint.name, spelled(constraint, Property::Definition));
}

/// An expression over the columns of a table as the server has to get it.
QString ObjectSql::spelled(const SchemaObject &part, Property property) const
{
    QString definition = part.value(property);
    if (part.parent < 0 || !definition.contains("(ARRAY["_L1))
        return definition;
    QStringList varchars;
    const QList<int> siblings = m_snapshot.parts(part.parent);
    for (const int sibling : siblings) {
        const SchemaObject &column = m_snapshot.at(sibling);
        if (column.kind == ObjectKind::Column
            && column.value(Property::Type).startsWith("character varying"_L1))
            varchars << column.name;
    }
    return respelled(definition, varchars);
}

QString ObjectSql::createTable(int index) const
{
    const SchemaObject &table = m_snapshot.at(index);
    QString sql =
        u"CREATE "_s
        + (table.has(Property::Persistence) ? table.value(Property::Persistence) + u' ' : QString())
        + u"TABLE "_s + table.qualifiedName();
    QStringList lines;
    for (const int part : m_snapshot.parts(index)) {
        const SchemaObject &object = m_snapshot.at(part);
        if (object.kind == ObjectKind::Column && !object.is(Property::Inherited)
            && !table.has(Property::OfType))
            lines << columnDefinition(part);
    }
    for (const int part : m_snapshot.parts(index)) {
        const SchemaObject &object = m_snapshot.at(part);
        // Of what a valid table is made of, NOT VALID is said later.
        if (object.kind == ObjectKind::Constraint && m_folded.contains(part))
            lines << tableConstraint(object);
    }
    const QString body =
        lines.isEmpty() ? QString() : u" (\n    "_s + lines.join(u",\n    "_s) + u"\n)"_s;
    if (table.has(Property::PartitionOf)) {
        sql += u" PARTITION OF "_s + table.value(Property::PartitionOf) + body + u' '
             + table.value(Property::PartitionBound);
    } else if (table.has(Property::OfType)) {
        sql += u" OF "_s + table.value(Property::OfType) + body;
    } else {
        sql += body.isEmpty() ? u" ()"_s : body;
        if (table.has(Property::Inherits))
            sql += u" INHERITS (%1)"_s.arg(table.value(Property::Inherits));
    }
    if (table.has(Property::PartitionKey))
        sql += u" PARTITION BY "_s + table.value(Property::PartitionKey);
    if (table.has(Property::AccessMethod))
        sql += u" USING "_s + table.value(Property::AccessMethod);
    if (table.has(Property::Options))
        sql += u" WITH (%1)"_s.arg(table.value(Property::Options));
    return sql;
}

QStringList ObjectSql::tableExtras(const SchemaObject &table) const
{
    const QString alter = u"ALTER TABLE "_s + table.qualifiedName() + u' ';
    QStringList statements;
    if (table.is(Property::RowSecurity))
        statements << alter + u"ENABLE ROW LEVEL SECURITY"_s;
    if (table.is(Property::ForcedRowSecurity))
        statements << alter + u"FORCE ROW LEVEL SECURITY"_s;
    if (table.has(Property::ReplicaIdentity))
        statements << alter + u"REPLICA IDENTITY "_s + table.value(Property::ReplicaIdentity);
    return statements;
}

QStringList ObjectSql::indexExtras(const SchemaObject &index) const
{
    QStringList statements;
    if (index.is(Property::Clustered))
        statements << alterTable(index) + u"CLUSTER ON "_s + index.name;
    if (index.has(Property::ReplicaIdentity))
        statements << alterTable(index) + u"REPLICA IDENTITY USING INDEX "_s + index.name;
    const QString full = index.schema + u'.' + index.name;
    if (index.kind == ObjectKind::Constraint && index.has(Property::Options))
        statements << u"ALTER INDEX %1 SET (%2)"_s.arg(full, index.value(Property::Options));
    const QStringList targets =
        index.value(Property::StatisticsTarget).split(u", "_s, Qt::SkipEmptyParts);
    for (const QString &target : targets) {
        statements << u"ALTER INDEX %1 ALTER COLUMN %2 SET STATISTICS %3"_s.arg(
            full, target.section(u'=', 0, 0), target.section(u'=', 1));
    }
    return statements;
}

QStringList ObjectSql::attach(const SchemaObject &table) const
{
    QStringList statements;
    if (table.has(Property::PartitionOf)) {
        statements << u"ALTER TABLE %1 ATTACH PARTITION %2 %3"_s.arg(
            table.value(Property::PartitionOf), table.qualifiedName(),
            table.value(Property::PartitionBound));
    }
    const QStringList parents = table.value(Property::Inherits).split(u", "_s, Qt::SkipEmptyParts);
    for (const QString &parent : parents)
        statements << u"ALTER TABLE %1 INHERIT %2"_s.arg(table.qualifiedName(), parent);
    return statements;
}

QStringList ObjectSql::detach(const SchemaObject &table) const
{
    QStringList statements;
    if (table.has(Property::PartitionOf)) {
        statements << u"ALTER TABLE %1 DETACH PARTITION %2"_s.arg(
            table.value(Property::PartitionOf), table.qualifiedName());
    }
    const QStringList parents = table.value(Property::Inherits).split(u", "_s, Qt::SkipEmptyParts);
    for (const QString &parent : parents)
        statements << u"ALTER TABLE %1 NO INHERIT %2"_s.arg(table.qualifiedName(), parent);
    return statements;
}

}  // namespace roster
