// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeplan.h"

#include "models/comparison/definitiontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class ChangePlanText
{
    Q_DECLARE_TR_FUNCTIONS(ChangePlan)
};

// Steps that nothing orders run in this sequence.
constexpr int renameRank = 0;
constexpr int saveRank = 1;
constexpr int dropRank = 100;
constexpr int alterRank = 200;
constexpr int createRank = 300;
constexpr int restoreRank = 400;

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
        return true;
    default:
        return false;
    }
}

/// What is in the way of a type that is made anew: all that mentions one of its values.
bool mentionsType(ObjectKind kind)
{
    return isInTheWay(kind) || kind == ObjectKind::Constraint || kind == ObjectKind::Index
        || kind == ObjectKind::Statistics;
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
      m_alteration(from, to, m_sqlTo)
{
}

ChangeScript ChangePlan::script()
{
    if (m_changes.isEmpty())
        return {};
    pair();
    pairRenamed();
    chooseRecreated();
    foldParts();
    makeDrops();
    makeRowCopies();
    makeCreations();
    makeAlterations();
    makeAttachments();
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
        }
    }
    for (int i = 0; i < m_to_of.size(); ++i) {
        if (m_to_of.at(i) < 0)
            dragDependants(i, true);
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
                     || kind == ObjectKind::RangeType || kind == ObjectKind::CompositeType;
    const QList<int> dependants = m_from.dependants(from);
    for (const int dependant : dependants) {
        const SchemaObject &object = m_from.at(dependant);
        if (m_to_of.at(dependant) < 0 || m_recreated.contains(dependant))
            continue;
        if (object.kind == ObjectKind::Table) {
            if (isGoing && kind == ObjectKind::Table)
                m_reattached.insert(dependant);
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
    if (object.kind != ObjectKind::Default && object.kind != ObjectKind::Constraint)
        return false;
    if (object.value(Property::Definition).endsWith(" NOT VALID"_L1))
        return false;
    // A function may itself need the table, a sequence its column.
    return std::none_of(object.needs.cbegin(), object.needs.cend(),
                        [this](int need) { return m_to.at(need).kind == ObjectKind::Function; });
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
                } else if (!isFoldable(part)) {
                    continue;
                }
                m_folded.insert(part);
                m_wholeOf.insert(part, i);
            }
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
    // Folded into something that is folded itself: the outermost counts.
    for (auto it = m_wholeOf.begin(); it != m_wholeOf.end(); ++it) {
        while (m_wholeOf.contains(*it))
            *it = m_wholeOf.value(*it);
    }
}

int ChangePlan::addStep(int rank, const QStringList &statements)
{
    Step step{.rank = rank, .statements = {}, .before = {}};
    for (const QString &sql : statements)
        step.statements.append({.sql = sql, .note = {}});
    m_steps.append(step);
    return int(m_steps.size()) - 1;
}

void ChangePlan::note(int step, const QString &text, bool isDestructive)
{
    QList<ScriptStatement> &statements = m_steps[step].statements;
    if (statements.isEmpty())
        return;
    statements.first().note = text;
    statements.first().isDestructive = isDestructive;
}

/// True where dropping another object takes this one along.
bool ChangePlan::goesWithAnother(int from) const
{
    const SchemaObject &object = m_from.at(from);
    if (object.parent >= 0 && isGoing(object.parent)) {
        if (object.kind != ObjectKind::ForeignKey)
            return true;
        // Tables that refer to each other: one key has to go before.
        return std::none_of(object.needs.cbegin(), object.needs.cend(), [&](int need) {
            const SchemaObject &other = m_from.at(need);
            const int table = other.kind == ObjectKind::Table ? need : other.parent;
            return table >= 0 && table != object.parent && isGoing(table);
        });
    }
    if (object.kind == ObjectKind::Default) {
        const int column =
            m_from.indexOf(u"column "_s + object.qualifiedRelation() + u'.' + object.name);
        return column >= 0 && isGoing(column);
    }
    if (object.kind == ObjectKind::Column && object.is(Property::Inherited)) {
        const int parent = inheritedFrom(m_from, object);
        // A table that leaves its parent keeps the column.
        const int table = m_to_of.at(object.parent);
        const bool stays = table >= 0
                        && (m_to.at(table).has(Property::PartitionOf)
                            || m_to.at(table).has(Property::Inherits));
        return parent >= 0 && isGoing(parent) && stays;
    }
    if (object.kind == ObjectKind::Statistics) {
        return std::any_of(object.needs.cbegin(), object.needs.cend(), [this](int need) {
            const ObjectKind kind = m_from.at(need).kind;
            return (kind == ObjectKind::Table || kind == ObjectKind::Column) && isGoing(need);
        });
    }
    if (object.kind == ObjectKind::SequenceOwner) {
        const int sequence = m_from.indexOf(u"sequence "_s + object.qualifiedName());
        return sequence >= 0 && isGoing(sequence);
    }
    if (object.kind == ObjectKind::Sequence) {
        const SchemaObject *owner = m_from.find(u"sequence_owner "_s + object.qualifiedName());
        const int column =
            owner ? m_from.indexOf(u"column "_s + owner->value(Property::Column)) : -1;
        return column >= 0 && isGoing(column);
    }
    return false;
}

