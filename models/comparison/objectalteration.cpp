// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/objectalteration.h"

#include "models/comparison/definitiontext.h"
#include "models/database/session.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

bool isPrefix(const QStringList &part, const QStringList &whole)
{
    return part.size() <= whole.size() && whole.first(part.size()) == part;
}

}  // namespace

ObjectAlteration::Way ObjectAlteration::way(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    switch (to.kind) {
    case ObjectKind::Enum:
        if (change.changes(Property::Labels)
            && (addedLabels(from, to).isEmpty() || areLabelsUsed(change)))
            return Way::Rebuild;
        return Way::InPlace;
    case ObjectKind::Domain:
        return change.changes(Property::Base) || change.changes(Property::Collation) ? Way::Rebuild
                                                                                     : Way::InPlace;
    case ObjectKind::RangeType:
    case ObjectKind::Collation:
        return change.changes(Property::Definition) ? Way::Rebuild : Way::InPlace;
    case ObjectKind::CompositeType:
        return change.changes(Property::Columns) && !isAlterable(change) ? Way::Rebuild
                                                                         : Way::InPlace;
    case ObjectKind::Table:
        return change.changes(Property::PartitionKey) ? Way::Recreate : Way::InPlace;
    case ObjectKind::Column:
        return change.changes(Property::Generated) && to.has(Property::Generated) ? Way::Recreate
                                                                                  : Way::InPlace;
    case ObjectKind::Function:
        return change.changes(Property::Type) || change.changes(Property::Columns)
                    || from.value(Property::Kind) != to.value(Property::Kind)
                 ? Way::Recreate
                 : Way::InPlace;
    case ObjectKind::View:
        return isViewReplaceable(from, to) ? Way::InPlace : Way::Recreate;
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        return change.changes(Property::Definition)
                    && from.value(Property::Definition)
                           != to.value(Property::Definition) + u" NOT VALID"_s
                 ? Way::Recreate
                 : Way::InPlace;
    case ObjectKind::Index:
        return change.changes(Property::Definition) || change.changes(Property::Valid)
                 ? Way::Recreate
                 : Way::InPlace;
    case ObjectKind::Extension:
    case ObjectKind::Rule:
    case ObjectKind::Default:
    case ObjectKind::SequenceOwner:
        return Way::InPlace;
    default:
        return change.changes(Property::Definition) ? Way::Recreate : Way::InPlace;
    }
}

bool ObjectAlteration::isBlocked(const SchemaChange &change) const
{
    if (way(change) != Way::InPlace)
        return true;
    return m_to.at(change.to).kind == ObjectKind::Column
        && (change.changes(Property::Type) || change.changes(Property::Collation)
            || change.changes(Property::Generated));
}

bool ObjectAlteration::isViewReplaceable(const SchemaObject &from, const SchemaObject &to) const
{
    const auto flat = [](const SchemaObject &view) {
        const QString columns = view.value(Property::Columns);
        const QStringList names = jsonStrings(columns, 0);
        const QStringList types = jsonStrings(columns, 1);
        const QStringList collations = jsonStrings(columns, 2);
        QStringList result;
        for (qsizetype i = 0; i < names.size(); ++i)
            result << names.at(i) + u' ' + types.at(i) + u' ' + collations.at(i);
        return result;
    };
    return isPrefix(flat(from), flat(to));
}

QStringList ObjectAlteration::ofDomain(const SchemaChange &change) const
{
    const SchemaObject &to = m_to.at(change.to);
    const QString alter = u"ALTER DOMAIN "_s + to.qualifiedName() + u' ';
    QStringList statements;
    for (const PropertyChange &one : change.properties) {
        if (one.property == Property::Default)
            statements << alter
                              + (one.to.isEmpty() ? u"DROP DEFAULT"_s : u"SET DEFAULT "_s + one.to);
        else if (one.property == Property::NotNull)
            statements << alter + (one.to.isEmpty() ? u"DROP"_s : u"SET"_s) + u" NOT NULL"_s;
        else if (one.property == Property::Comment)
            statements << m_sql.comment(to);
    }
    return statements;
}

