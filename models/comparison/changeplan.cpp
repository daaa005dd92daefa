// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeplan.h"

#include "models/comparison/definitiontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// A default of a column that the table's own definition does not name: it is set afterwards.
bool isDefaultOfInherited(const SchemaSnapshot &schema, const SchemaObject &object)
{
    if (object.kind != ObjectKind::Default)
        return false;
    const SchemaObject *column =
        schema.find(u"column "_s + object.qualifiedRelation() + u'.' + object.name);
    return column && column->is(Property::Inherited);
}

bool changesAny(const SchemaChange &change, std::initializer_list<Property> properties)
{
    return std::any_of(change.properties.cbegin(), change.properties.cend(),
                       [&](const PropertyChange &one) {
                           return std::find(properties.begin(), properties.end(), one.property)
                               != properties.end();
                       });
}

/// What cannot stay while the column or type it is about changes.
bool isInTheWay(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::View:
    case ObjectKind::MaterializedView:
    case ObjectKind::Rule:
    case ObjectKind::Trigger:
    case ObjectKind::Policy:
    case ObjectKind::Function:
    case ObjectKind::Default:
    case ObjectKind::ForeignKey:
    case ObjectKind::Publication:
        return true;
    default:
        return false;
    }
}

/// What is in the way of a type that is made anew: all that mentions one of its values.
bool mentionsType(ObjectKind kind)
{
    return isInTheWay(kind) || kind == ObjectKind::Constraint || kind == ObjectKind::Index
        || kind == ObjectKind::Statistics || kind == ObjectKind::ForeignTable
        || kind == ObjectKind::Aggregate || kind == ObjectKind::Operator
        || kind == ObjectKind::Cast;
}

QString withoutName(const SchemaObject &object)
{
    QString definition = object.value(Property::Definition);
    if (object.kind == ObjectKind::Index) {
        const QString named = u" INDEX "_s + object.name + u" ON "_s;
        const qsizetype place = definition.indexOf(named);
        if (place >= 0)
            definition.replace(place, named.size(), u" INDEX ON "_s);
    }
    return normalized(definition);
}

bool isRenamable(const SchemaObject &object)
{
    return object.kind == ObjectKind::Index || object.kind == ObjectKind::Constraint
        || object.kind == ObjectKind::ForeignKey;
}

}  // namespace

ChangePlan::ChangePlan(const SchemaSnapshot &from, const SchemaSnapshot &to)
    : m_from(from),
      m_to(to),
      m_changes(compareSchemas(from, to)),
      m_sqlFrom(from, m_foldedFrom),
      m_sqlTo(to, m_folded),
      m_alteration(from, to, m_sqlTo),
      m_fill(from, to)
{
}

ChangeScript ChangePlan::script()
{
    if (m_changes.isEmpty())
        return {};
    pair();
    pairRenamed();
    chooseRecreated();
    reattachDefaults();
    freeReferencedPartitions();
    foldParts();
    makeDrops();
    makeRowCopies();
    makeCreations();
    makeAlterations();
    makeRebuilds();
    makeAttachments();
    makeRowMoves();
    order();
    ChangeScript script;
    const QList<int> steps = sorted();
    for (const int step : steps)
        script.statements += m_steps.at(step).statements;
    return script;
}

void ChangePlan::pair()
{
    m_to_of.fill(-1, m_from.objects().size());
    m_from_of.fill(-1, m_to.objects().size());
    for (int i = 0; i < m_from.objects().size(); ++i) {
        const int other = m_to.indexOf(m_from.at(i).identity());
        m_to_of[i] = other;
        if (other >= 0)
            m_from_of[other] = i;
    }
}

/// An index or constraint that only has another name is renamed: it need not be built again.
void ChangePlan::pairRenamed()
{
    QHash<QString, QList<int>> gone;
    const auto key = [](const SchemaObject &object) {
        return kindKey(object.kind) + object.qualifiedRelation() + u' ' + withoutName(object)
             + object.value(Property::Options);
    };
    for (int i = 0; i < m_to_of.size(); ++i) {
        if (m_to_of.at(i) < 0 && isRenamable(m_from.at(i)))
            gone[key(m_from.at(i))].append(i);
    }
    for (int i = 0; i < m_from_of.size(); ++i) {
        const SchemaObject &object = m_to.at(i);
        if (m_from_of.at(i) >= 0 || !isRenamable(object))
            continue;
        const auto it = gone.find(key(object));
        if (it == gone.end() || it->isEmpty())
            continue;
        const int before = it->takeFirst();
        const SchemaObject &old = m_from.at(before);
        m_to_of[before] = i;
        m_from_of[i] = before;
        m_renames.insert(
            before, object.kind == ObjectKind::Index
                        ? u"ALTER INDEX %1.%2 RENAME TO %3"_s.arg(old.schema, old.name, object.name)
                        : u"ALTER TABLE %1 RENAME CONSTRAINT %2 TO %3"_s.arg(
                              old.qualifiedRelation(), old.name, object.name));
        SchemaChange change{.from = before, .to = i, .properties = {}};
        if (old.value(Property::Comment) != object.value(Property::Comment)) {
            change.properties.append({.property = Property::Comment,
                                      .from = old.value(Property::Comment),
                                      .to = object.value(Property::Comment)});
        }
        m_changes.append(change);
    }
}