void ChangePlan::makeDrops()
{
    for (int i = 0; i < m_to_of.size(); ++i) {
        if (!isGoing(i))
            continue;
        const SchemaObject &object = m_from.at(i);
        if (goesWithAnother(i))
            continue;
        const int step = addStep(dropRank - int(object.kind), {m_sqlFrom.drop(i)});
        m_drops.insert(i, step);
        const bool isGone = m_to_of.at(i) < 0;
        if (isGone && object.kind == ObjectKind::Table)
            note(step, ChangePlanText::tr("All rows of %1 are lost.").arg(object.qualifiedName()),
                 true);
        else if (isGone && object.kind == ObjectKind::Column && !object.has(Property::Generated))
            note(step,
                 ChangePlanText::tr("All values of %1.%2 are lost.")
                     .arg(object.qualifiedRelation(), object.name),
                 true);
    }
    for (auto it = m_renames.cbegin(); it != m_renames.cend(); ++it)
        m_alters.insert(m_to_of.at(it.key()), addStep(renameRank, {it.value()}));
}

/// A table that has to be made anew keeps its rows.
void ChangePlan::makeRowCopies()
{
    for (const int from : std::as_const(m_recreated)) {
        const SchemaObject &table = m_from.at(from);
        if (table.kind != ObjectKind::Table)
            continue;
        const int to = m_to_of.at(from);
        QStringList columns;
        for (const int part : m_to.parts(to)) {
            const SchemaObject &column = m_to.at(part);
            if (column.kind == ObjectKind::Column && !column.has(Property::Generated)
                && m_from.indexOf(column.identity()) >= 0)
                columns << column.name;
        }
        if (columns.isEmpty())
            continue;
        const QString list = columns.join(u", "_s);
        const QString aside = u"pg_temp.rows_%1"_s.arg(m_saves.size() + 1);
        const bool isPart = table.has(Property::PartitionOf)
                         && m_recreated.contains(
                             m_from.indexOf(u"table "_s + table.value(Property::PartitionOf)));
        if (isPart)
            continue;  // its rows are among the parent's
        m_saves.insert(from, addStep(saveRank, {u"CREATE TABLE %1 AS SELECT %2 FROM %3"_s.arg(
                                                   aside, list, table.qualifiedName())}));
        m_copies.insert(
            to, addStep(restoreRank,
                        {u"INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE SELECT %2 FROM %3"_s.arg(
                             table.qualifiedName(), list, aside),
                         u"DROP TABLE "_s + aside}));
    }
}

void ChangePlan::makeCreations()
{
    for (int i = 0; i < m_from_of.size(); ++i) {
        if (!isComing(i) || m_folded.contains(i))
            continue;
        const SchemaObject &object = m_to.at(i);
        QStringList statements = m_sqlTo.create(i);
        QString remark;
        if (object.kind == ObjectKind::Column && object.is(Property::NotNull)
            && !object.has(Property::Generated) && !object.has(Property::Identity)
            && m_sqlTo.defaultOf(i) < 0) {
            const QString fill = m_alteration.fill(object);
            if (!fill.isEmpty()) {
                const QString alter = u"ALTER TABLE %1 "_s.arg(object.qualifiedRelation());
                statements.first().insert(statements.first().size() - 9, u" DEFAULT "_s + fill);
                statements.insert(1, alter + u"ALTER COLUMN %1 DROP DEFAULT"_s.arg(object.name));
                remark = ChangePlanText::tr("Rows that exist get %1 in %2.%3.")
                             .arg(fill, object.qualifiedRelation(), object.name);
            }
        }
        if (m_from_of.at(i) >= 0) {
            const QString grants = m_from.at(m_from_of.at(i)).value(Property::Grants);
            if (!grants.isEmpty())
                statements += grants.split(u";\n"_s, Qt::SkipEmptyParts);
        }
        if (object.kind == ObjectKind::Table) {
            // A default that the parent has and this one does not.
            for (const int part : m_to.parts(i)) {
                const SchemaObject &column = m_to.at(part);
                const int parent =
                    column.kind == ObjectKind::Column && column.is(Property::Inherited)
                        ? inheritedFrom(m_to, column)
                        : -1;
                if (parent >= 0 && m_sqlTo.defaultOf(parent) >= 0 && m_sqlTo.defaultOf(part) < 0) {
                    statements << u"ALTER TABLE ONLY %1 ALTER COLUMN %2 DROP DEFAULT"_s.arg(
                        column.qualifiedRelation(), column.name);
                }
            }
        }
        const int step = addStep(createRank + int(object.kind), statements);
        m_creates.insert(i, step);
        if (!remark.isEmpty())
            note(step, remark, false);
    }
}