/// New attributes come last, and none changes its type while a column holds such values.
bool ObjectAlteration::isAlterable(const SchemaChange &change) const
{
    const auto attributes = [&](const SchemaSnapshot &schema, int index, int place) {
        return jsonStrings(schema.at(index).value(Property::Columns), place);
    };
    const QStringList before = attributes(m_from, change.from, 0);
    const QStringList typesBefore = attributes(m_from, change.from, 1);
    const QStringList after = attributes(m_to, change.to, 0);
    const QStringList typesAfter = attributes(m_to, change.to, 1);
    QStringList reached = before;
    reached.removeIf([&after](const QString &name) { return !after.contains(name); });
    for (const QString &name : after) {
        if (!reached.contains(name))
            reached << name;
    }
    if (reached != after)
        return false;
    const bool changesType = std::any_of(before.cbegin(), before.cend(), [&](const QString &name) {
        const qsizetype place = after.indexOf(name);
        return place >= 0 && typesAfter.at(place) != typesBefore.at(before.indexOf(name));
    });
    const QList<int> dependants = m_from.dependants(change.from);
    return !changesType
        || std::none_of(dependants.cbegin(), dependants.cend(), [this](int dependant) {
               const ObjectKind kind = m_from.at(dependant).kind;
               return kind == ObjectKind::Column || kind == ObjectKind::Domain
                   || kind == ObjectKind::CompositeType;
           });
}

QStringList ObjectAlteration::ofComposite(const SchemaObject &from, const SchemaObject &to) const
{
    const QString alter = u"ALTER TYPE "_s + to.qualifiedName() + u' ';
    const QStringList before = jsonStrings(from.value(Property::Columns), 0);
    const QStringList typesBefore = jsonStrings(from.value(Property::Columns), 1);
    const QStringList after = jsonStrings(to.value(Property::Columns), 0);
    const QStringList typesAfter = jsonStrings(to.value(Property::Columns), 1);
    QStringList statements;
    for (const QString &attribute : before) {
        if (!after.contains(attribute))
            statements << alter + u"DROP ATTRIBUTE %1 CASCADE"_s.arg(attribute);
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        const qsizetype place = before.indexOf(after.at(i));
        if (place < 0) {
            statements << alter
                              + u"ADD ATTRIBUTE %1 %2 CASCADE"_s.arg(after.at(i), typesAfter.at(i));
        } else if (typesBefore.at(place) != typesAfter.at(i)) {
            statements << alter
                              + u"ALTER ATTRIBUTE %1 TYPE %2 CASCADE"_s.arg(after.at(i),
                                                                            typesAfter.at(i));
        }
    }
    return statements;
}

QStringList ObjectAlteration::addedLabels(const SchemaObject &from, const SchemaObject &to) const
{
    const QStringList before = jsonStrings(from.value(Property::Labels));
    const QStringList after = jsonStrings(to.value(Property::Labels));
    QStringList kept = after;
    kept.removeIf([&before](const QString &label) { return !before.contains(label); });
    if (kept != before)
        return {};
    QStringList statements;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (before.contains(after.at(i)))
            continue;
        QString place;
        if (i > 0)
            place = u" AFTER "_s + literal(after.at(i - 1));
        else if (!before.isEmpty())
            place = u" BEFORE "_s + literal(before.first());
        statements << u"ALTER TYPE %1 ADD VALUE %2%3"_s.arg(to.qualifiedName(),
                                                            literal(after.at(i)), place);
    }
    return statements;
}

/// A label that was added cannot be used before the transaction ends, so where something new
/// mentions one, the type is made anew.
bool ObjectAlteration::areLabelsUsed(const SchemaChange &change) const
{
    const QStringList before = jsonStrings(m_from.at(change.from).value(Property::Labels));
    QStringList added = jsonStrings(m_to.at(change.to).value(Property::Labels));
    added.removeIf([&before](const QString &label) { return before.contains(label); });
    // As a constant, or within one of an array or a row.
    QStringList spellings;
    for (QString &label : added)
        spellings << QRegularExpression::escape(label.replace(u"'"_s, u"''"_s));
    const QRegularExpression used(u"(?<=['{(,\"])(?:%1)(?=['}),\"])"_s.arg(spellings.join(u'|')));
    return std::ranges::any_of(m_to.objects(), [&used](const SchemaObject &object) {
        const QString definition =
            object.value(Property::Definition) + object.value(Property::Generated)
            + object.value(Property::Default) + object.value(Property::PartitionBound);
        return used.match(definition).hasMatch();
    });
}