void ChangePlan::chooseRecreated()
{
    for (const SchemaChange &change : std::as_const(m_changes)) {
        if (change.type == SchemaChange::Type::Removed)
            continue;
        if (change.type == SchemaChange::Type::Changed && !change.properties.isEmpty()) {
            if (m_to.at(change.to).kind == ObjectKind::Table
                && changesAny(
                    change, {Property::PartitionOf, Property::PartitionBound, Property::Inherits}))
                m_reattached.insert(change.from);
            if (m_alteration.way(change) == Way::Recreate)
                recreate(change.from);
            else if (m_alteration.isBlocked(change))
                dragDependants(change.from, false);
            if (m_alteration.way(change) == Way::Rebuild)
                rebuild(change.from);
            if (m_to.at(change.to).kind == ObjectKind::Column
                && (change.changes(Property::Type) || change.changes(Property::Collation)))
                recreateIfPartitionedBy(change.from);
        }
    }
    recreateHeirsOfSeveral();
    for (int i = 0; i < m_to_of.size(); ++i) {
        if (m_to_of.at(i) < 0)
            dragDependants(i, true);
    }
}

/// A type that is made anew changes the type of every column that has it, and the types that are
/// made of it.
void ChangePlan::rebuild(int type)
{
    if (m_rebuilt.contains(type))
        return;
    m_rebuilt.insert(type);
    for (const int part : m_from.parts(type))
        recreate(part);
    dragDependants(type, false);
    const QList<int> dependants = m_from.dependants(type);
    for (const int dependant : dependants) {
        const ObjectKind kind = m_from.at(dependant).kind;
        if (m_to_of.at(dependant) < 0)
            continue;
        if (kind == ObjectKind::Column) {
            dragDependants(dependant, false);
            recreateIfPartitionedBy(dependant);
            if (m_from.at(type).kind == ObjectKind::RangeType)
                recreateKeysOf(dependant);
        } else if (kind == ObjectKind::Domain || kind == ObjectKind::CompositeType
                   || kind == ObjectKind::RangeType) {
            rebuild(dependant);
        }
    }
}

/// Its values are text for a while, for which other operators hold.
void ChangePlan::recreateKeysOf(int column)
{
    for (const int dependant : m_from.dependants(column)) {
        const ObjectKind kind = m_from.at(dependant).kind;
        if (kind == ObjectKind::Constraint || kind == ObjectKind::Index)
            recreate(dependant);
    }
}

void ChangePlan::recreate(int from)
{
    if (m_to_of.at(from) < 0 || m_recreated.contains(from))
        return;
    m_recreated.insert(from);
    m_renames.remove(from);
    const QList<int> parts = m_from.parts(from);
    for (const int part : parts)
        recreate(part);
    dragDependants(from, true);
}

/// What needs an object that goes, or that cannot change while it is needed, goes too.
void ChangePlan::dragDependants(int from, bool isGoing)
{
    const ObjectKind kind = m_from.at(from).kind;
    const bool isType = kind == ObjectKind::Enum || kind == ObjectKind::Domain
                     || kind == ObjectKind::Collation || kind == ObjectKind::RangeType
                     || kind == ObjectKind::CompositeType;
    const QList<int> dependants = m_from.dependants(from);
    for (const int dependant : dependants) {
        const SchemaObject &object = m_from.at(dependant);
        if (m_to_of.at(dependant) < 0 || m_recreated.contains(dependant))
            continue;
        if (object.kind == ObjectKind::Table) {
            if (isGoing && kind == ObjectKind::Table)
                dragHeir(from, dependant);
            continue;
        }
        if (object.kind == ObjectKind::Column) {
            // A generated column is made of others; any other only has a type that is changed,
            // and it is changed by itself.
            const bool isMadeOfIt = object.has(Property::Generated) && object.parent != from
                                 && m_to.at(m_to_of.at(dependant)).has(Property::Generated);
            if (isMadeOfIt || (isGoing && object.parent == from))
                recreate(dependant);
            continue;
        }
        if (object.kind == ObjectKind::Sequence || object.kind == ObjectKind::Domain
            || object.kind == ObjectKind::Enum || object.kind == ObjectKind::CompositeType
            || object.kind == ObjectKind::RangeType)
            continue;
        const bool isMoved = isGoing ? kind != ObjectKind::Schema
                           : isType  ? mentionsType(object.kind)
                                     : isInTheWay(object.kind);
        // The owner of a sequence changes by a statement of its own.
        if (isMoved)
            recreate(dependant);
    }
}