void ChangePlan::makeAlterations()
{
    for (const SchemaChange &change : std::as_const(m_changes)) {
        if (change.type != SchemaChange::Type::Changed || isGoing(change.from))
            continue;
        const SchemaObject &object = m_to.at(change.to);
        QStringList statements;
        if (m_alteration.way(change) == Way::Rebuild) {
            QList<int> columns;
            for (int i = 0; i < m_to.objects().size(); ++i) {
                const SchemaObject &column = m_to.at(i);
                if (column.kind != ObjectKind::Column || isComing(i)
                    || (column.is(Property::Inherited) && inheritedFrom(m_to, column) >= 0))
                    continue;
                const auto hasType = [](const SchemaObject &one, const QString &type) {
                    const QString own = one.value(Property::Type);
                    return own == type || own == type + u"[]"_s;
                };
                if (hasType(column, object.qualifiedName())
                    && hasType(m_from.at(m_from_of.at(i)), object.qualifiedName()))
                    columns.append(i);
            }
            statements = m_alteration.rebuild(change, columns);
        } else {
            statements = m_alteration.statements(change);
        }
        if (const auto renamed = m_alters.constFind(change.to); renamed != m_alters.cend()) {
            for (const QString &sql : std::as_const(statements))
                m_steps[*renamed].statements.append({.sql = sql, .note = {}});
            continue;
        }
        if (statements.isEmpty())
            continue;
        m_alters.insert(change.to, addStep(alterRank + int(object.kind), statements));
    }
}

void ChangePlan::makeAttachments()
{
    for (const int from : std::as_const(m_reattached)) {
        const int to = m_to_of.at(from);
        if (to < 0 || m_recreated.contains(from))
            continue;
        const QStringList detach = m_sqlFrom.detach(m_from.at(from));
        const QStringList attach = m_sqlTo.attach(m_to.at(to));
        if (!detach.isEmpty())
            m_detaches.insert(from, addStep(dropRank - int(ObjectKind::Table) - 1, detach));
        if (!attach.isEmpty())
            m_attaches.insert(to, addStep(alterRank - 1, attach));
    }
}

void ChangePlan::precede(int earlier, int later)
{
    if (earlier != later && earlier >= 0 && later >= 0)
        m_steps[later].before.insert(earlier);
}

void ChangePlan::order()
{
    orderDrops();
    orderCreations();
    orderNames();
    orderAttachments();
}