/// Without making it anew: user mappings stay.
QStringList ObjectAlteration::ofForeignOptions(const SchemaObject &from,
                                               const SchemaObject &to) const
{
    const auto read = [](const SchemaObject &object, int place) {
        return jsonStrings(object.value(Property::Options), place);
    };
    const QStringList before = read(from, 0);
    const QStringList valuesBefore = read(from, 1);
    const QStringList after = read(to, 0);
    const QStringList valuesAfter = read(to, 1);
    QStringList changes;
    for (const QString &option : before) {
        if (!after.contains(option))
            changes << u"DROP "_s + option;
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        const qsizetype place = before.indexOf(after.at(i));
        if (place < 0 || valuesBefore.at(place) != valuesAfter.at(i)) {
            changes << (place < 0 ? u"ADD "_s : u"SET "_s) + after.at(i) + u' '
                           + literal(valuesAfter.at(i));
        }
    }
    return {u"ALTER %1 %2 OPTIONS (%3)"_s.arg(kindKey(to.kind).toUpper().replace(u'_', u' '),
                                              to.name, changes.join(u", "_s))};
}

QStringList ObjectAlteration::statements(const SchemaChange &change) const
{
    const SchemaObject &from = m_from.at(change.from);
    const SchemaObject &to = m_to.at(change.to);
    QStringList statements;
    switch (to.kind) {
    case ObjectKind::Table:
        return ofTable(change);
    case ObjectKind::Column:
        return ofColumn(change);
    case ObjectKind::Domain:
        return ofDomain(change);
    case ObjectKind::Default:
    case ObjectKind::SequenceOwner:
        return m_sql.create(change.to);
    case ObjectKind::Extension:
        return {};
    case ObjectKind::Enum:
        if (change.changes(Property::Labels))
            statements = addedLabels(from, to);
        break;
    case ObjectKind::CompositeType:
        if (change.changes(Property::Columns))
            statements = ofComposite(from, to);
        statements += ofColumnComments(change);
        break;
    case ObjectKind::Sequence:
        if (std::any_of(change.properties.cbegin(), change.properties.cend(),
                        [](const PropertyChange &one) {
                            return one.property != Property::Comment
                                && one.property != Property::Persistence;
                        })) {
            statements << alterSequence(
                to.qualifiedName(),
                u"AS %1 %2"_s.arg(to.value(Property::Type), m_sql.sequenceOptions(to)),
                m_sql.sequenceOptions(from));
        }
        if (change.changes(Property::Persistence)) {
            statements << u"ALTER SEQUENCE %1 SET %2"_s.arg(
                to.qualifiedName(), to.has(Property::Persistence) ? u"UNLOGGED"_s : u"LOGGED"_s);
        }
        break;
    case ObjectKind::Function: {
        QString definition = to.value(Property::Definition);
        if (change.changes(Property::Definition))
            statements << definition.trimmed();
        break;
    }
    case ObjectKind::Constraint:
    case ObjectKind::ForeignKey:
        if (change.changes(Property::Definition))
            statements << alterTable(to) + u"VALIDATE CONSTRAINT "_s + to.name;
        statements += ofIndexSettings(change);
        break;
    case ObjectKind::Index:
        statements = ofIndexSettings(change);
        break;
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
        statements = ofView(change);
        break;
    case ObjectKind::ForeignTable:
        statements = ofColumnComments(change);
        break;
    case ObjectKind::ForeignDataWrapper:
    case ObjectKind::Server:
        if (change.changes(Property::Options))
            statements = ofForeignOptions(from, to);
        break;
    case ObjectKind::Rule:
        if (change.changes(Property::Definition)) {
            QString definition = to.value(Property::Definition).trimmed();
            if (definition.endsWith(u';'))
                definition.chop(1);
            statements << definition.replace(0, 6, u"CREATE OR REPLACE"_s);
        }
        break;
    case ObjectKind::Statistics:
        if (change.changes(Property::StatisticsTarget)) {
            const QString target = to.value(Property::StatisticsTarget);
            statements << u"ALTER STATISTICS %1 SET STATISTICS %2"_s.arg(
                to.qualifiedName(), target.isEmpty() ? u"-1"_s : target);
        }
        break;
    default:
        break;
    }
    if (change.changes(Property::Enabled)
        || (to.kind == ObjectKind::Trigger && change.changes(Property::Options)))
        statements += m_sql.enabling(to);
    if (change.changes(Property::Comment))
        statements << m_sql.comment(to);
    return statements;
}

}  // namespace roster
