// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/objectsql.h"

#include "models/comparison/definitiontext.h"
#include "models/comparison/renames.h"
#include "models/database/session.h"
#include "models/schema/objectname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What stands between COMMENT ON and IS.
QString commentTarget(const SchemaObject &object)
{
    switch (object.kind) {
    case ObjectKind::Enum:
    case ObjectKind::CompositeType:
    case ObjectKind::RangeType:
        return u"TYPE "_s + object.qualifiedName();
    case ObjectKind::Column:
        return u"COLUMN "_s + object.qualifiedRelation() + u'.' + object.name;
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        return u"CONSTRAINT %1 ON %2"_s.arg(object.name, object.qualifiedRelation());
    case ObjectKind::DomainCheck:
        return u"CONSTRAINT %1 ON DOMAIN %2"_s.arg(object.name, object.qualifiedRelation());
    case ObjectKind::Rule:
        return u"RULE %1 ON %2"_s.arg(object.name, object.qualifiedRelation());
    case ObjectKind::Trigger:
        return u"TRIGGER %1 ON %2"_s.arg(object.name, object.qualifiedRelation());
    case ObjectKind::Policy:
        return u"POLICY %1 ON %2"_s.arg(object.name, object.qualifiedRelation());
    case ObjectKind::Function:
        return (object.value(Property::Kind) == "p"_L1 ? u"PROCEDURE "_s : u"FUNCTION "_s)
             + object.qualifiedName();
    default:
        return kindKey(object.kind).toUpper().replace(u'_', u' ') + u' ' + object.qualifiedName();
    }
}

}  // namespace

QString alterTable(const SchemaObject &part)
{
    return u"ALTER TABLE "_s + part.qualifiedRelation() + u' ';
}

QStringList jsonStrings(const QString &json, int place)
{
    QStringList strings;
    for (const auto &value : QJsonDocument::fromJson(json.toUtf8()).array())
        strings << (place < 0 ? value.toString() : value.toArray().at(place).toString());
    return strings;
}

QString ObjectSql::comment(const SchemaObject &object) const
{
    const QString comment = object.value(Property::Comment);
    return u"COMMENT ON %1 IS %2"_s.arg(commentTarget(object),
                                        comment.isEmpty() ? u"NULL"_s : literal(comment));
}

bool isPartOfDomain(const SchemaObject &object)
{
    return object.kind == ObjectKind::DomainCheck
        && !object.value(Property::Definition).endsWith(" NOT VALID"_L1);
}

QString ObjectSql::drop(int index) const
{
    const SchemaObject &object = m_snapshot.at(index);
    switch (object.kind) {
    case ObjectKind::Column:
        return alterTable(object) + u"DROP COLUMN "_s + object.name;
    case ObjectKind::Default:
        return u"ALTER TABLE ONLY %1 ALTER COLUMN %2 DROP DEFAULT"_s.arg(object.qualifiedRelation(),
                                                                         object.name);
    case ObjectKind::SequenceOwner:
        return u"ALTER SEQUENCE %1 OWNED BY NONE"_s.arg(object.qualifiedName());
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        return alterTable(object) + u"DROP CONSTRAINT "_s + object.name;
    case ObjectKind::DomainCheck:
        return u"ALTER DOMAIN %1 DROP CONSTRAINT %2"_s.arg(object.qualifiedRelation(), object.name);
    case ObjectKind::Server:
        // Its user mappings hold passwords and are not read; its tables are gone by then.
        return u"DROP "_s + commentTarget(object) + u" CASCADE"_s;
    default:
        return u"DROP "_s + commentTarget(object);
    }
}

QString ObjectSql::sequenceOptions(const SchemaObject &sequence) const
{
    return u"INCREMENT BY %1 MINVALUE %2 MAXVALUE %3 START WITH %4 CACHE %5 %6CYCLE"_s.arg(
        sequence.value(Property::Increment), sequence.value(Property::Minimum),
        sequence.value(Property::Maximum), sequence.value(Property::Start),
        sequence.value(Property::Cache), sequence.is(Property::Cycle) ? u""_s : u"NO "_s);
}

QString ObjectSql::createType(const SchemaObject &type) const
{
    switch (type.kind) {
    case ObjectKind::Enum: {
        QStringList labels = jsonStrings(type.value(Property::Labels));
        for (QString &label : labels)
            label = literal(label);
        return u"CREATE TYPE %1 AS ENUM (%2)"_s.arg(type.qualifiedName(), labels.join(u", "_s));
    }
    case ObjectKind::CompositeType: {
        const QStringList names = jsonStrings(type.value(Property::Columns), 0);
        QStringList attributes = jsonStrings(type.value(Property::Columns), 1);
        for (qsizetype i = 0; i < names.size(); ++i)
            attributes[i].prepend(names.at(i) + u' ');
        return u"CREATE TYPE %1 AS (%2)"_s.arg(type.qualifiedName(), attributes.join(u", "_s));
    }
    default:
        return u"CREATE TYPE %1 AS RANGE %2"_s.arg(type.qualifiedName(),
                                                   type.value(Property::Definition));
    }
}

