// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/schemadiff.h"

#include "models/comparison/definitiontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr qsizetype longestShown = 120;

class SchemaDiff
{
    Q_DECLARE_TR_FUNCTIONS(SchemaDiff)
};

QList<PropertyChange> differences(const SchemaSnapshot &fromSchema, const SchemaObject &from,
                                  const SchemaSnapshot &toSchema, const SchemaObject &to)
{
    QList<PropertyChange> changes;
    const bool inherits = to.kind == ObjectKind::Column && to.is(Property::Inherited);
    const int parent = inherits ? inheritedFrom(toSchema, to) : -1;
    const SchemaObject *before =
        parent >= 0 ? fromSchema.find(toSchema.at(parent).identity()) : nullptr;
    const auto compare = [&](Property property, const QString &old, const QString &now) {
        if (!isCompared(property) || isSameDefinition(old, now))
            return;
        // What the parent's change brings along is not said again.
        if (before && isSameDefinition(before->value(property), old)
            && isSameDefinition(toSchema.at(parent).value(property), now))
            return;
        changes.append({.property = property, .from = old, .to = now});
    };
    for (const auto &[property, old] : from.properties)
        compare(property, old, to.value(property));
    for (const auto &[property, now] : to.properties) {
        if (!from.has(property))
            compare(property, {}, now);
    }
    std::sort(changes.begin(), changes.end(), [](const PropertyChange &a, const PropertyChange &b) {
        return a.property < b.property;
    });
    return changes;
}

/// An object that is only on one side and worth a line of its own.
bool isListed(const SchemaSnapshot &here, int index, const SchemaSnapshot &there)
{
    const SchemaObject &object = here.at(index);
    if (object.is(Property::Inherited) && inheritedFrom(here, object) >= 0) {
        const bool comes = object.kind == ObjectKind::Column;
        const int parent = inheritedFrom(here, object);
        if (comes
            || here.at(parent).value(Property::Definition) == object.value(Property::Definition))
            return false;
    }
    const int whole = owningTable(here, index);
    if (whole >= 0 && there.indexOf(here.at(whole).identity()) < 0)
        return false;
    if (object.kind == ObjectKind::Default) {
        // A new column's default goes with it.
        const QString column = u"column "_s + object.qualifiedRelation() + u'.' + object.name;
        return here.indexOf(column) < 0 || there.indexOf(column) >= 0;
    }
    return true;
}

QString shown(const QString &value)
{
    const QString line = value.simplified();
    if (line.isEmpty())
        return SchemaDiff::tr("none");
    return line.size() > longestShown ? line.left(longestShown) + u'…' : line;
}

QString shownName(const SchemaObject &object)
{
    const QString name = kindTerm(object.kind) + u' ';
    return object.parent >= 0 && object.relation != object.name
                && object.qualifiedName() == object.name
             ? name + object.qualifiedRelation() + u'.' + object.name
             : name + object.qualifiedName();
}

}  // namespace

bool SchemaChange::changes(Property property) const
{
    return std::any_of(properties.cbegin(), properties.cend(),
                       [property](const PropertyChange &one) { return one.property == property; });
}

int owningTable(const SchemaSnapshot &snapshot, int index)
{
    const SchemaObject &object = snapshot.at(index);
    if (object.parent >= 0)
        return object.parent;
    if (object.kind == ObjectKind::SequenceOwner || object.kind == ObjectKind::Sequence) {
        const SchemaObject *owner = snapshot.find(u"sequence_owner "_s + object.qualifiedName());
        const int column =
            owner ? snapshot.indexOf(u"column "_s + owner->value(Property::Column)) : -1;
        return column >= 0 ? snapshot.at(column).parent : -1;
    }
    return -1;
}

int inheritedFrom(const SchemaSnapshot &snapshot, const SchemaObject &part)
{
    if (part.parent < 0)
        return -1;
    const SchemaObject &table = snapshot.at(part.parent);
    QStringList parents = table.value(Property::Inherits).split(u", "_s, Qt::SkipEmptyParts);
    if (table.has(Property::PartitionOf))
        parents << table.value(Property::PartitionOf);
    for (const QString &parent : std::as_const(parents)) {
        const int index = snapshot.indexOf(kindKey(part.kind) + u' ' + parent + u'.' + part.name);
        if (index >= 0)
            return index;
    }
    return -1;
}

QList<SchemaChange> compareSchemas(const SchemaSnapshot &from, const SchemaSnapshot &to)
{
    QList<SchemaChange> changes;
    for (int i = 0; i < from.objects().size(); ++i) {
        const SchemaObject &object = from.at(i);
        const int other = to.indexOf(object.identity());
        if (other < 0) {
            if (isListed(from, i, to))
                changes.append({.type = SchemaChange::Type::Removed, .from = i, .properties = {}});
            continue;
        }
        auto properties = differences(from, object, to, to.at(other));
        if (!properties.isEmpty()) {
            changes.append({.type = SchemaChange::Type::Changed,
                            .from = i,
                            .to = other,
                            .properties = std::move(properties)});
        }
    }
    for (int i = 0; i < to.objects().size(); ++i) {
        if (from.indexOf(to.at(i).identity()) < 0 && isListed(to, i, from))
            changes.append({.type = SchemaChange::Type::Added, .to = i, .properties = {}});
    }
    return changes;
}

QString changeText(const SchemaSnapshot &from, const SchemaSnapshot &to, const SchemaChange &change)
{
    switch (change.type) {
    case SchemaChange::Type::Added:
        return SchemaDiff::tr("added %1").arg(shownName(to.at(change.to)));
    case SchemaChange::Type::Removed:
        return SchemaDiff::tr("removed %1").arg(shownName(from.at(change.from)));
    case SchemaChange::Type::Changed:
        break;
    }
    QStringList parts;
    for (const PropertyChange &property : change.properties) {
        parts << u"%1 %2 → %3"_s.arg(
            propertyTerm(property.property),
            shown(property.from == "t"_L1 ? SchemaDiff::tr("yes") : property.from),
            shown(property.to == "t"_L1 ? SchemaDiff::tr("yes") : property.to));
    }
    return SchemaDiff::tr("changed %1: %2").arg(shownName(to.at(change.to)), parts.join(u"; "_s));
}

}  // namespace roster