void ChangePlan::orderDrops()
{
    const auto dropOf = [this](int from) {
        // What goes with another goes when that one does.
        for (int at = from; at >= 0; at = m_from.at(at).parent) {
            if (m_drops.contains(at))
                return m_drops.value(at);
            if (m_from.at(at).kind == ObjectKind::Default) {
                const SchemaObject &standard = m_from.at(at);
                const int column = m_from.indexOf(u"column "_s + standard.qualifiedRelation() + u'.'
                                                  + standard.name);
                if (m_drops.contains(column))
                    return m_drops.value(column);
            }
        }
        return -1;
    };
    for (int i = 0; i < m_to_of.size(); ++i) {
        const int to = m_to_of.at(i);
        const bool going = isGoing(i);
        const int drop = going ? dropOf(i) : -1;
        const int alter = to >= 0 && !going ? m_alters.value(to, -1) : -1;
        if (going && to >= 0 && drop >= 0)
            precede(drop, m_creates.value(m_wholeOf.value(to, to), -1));
        if (drop < 0 && alter < 0)
            continue;
        for (const int need : m_from.at(i).needs) {
            const int otherTo = m_to_of.at(need);
            const int otherDrop = isGoing(need) ? dropOf(need) : -1;
            const int otherAlter =
                otherTo >= 0 && !isGoing(need) ? m_alters.value(otherTo, -1) : -1;
            if (drop >= 0) {
                precede(drop, otherDrop);
                precede(drop, otherAlter);
            } else {
                precede(alter, otherDrop);
                // A column that stops to have the type that is made anew.
                if (otherAlter >= 0 && !m_to.at(to).needs.contains(otherTo))
                    precede(alter, otherAlter);
            }
        }
    }
    for (auto it = m_saves.cbegin(); it != m_saves.cend(); ++it) {
        precede(it.value(), dropOf(it.key()));
        // Before any of its columns or partitions changes.
        for (auto drop = m_drops.cbegin(); drop != m_drops.cend(); ++drop)
            precede(it.value(), drop.value());
        for (auto detach = m_detaches.cbegin(); detach != m_detaches.cend(); ++detach)
            precede(it.value(), detach.value());
    }
}

void ChangePlan::orderCreations()
{
    const auto stepOf = [this](int to) {
        const int whole = m_wholeOf.value(to, to);
        return m_creates.value(whole, m_alters.value(to, -1));
    };
    for (int i = 0; i < m_from_of.size(); ++i) {
        const int step = stepOf(i);
        if (step < 0)
            continue;
        for (const int need : m_to.at(i).needs)
            precede(stepOf(need), step);
        if (m_to.at(i).is(Property::Inherited)) {
            const int parent = inheritedFrom(m_to, m_to.at(i));
            if (parent >= 0)
                precede(stepOf(parent), step);
        }
    }
    for (auto it = m_copies.cbegin(); it != m_copies.cend(); ++it) {
        // After the table, its columns and partitions; before what is checked on its rows at once.
        precede(m_creates.value(it.key(), -1), it.value());
        const QString name = m_to.at(it.key()).qualifiedName();
        for (int i = 0; i < m_to.objects().size(); ++i) {
            const SchemaObject &object = m_to.at(i);
            if (object.kind == ObjectKind::Table && object.value(Property::PartitionOf) == name) {
                precede(m_creates.value(i, -1), it.value());
                precede(m_attaches.value(i, -1), it.value());
            }
            if (object.kind == ObjectKind::MaterializedView || object.kind == ObjectKind::Trigger
                || object.kind == ObjectKind::ForeignKey)
                precede(it.value(), m_creates.value(i, -1));
        }
    }
}

/// A name that one object gives up and another takes.
void ChangePlan::orderNames()
{
    const auto nameOf = [](const SchemaObject &object) -> QString {
        switch (object.kind) {
        case ObjectKind::Table:
        case ObjectKind::View:
        case ObjectKind::MaterializedView:
        case ObjectKind::Sequence:
        case ObjectKind::Index:
        case ObjectKind::Constraint:
        case ObjectKind::Enum:
        case ObjectKind::Domain:
        case ObjectKind::CompositeType:
        case ObjectKind::RangeType:
            return object.schema + u'.' + object.name;
        default:
            return {};
        }
    };
    QHash<QString, QList<int>> given;
    for (auto it = m_drops.cbegin(); it != m_drops.cend(); ++it)
        given[nameOf(m_from.at(it.key()))].append(it.value());
    for (auto it = m_renames.cbegin(); it != m_renames.cend(); ++it)
        given[nameOf(m_from.at(it.key()))].append(m_alters.value(m_to_of.at(it.key())));
    given.remove(QString());
    for (int i = 0; i < m_from_of.size(); ++i) {
        const bool comes = isComing(i) || m_renames.contains(m_from_of.at(i));
        if (!comes)
            continue;
        const int whole = m_wholeOf.value(i, i);
        const int step = m_creates.value(whole, m_alters.value(i, -1));
        const QList<int> earlier = given.value(nameOf(m_to.at(i)));
        for (const int drop : earlier)
            precede(drop, step);
    }
}