QStringList ObjectSql::enabling(const SchemaObject &object) const
{
    const auto how = [](const QString &state) {
        return state == "D"_L1 ? u"DISABLE"_s
             : state == "R"_L1 ? u"ENABLE REPLICA"_s
             : state == "A"_L1 ? u"ENABLE ALWAYS"_s
                               : u"ENABLE"_s;
    };
    const QString state = object.value(Property::Enabled);
    if (object.kind == ObjectKind::EventTrigger)
        return {u"ALTER EVENT TRIGGER %1 %2"_s.arg(object.name, how(state))};
    QStringList statements{alterTable(object) + how(state)
                           + (object.kind == ObjectKind::Rule ? u" RULE "_s : u" TRIGGER "_s)
                           + object.name};
    const QStringList partitions = jsonStrings(object.value(Property::Options), 0);
    const QStringList states = jsonStrings(object.value(Property::Options), 1);
    for (qsizetype i = 0; i < partitions.size(); ++i) {
        statements << u"ALTER TABLE ONLY %1 %2 TRIGGER %3"_s.arg(partitions.at(i),
                                                                 how(states.at(i)), object.name);
    }
    return statements;
}

QString ObjectSql::createView(const SchemaObject &view) const
{
    QString definition = view.value(Property::Definition).trimmed();
    if (definition.endsWith(u';'))
        definition.chop(1);
    const bool isMaterialized = view.kind == ObjectKind::MaterializedView;
    const QString options = view.has(Property::Options)
                              ? u" WITH (%1)"_s.arg(view.value(Property::Options))
                              : QString();
    const QString method = view.has(Property::AccessMethod)
                             ? u" USING "_s + view.value(Property::AccessMethod)
                             : QString();
    return u"CREATE %1VIEW %2%3 AS\n%4%5"_s.arg(
        isMaterialized ? u"MATERIALIZED "_s : QString(), view.qualifiedName(), method + options,
        definition,
        isMaterialized && !view.has(Property::Populated) ? u"\nWITH NO DATA"_s : QString());
}

QStringList ObjectSql::viewExtras(const SchemaObject &view) const
{
    QStringList statements;
    const QJsonObject comments =
        QJsonDocument::fromJson(view.value(Property::ColumnComments).toUtf8()).object();
    for (auto it = comments.begin(); it != comments.end(); ++it) {
        statements << u"COMMENT ON COLUMN %1.%2 IS %3"_s.arg(view.qualifiedName(), it.key(),
                                                             literal(it.value().toString()));
    }
    const QJsonObject settings =
        QJsonDocument::fromJson(view.value(Property::ColumnSettings).toUtf8()).object();
    for (auto column = settings.begin(); column != settings.end(); ++column) {
        for (const auto &setting : column->toArray()) {
            statements << u"ALTER MATERIALIZED VIEW %1 ALTER COLUMN %2 %3"_s.arg(
                view.qualifiedName(), column.key(), setting[0].toString());
        }
    }
    return statements;
}

/// What reads `CREATE KIND name definition`, nearly.
QStringList ObjectSql::createFurther(const SchemaObject &object) const
{
    const QString create = u"CREATE "_s + kindKey(object.kind).toUpper().replace(u'_', u' ') + u' ';
    const QString definition = object.value(Property::Definition);
    QString name = object.qualifiedName();
    QStringList statements;
    if (object.kind == ObjectKind::Operator)
        name = name.section(u" ("_s, 0, 0);
    if (object.kind == ObjectKind::TextSearchConfiguration) {
        const QStringList lines = definition.split(u'\n');
        statements << create + name + u' ' + lines.first();
        for (const QString &mapping : lines.mid(1))
            statements << u"ALTER TEXT SEARCH CONFIGURATION %1 ADD MAPPING %2"_s.arg(name, mapping);
        return statements;
    }
    QString sql = create + name;
    if (!definition.isEmpty())
        sql += u' ' + definition;
    const QStringList options = jsonStrings(object.value(Property::Options), 0);
    const QStringList values = jsonStrings(object.value(Property::Options), 1);
    QStringList spelledOptions;
    for (qsizetype i = 0; i < options.size(); ++i)
        spelledOptions << options.at(i) + u' ' + literal(values.at(i));
    if (!spelledOptions.isEmpty())
        sql += u" OPTIONS (%1)"_s.arg(spelledOptions.join(u", "_s));
    statements << sql;
    if (object.kind == ObjectKind::ForeignTable)
        statements += viewExtras(object);
    return statements;
}

