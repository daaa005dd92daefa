// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeplan.h"

#include <QCoreApplication>

#include <algorithm>

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

}  // namespace

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
    if (object.kind == ObjectKind::Column && followsType(object.parent, m_to_of.at(object.parent)))
        return true;
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
        const int step = addStep(dropRank - int(object.kind), m_alteration.beforeDrop(object)
                                                                  << m_sqlFrom.drop(i));
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
    for (const SchemaChange &change : std::as_const(m_changes)) {
        if (change.type != SchemaChange::Type::Changed || isGoing(change.from)
            || !change.changes(Property::Generated) || m_to.at(change.to).has(Property::Generated))
            continue;
        const SchemaObject &column = m_from.at(change.from);
        m_ends.insert(
            change.from,
            addStep(dropRank - int(column.kind) - 1,
                    {alterTable(column) + u"ALTER COLUMN %1 DROP EXPRESSION"_s.arg(column.name)}));
    }
    for (auto it = m_renames.cbegin(); it != m_renames.cend(); ++it)
        m_alters.insert(m_to_of.at(it.key()), addStep(renameRank, {it.value()}));
}

bool ChangePlan::hasHeirs(const SchemaObject &table) const
{
    return std::ranges::any_of(m_from.objects(), [&table](const SchemaObject &other) {
        return other.kind == ObjectKind::Table
            && other.value(Property::Inherits)
                   .split(u", "_s, Qt::SkipEmptyParts)
                   .contains(table.qualifiedName());
    });
}

/// Columns whose values nothing takes over when their table is made anew.
QStringList ChangePlan::lostColumns(int table) const
{
    QStringList names;
    for (const int part : m_from.parts(table)) {
        const SchemaObject &column = m_from.at(part);
        if (column.kind == ObjectKind::Column && !column.has(Property::Generated)
            && m_to_of.at(part) < 0)
            names << column.qualifiedRelation() + u'.' + column.name;
    }
    return names;
}

/// A table that has to be made anew keeps its rows.
void ChangePlan::makeRowCopies()
{
    QList<int> recreated = m_recreated.values();
    std::sort(recreated.begin(), recreated.end());
    for (const int from : std::as_const(recreated)) {
        const SchemaObject &table = m_from.at(from);
        if (table.kind != ObjectKind::Table)
            continue;
        const int to = m_to_of.at(from);
        const CopiedColumns columns = copiedColumns(from, to);
        const QString aside = u"pg_temp.rows_%1"_s.arg(m_saves.size() + 1);
        const bool isPart = table.has(Property::PartitionOf)
                         && m_recreated.contains(
                             m_from.indexOf(u"table "_s + table.value(Property::PartitionOf)));
        if (isPart)
            continue;  // its rows are among the parent's
        // Its heirs' rows are theirs.
        const QString source = (hasHeirs(table) ? u"ONLY "_s : QString()) + table.qualifiedName();
        const int save = addStep(saveRank, {u"CREATE TABLE %1 AS SELECT %2 FROM %3"_s.arg(
                                               aside, columns.saved.join(u", "_s), source)});
        m_saves.insert(from, save);
        if (const QStringList lost = lostColumns(from); !lost.isEmpty())
            note(save, ChangePlanText::tr("All values of %1 are lost.").arg(lost.join(u", "_s)),
                 true);
        const QString names =
            columns.names.isEmpty() ? QString() : u" (%1)"_s.arg(columns.names.join(u", "_s));
        m_copies.insert(
            to, addStep(restoreRank,
                        {u"INSERT INTO %1%2 OVERRIDING SYSTEM VALUE SELECT %3 FROM %4"_s.arg(
                             table.qualifiedName(), names, columns.taken.join(u", "_s), aside),
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
            && m_sqlTo.defaultOf(i) < 0)
            remark = fillColumn(i, statements);
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
    QList<int> rebuilt;
    for (const int type : std::as_const(m_rebuilt))
        rebuilt.append(m_to_of.at(type));
    QSet<int> converted;  // with the types that are made anew
    for (const TypeRebuild::Column &column : columnsOf(rebuilt))
        converted.insert(column.index);
    for (SchemaChange change : std::as_const(m_changes)) {
        if (change.type != SchemaChange::Type::Changed || isGoing(change.from))
            continue;
        const SchemaObject &object = m_to.at(change.to);
        if (m_rebuilt.contains(change.from))
            continue;
        if (converted.contains(change.to)
            || (object.kind == ObjectKind::Column
                && followsType(m_from.at(change.from).parent, object.parent))) {
            change.properties.removeIf(
                [](const PropertyChange &one) { return one.property == Property::Type; });
        }
        const QStringList statements = m_alteration.statements(change);
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

/// INHERIT with what it needs where a parent checks something that the heir does not: parents lose
/// the check and get it again, so that it is theirs alone and arrives at each heir by itself. Put
/// on the heir beforehand, it would stay its own as well.
QStringList ChangePlan::attachWithChecks(int from, int to) const
{
    const auto parentsIn = [](const SchemaSnapshot &schema, int heir) {
        QList<int> parents;
        const SchemaObject &table = schema.at(heir);
        QStringList names = table.value(Property::Inherits).split(u", "_s, Qt::SkipEmptyParts);
        names << table.value(Property::PartitionOf);
        for (const QString &name : std::as_const(names)) {
            if (const int parent = schema.indexOf(u"table "_s + name); parent >= 0)
                parents << parent;
        }
        return parents;
    };
    QSet<QString> known;  // what the old parents checked stays with the heir that leaves them
    QList<int> tables = parentsIn(m_from, from);
    tables.append(from);
    for (const int table : std::as_const(tables)) {
        for (const int part : m_from.parts(table)) {
            if (table != from || !m_drops.contains(part))
                known.insert(m_from.at(part).name);
        }
    }
    QStringList drops;
    QStringList adds;
    const QList<int> parents = parentsIn(m_to, to);
    for (const int parent : parents) {
        for (const int part : m_to.parts(parent)) {
            const SchemaObject &check = m_to.at(part);
            const QString definition = check.value(Property::Definition);
            const bool isThere = m_from_of.at(part) >= 0 || m_folded.contains(part);
            if (check.kind != ObjectKind::Constraint || !definition.startsWith("CHECK"_L1)
                || definition.endsWith("NO INHERIT"_L1) || known.contains(check.name) || !isThere)
                continue;
            drops << m_sqlTo.drop(part);
            adds += m_sqlTo.create(part);
        }
    }
    return drops + m_sqlTo.attach(m_to.at(to)) + adds;
}

void ChangePlan::makeAttachments()
{
    QList<int> tables = m_reattached.values();
    std::sort(tables.begin(), tables.end());
    for (const int from : std::as_const(tables)) {
        const int to = m_to_of.at(from);
        if (to < 0 || m_recreated.contains(from))
            continue;
        const QStringList detach = m_sqlFrom.detach(m_from.at(from));
        const QStringList attach = attachWithChecks(from, to);
        if (!detach.isEmpty())
            m_detaches.insert(from, addStep(dropRank - int(ObjectKind::Table) - 1, detach));
        if (!attach.isEmpty())
            m_attaches.insert(to, addStep(alterRank - 1, attach));
    }
}

}  // namespace roster