bool ChangePlan::isFoldable(int part) const
{
    const SchemaObject &object = m_to.at(part);
    if (object.kind == ObjectKind::Column)
        return true;
    if (object.kind != ObjectKind::Default && object.kind != ObjectKind::Constraint
        && object.kind != ObjectKind::DomainCheck)
        return false;
    if (object.value(Property::Definition).endsWith(" NOT VALID"_L1))
        return false;
    // A function may itself need the table, a sequence its column.
    return std::none_of(object.needs.cbegin(), object.needs.cend(),
                        [this](int need) { return m_to.at(need).kind == ObjectKind::Function; });
}

/// Columns of a typed table come, go and change with the type.
bool ChangePlan::followsType(int from, int to) const
{
    return from >= 0 && to >= 0 && m_to.at(to).has(Property::OfType) && !m_recreated.contains(from)
        && m_from.at(from).value(Property::OfType) == m_to.at(to).value(Property::OfType);
}

void ChangePlan::foldSerial(int column)
{
    const int sequence = m_sqlTo.serialSequence(column);
    if (sequence < 0 || !isComing(sequence))
        return;
    const int owner = m_to.indexOf(u"sequence_owner "_s + m_to.at(sequence).qualifiedName());
    const int whole = m_wholeOf.value(column, column);
    const int standard = m_sqlTo.defaultOf(column);
    const QList<int> parts{sequence, owner, standard};
    for (const int part : parts) {
        m_folded.insert(part);
        m_wholeOf.insert(part, whole);
    }
}

void ChangePlan::foldInherited(int column)
{
    const int parent = inheritedFrom(m_to, m_to.at(column));
    const int own = m_sqlTo.defaultOf(column);
    const int theirs = m_sqlTo.defaultOf(parent);
    m_folded.insert(column);
    m_wholeOf.insert(column, parent);
    if (own >= 0 && theirs >= 0
        && m_to.at(own).value(Property::Definition)
               == m_to.at(theirs).value(Property::Definition)) {
        m_folded.insert(own);
        m_wholeOf.insert(own, parent);
    }
}

void ChangePlan::foldParts()
{
    for (int i = 0; i < m_from_of.size(); ++i) {
        if (!isComing(i))
            continue;
        const SchemaObject &object = m_to.at(i);
        if (object.kind == ObjectKind::Table) {
            const QList<int> parts = m_to.parts(i);
            for (const int part : parts) {
                const SchemaObject &inner = m_to.at(part);
                const int parent = inner.is(Property::Inherited) ? inheritedFrom(m_to, inner) : -1;
                if (parent >= 0 && inner.kind == ObjectKind::Default) {
                    // It comes with the parent's, unless it is another one.
                    if (m_to.at(parent).value(Property::Definition)
                        != inner.value(Property::Definition))
                        continue;
                } else if (isDefaultOfInherited(m_to, inner) || !isFoldable(part)) {
                    continue;
                }
                m_folded.insert(part);
                m_wholeOf.insert(part, i);
            }
        } else if (object.kind == ObjectKind::Domain) {
            for (const int part : m_to.parts(i)) {
                if (!isFoldable(part))
                    continue;
                m_folded.insert(part);
                m_wholeOf.insert(part, i);
            }
        } else if (object.kind == ObjectKind::Column
                   && followsType(m_from_of.at(object.parent), object.parent)) {
            m_folded.insert(i);
            m_wholeOf.insert(i, m_to.indexOf(u"composite_type "_s
                                             + m_to.at(object.parent).value(Property::OfType)));
        } else if (object.kind == ObjectKind::Column && !m_folded.contains(i)) {
            const int standard = m_sqlTo.defaultOf(i);
            const int parent = object.is(Property::Inherited) ? inheritedFrom(m_to, object) : -1;
            // A parent's new column arrives here by itself, unless the whole parent is new.
            if (parent >= 0 && isComing(parent) && !isComing(m_to.at(parent).parent)) {
                foldInherited(i);
            } else if (standard >= 0 && isFoldable(standard)) {
                m_folded.insert(standard);
                m_wholeOf.insert(standard, i);
            }
        }
    }
    for (int i = 0; i < m_from_of.size(); ++i) {
        if (m_to.at(i).kind == ObjectKind::Column && isComing(i))
            foldSerial(i);
    }
    for (const int type : std::as_const(m_rebuilt)) {
        // Not afterwards: no domain that arrays hold takes a new constraint.
        for (const int part : m_to.parts(m_to_of.at(type)))
            m_folded.insert(part);
    }
    // Folded into something that is folded itself: the outermost counts.
    for (int &whole : m_wholeOf) {
        while (m_wholeOf.contains(whole))
            whole = m_wholeOf.value(whole);
    }
}

}  // namespace roster