QStringList ObjectSql::create(int index) const
{
    const SchemaObject &object = m_snapshot.at(index);
    QStringList statements;
    switch (object.kind) {
    case ObjectKind::Schema:
        statements << u"CREATE SCHEMA "_s + object.name;
        break;
    case ObjectKind::Extension:
        return {u"CREATE EXTENSION IF NOT EXISTS %1 SCHEMA %2"_s.arg(object.name,
                                                                     object.value(Property::Kind))};
    case ObjectKind::Collation:
        statements << u"CREATE COLLATION %1 %2"_s.arg(object.qualifiedName(),
                                                      object.value(Property::Definition));
        break;
    case ObjectKind::Enum:
    case ObjectKind::CompositeType:
    case ObjectKind::RangeType:
        statements << createType(object);
        statements += viewExtras(object);
        break;
    case ObjectKind::Domain: {
        QString sql =
            u"CREATE DOMAIN %1 AS %2"_s.arg(object.qualifiedName(), object.value(Property::Base));
        if (object.has(Property::Collation))
            sql += u" COLLATE "_s + object.value(Property::Collation);
        if (object.has(Property::Default))
            sql += u" DEFAULT "_s + object.value(Property::Default);
        if (object.is(Property::NotNull))
            sql += u" NOT NULL"_s;
        QStringList comments;
        for (const int part : m_snapshot.parts(index)) {
            const SchemaObject &check = m_snapshot.at(part);
            if (!isPartOfDomain(check) || !m_folded.contains(part))
                continue;
            sql += u" CONSTRAINT %1 %2"_s.arg(check.name, check.value(Property::Definition));
            if (check.has(Property::Comment))
                comments << comment(check);
        }
        statements << sql;
        statements += comments;
        break;
    }
    case ObjectKind::DomainCheck:
        statements << u"ALTER DOMAIN %1 ADD CONSTRAINT %2 %3"_s.arg(
            object.qualifiedRelation(), object.name, object.value(Property::Definition));
        break;
    case ObjectKind::Sequence:
        statements << u"CREATE %1SEQUENCE %2 AS %3 %4"_s.arg(
            object.has(Property::Persistence) ? object.value(Property::Persistence) + u' '
                                              : QString(),
            object.qualifiedName(), object.value(Property::Type), sequenceOptions(object));
        break;
    case ObjectKind::SequenceOwner:
        return {u"ALTER SEQUENCE %1 OWNED BY %2"_s.arg(object.qualifiedName(),
                                                       object.value(Property::Column))};
    case ObjectKind::Table:
        statements << createTable(index);
        statements += tableExtras(object);
        for (const int part : m_snapshot.parts(index)) {
            const SchemaObject &folded = m_snapshot.at(part);
            if (folded.kind == ObjectKind::Column)
                statements += columnExtras(part);
            if (folded.kind != ObjectKind::Constraint || !m_folded.contains(part))
                continue;
            statements += indexExtras(folded);
            if (folded.has(Property::Comment))
                statements << comment(folded);
        }
        break;
    case ObjectKind::Column:
        return QStringList{alterTable(object) + u"ADD COLUMN "_s + columnDefinition(index)}
             + columnExtras(index);
    case ObjectKind::Default:
        return {u"ALTER TABLE ONLY %1 ALTER COLUMN %2 SET DEFAULT %3"_s.arg(
            object.qualifiedRelation(), object.name, object.value(Property::Definition))};
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        statements << alterTable(object) + u"ADD "_s + tableConstraint(object);
        statements += indexExtras(object);
        break;
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
        statements << createView(object);
        statements += viewExtras(object);
        break;
    case ObjectKind::Policy:
        statements << u"CREATE POLICY %1 ON %2 %3"_s.arg(object.name, object.qualifiedRelation(),
                                                         spelled(object, Property::Definition));
        break;
    case ObjectKind::ForeignDataWrapper:
    case ObjectKind::Server:
    case ObjectKind::TextSearchDictionary:
    case ObjectKind::TextSearchConfiguration:
    case ObjectKind::Aggregate:
    case ObjectKind::Operator:
    case ObjectKind::Cast:
    case ObjectKind::ForeignTable:
    case ObjectKind::Publication:
    case ObjectKind::EventTrigger:
        statements += createFurther(object);
        break;
    case ObjectKind::Function:
    case ObjectKind::Index:
    case ObjectKind::Statistics:
    case ObjectKind::Rule:
    case ObjectKind::Trigger: {
        QString definition = spelled(object, Property::Definition).trimmed();
        if (definition.endsWith(u';'))
            definition.chop(1);
        statements << definition;
        break;
    }
    }
    if (object.kind == ObjectKind::Index)
        statements += indexExtras(object);
    if (object.kind == ObjectKind::Statistics && object.has(Property::StatisticsTarget)) {
        statements << u"ALTER STATISTICS %1 SET STATISTICS %2"_s.arg(
            object.qualifiedName(), object.value(Property::StatisticsTarget));
    }
    if (object.has(Property::Enabled)
        || (object.kind == ObjectKind::Trigger && object.has(Property::Options)))
        statements += enabling(object);
    if (object.has(Property::Comment))
        statements << comment(object);
    return statements;
}

}  // namespace roster