void ChangePlan::orderAttachments()
{
    for (auto it = m_detaches.cbegin(); it != m_detaches.cend(); ++it) {
        const QList<int> needs = m_from.at(it.key()).needs;
        for (const int need : needs) {
            precede(it.value(), m_drops.value(need, -1));
            if (m_from.at(need).kind != ObjectKind::Table)
                continue;
            // What the parent loses is lost here by the same statement, unless it is to stay.
            const QList<int> parts = m_from.parts(need);
            for (const int part : parts) {
                SchemaObject own = m_from.at(part);
                own.schema = m_from.at(it.key()).schema;
                own.relation = m_from.at(it.key()).name;
                const bool goesHereToo =
                    own.kind != ObjectKind::Column && m_to.indexOf(own.identity()) < 0;
                if (goesHereToo)
                    precede(m_drops.value(part, -1), it.value());
                else
                    precede(it.value(), m_drops.value(part, -1));
                if (m_to_of.at(part) >= 0)
                    precede(it.value(), m_alters.value(m_to_of.at(part), -1));
            }
        }
        for (const int part : m_from.parts(it.key())) {
            precede(it.value(), m_drops.value(part, -1));
            if (m_to_of.at(part) >= 0)
                precede(it.value(), m_alters.value(m_to_of.at(part), -1));
        }
        if (m_to_of.at(it.key()) >= 0)
            precede(it.value(), m_attaches.value(m_to_of.at(it.key()), -1));
        // Names and bounds that others take over.
        for (auto create = m_creates.cbegin(); create != m_creates.cend(); ++create)
            precede(it.value(), create.value());
    }
    // A table joins its parent before the parent changes: the changes then reach it, too.
    for (auto it = m_attaches.cbegin(); it != m_attaches.cend(); ++it) {
        for (const int need : m_to.at(it.key()).needs) {
            if (m_to.at(need).kind != ObjectKind::Table)
                continue;
            precede(m_creates.value(need, -1), it.value());
            for (const int part : m_to.parts(need)) {
                if (m_to.at(need).kind != ObjectKind::Table || isComing(need))
                    continue;
                precede(it.value(), m_creates.value(part, m_alters.value(part, -1)));
            }
            const int parentBefore = m_from_of.at(need);
            const bool wasItsParent =
                m_from.at(m_from_of.at(it.key())).needs.contains(parentBefore);
            const QList<int> parts = parentBefore < 0 ? QList<int>() : m_from.parts(parentBefore);
            for (const int part : parts) {
                const int drop = m_drops.value(part, -1);
                if (m_from.at(part).kind != ObjectKind::Column)
                    continue;
                if (wasItsParent)
                    precede(it.value(), drop);
                else
                    precede(drop, it.value());
            }
        }
        for (const int part : m_to.parts(it.key())) {
            const SchemaObject &object = m_to.at(part);
            if (object.kind == ObjectKind::Column)
                precede(m_creates.value(part, m_alters.value(part, -1)), it.value());
        }
        for (auto drop = m_drops.cbegin(); drop != m_drops.cend(); ++drop) {
            // A partition that goes may have held the place.
            if (m_from.at(drop.key()).kind == ObjectKind::Table)
                precede(drop.value(), it.value());
        }
    }
}

QList<int> ChangePlan::sorted() const
{
    const int count = int(m_steps.size());
    QList<QList<int>> after(count);
    QList<int> waiting(count, 0);
    for (int step = 0; step < count; ++step) {
        waiting[step] = int(m_steps.at(step).before.size());
        for (const int earlier : m_steps.at(step).before)
            after[earlier].append(step);
    }
    const auto isLater = [this](int a, int b) {
        return std::pair(m_steps.at(a).rank, a) > std::pair(m_steps.at(b).rank, b);
    };
    std::vector<int> ready;
    QList<bool> isDone(count, false);
    for (int step = 0; step < count; ++step) {
        if (waiting.at(step) == 0)
            ready.push_back(step);
    }
    std::make_heap(ready.begin(), ready.end(), isLater);
    QList<int> result;
    while (result.size() < count) {
        if (ready.empty()) {
            // A circle: the step of the lowest rank goes first.
            int best = -1;
            for (int step = 0; step < count; ++step) {
                if (!isDone.at(step) && (best < 0 || isLater(best, step)))
                    best = step;
            }
            ready.push_back(best);
        }
        std::pop_heap(ready.begin(), ready.end(), isLater);
        const int step = ready.back();
        ready.pop_back();
        if (isDone.at(step))
            continue;
        isDone[step] = true;
        result.append(step);
        for (const int next : std::as_const(after[step])) {
            if (--waiting[next] == 0 && !isDone.at(next)) {
                ready.push_back(next);
                std::push_heap(ready.begin(), ready.end(), isLater);
            }
        }
    }
    return result;
}

}  // namespace roster
