// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeplan.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

// What ChangePlan does so that rows survive: those of tables that are made anew, of partitions that
// are not their place any more, and values of types that are made anew.

namespace {

constexpr int rebuildRank = 200;
constexpr int returnRank = 400;

bool isIn(const SchemaObject &partition, const SchemaObject &table)
{
    return partition.value(Property::PartitionOf) == table.qualifiedName();
}

}  // namespace

/// A table whose parent is made anew: a partition with it (its rows are among the parent's), an
/// heir leaves and joins.
void ChangePlan::dragHeir(int from, int heir)
{
    const int to = m_to_of.at(heir);
    if (m_recreated.contains(from) && isIn(m_from.at(heir), m_from.at(from)) && to >= 0
        && isIn(m_to.at(to), m_from.at(from)))
        recreate(heir);
    else
        m_reattached.insert(heir);
}

/// A column that several parents declare cannot change its type: PostgreSQL changes it together
/// with one parent's, and refuses for the sake of the other. Such an heir is made anew.
void ChangePlan::recreateHeirsOfSeveral()
{
    QSet<int> changed;
    for (const SchemaChange &change : std::as_const(m_changes)) {
        if (change.type == SchemaChange::Type::Changed
            && m_from.at(change.from).kind == ObjectKind::Column
            && (change.changes(Property::Type) || change.changes(Property::Collation)))
            changed.insert(change.from);
    }
    if (changed.size() < 2)
        return;
    const auto declaredBy = [this](int column) {
        for (int above = column; above >= 0; above = inheritedFrom(m_from, m_from.at(above)))
            column = above;
        return column;
    };
    const auto hasSeveral = [&](int heir, const QStringList &parents) {
        return std::ranges::any_of(m_from.parts(heir), [&](int part) {
            QSet<int> declarers;
            for (const QString &parent : parents) {
                const int theirs =
                    m_from.indexOf(u"column "_s + parent + u'.' + m_from.at(part).name);
                if (theirs >= 0 && changed.contains(declaredBy(theirs)))
                    declarers.insert(declaredBy(theirs));
            }
            return declarers.size() > 1;
        });
    };
    QSet<QString> madeAnew;
    for (bool isNews = true; std::exchange(isNews, false);) {  // heirs of heirs
        for (int heir = 0; heir < m_from.objects().size(); ++heir) {
            const SchemaObject &table = m_from.at(heir);
            const QStringList parents =
                table.value(Property::Inherits).split(u", "_s, Qt::SkipEmptyParts);
            if (table.kind != ObjectKind::Table || madeAnew.contains(table.qualifiedName()))
                continue;
            const bool follows = std::ranges::any_of(
                parents, [&](const QString &parent) { return madeAnew.contains(parent); });
            if (!follows && (parents.size() < 2 || !hasSeveral(heir, parents)))
                continue;
            recreate(heir);
            madeAnew.insert(table.qualifiedName());
            isNews = true;
        }
    }
}

/// No ALTER changes the type of a column that rows are distributed by.
void ChangePlan::recreateIfPartitionedBy(int column)
{
    const SchemaObject &object = m_from.at(column);
    const auto isBy = [](const SchemaObject &table, const QString &name) {
        const QRegularExpression word(
            u"(?<![\\w\"])%1(?![\\w\"])"_s.arg(QRegularExpression::escape(name)));
        return table.has(Property::PartitionKey)
            && table.value(Property::PartitionKey).contains(word);
    };
    // Its partitions may be distributed by it when it is not.
    for (int table = object.parent; table >= 0;
         table = m_from.indexOf(u"table "_s + m_from.at(table).value(Property::PartitionOf))) {
        if (isBy(m_from.at(table), object.name)) {
            recreate(table);
            return;
        }
    }
    for (int i = 0; i < m_from.objects().size(); ++i) {
        if (m_from.at(i).kind == ObjectKind::Table && isBy(m_from.at(i), object.name)
            && partitionRoot(m_from, i) == object.parent && i != object.parent) {
            recreate(object.parent);
            return;
        }
    }
}

int ChangePlan::partitionRoot(const SchemaSnapshot &schema, int table) const
{
    while (schema.at(table).has(Property::PartitionOf)) {
        const int parent =
            schema.indexOf(u"table "_s + schema.at(table).value(Property::PartitionOf));
        if (parent < 0)
            break;
        table = parent;
    }
    return table;
}

/// Where a new partition takes rows that the default one holds.
void ChangePlan::reattachDefaults()
{
    for (int i = 0; i < m_from_of.size(); ++i) {
        const SchemaObject &table = m_to.at(i);
        const int from = m_from_of.at(i);
        if (from < 0 || m_recreated.contains(from)
            || table.value(Property::PartitionBound) != "DEFAULT"_L1)
            continue;
        const QString before = m_from.at(from).value(Property::PartitionConstraint);
        if (before != table.value(Property::PartitionConstraint))
            m_reattached.insert(from);
    }
}

/// Rows that others refer to cannot leave.
void ChangePlan::freeReferencedPartitions()
{
    QSet<int> roots;
    for (const int table : std::as_const(m_reattached)) {
        if (m_from.at(table).has(Property::PartitionOf))
            roots.insert(partitionRoot(m_from, table));
    }
    for (int i = 0; i < m_from.objects().size() && !roots.isEmpty(); ++i) {
        const SchemaObject &key = m_from.at(i);
        if (key.kind != ObjectKind::ForeignKey)
            continue;
        const bool refersThere = std::any_of(key.needs.cbegin(), key.needs.cend(), [&](int need) {
            const int table = m_from.at(need).parent < 0 ? need : m_from.at(need).parent;
            return table != key.parent && roots.contains(table);
        });
        if (refersThere)
            recreate(i);
    }
}

/// How the values of the columns that a table has on both sides are put aside and taken back.
ChangePlan::CopiedColumns ChangePlan::copiedColumns(int from, int to) const
{
    CopiedColumns result;
    const auto isRebuilt = [this](const SchemaObject &column, bool byCollation) {
        return std::any_of(m_rebuilt.cbegin(), m_rebuilt.cend(), [&](int type) {
            const SchemaObject &object = m_from.at(type);
            return (object.kind == ObjectKind::Collation) == byCollation
                && TypeRebuild::has(column, object);
        });
    };
    const QString relation = m_from.at(from).qualifiedName();
    for (const int part : m_to.parts(to)) {
        const SchemaObject &column = m_to.at(part);
        if (column.kind != ObjectKind::Column || column.has(Property::Generated))
            continue;
        const SchemaObject *before = m_from.find(u"column "_s + relation + u'.' + column.name);
        const QString type = column.value(Property::Type);
        if (!before) {
            const QString fill = column.is(Property::NotNull) && !column.has(Property::Identity)
                                      && m_sqlTo.defaultOf(part) < 0
                                   ? fillExpression(part)
                                   : QString();
            if (!fill.isEmpty()) {
                result.names << column.name;
                result.taken << fill;
            }
            continue;
        }
        result.names << column.name;
        // The old type or collation must not stay in use.
        const bool isCollationGoing =
            std::any_of(before->needs.cbegin(), before->needs.cend(), [&](int need) {
                return m_from.at(need).kind == ObjectKind::Collation && isGoing(need);
            });
        const QString saved = isRebuilt(*before, true) || isCollationGoing
                                ? u"%1 COLLATE \"default\" AS %1"_s.arg(column.name)
                                : column.name;
        if (isRebuilt(*before, false)) {
            result.saved << u"%1::text AS %1"_s.arg(column.name);
            result.taken << u"%1::%2"_s.arg(column.name, type);
            continue;
        }
        const QString conversion =
            m_alteration.conversion(column.name, before->value(Property::Type), type);
        const QString converted = conversion.isEmpty() ? column.name : conversion.mid(7);
        const auto isType = [](ObjectKind kind) {
            return kind == ObjectKind::Enum || kind == ObjectKind::Domain
                || kind == ObjectKind::CompositeType || kind == ObjectKind::RangeType;
        };
        const bool isTypeGoing =
            std::any_of(before->needs.cbegin(), before->needs.cend(),
                        [&](int need) { return isType(m_from.at(need).kind) && isGoing(need); });
        const bool isTypeComing =
            std::any_of(column.needs.cbegin(), column.needs.cend(),
                        [&](int need) { return isType(m_to.at(need).kind) && isComing(need); });
        if (isTypeGoing) {
            // Not to be kept in a type that is gone by then.
            result.saved << (isTypeComing ? column.name + u"::text"_s : converted) + u" AS "_s
                                + column.name;
            result.taken << (isTypeComing ? u"%1::%2"_s.arg(column.name, type) : column.name);
            continue;
        }
        result.saved << saved;
        result.taken << converted;
    }
    return result;
}

/// Rows that a partition holds and that belong into another one from now on.
void ChangePlan::makeRowMoves()
{
    QList<int> tables = m_reattached.values();
    std::sort(tables.begin(), tables.end());
    for (const int from : std::as_const(tables)) {
        const int to = m_to_of.at(from);
        if (to < 0 || !m_detaches.contains(from) || !m_attaches.contains(to)
            || !m_to.at(to).has(Property::PartitionOf))
            continue;
        const SchemaObject &table = m_to.at(to);
        const QString before = m_from.at(from).value(Property::PartitionConstraint);
        const QString now = table.value(Property::PartitionConstraint);
        if (now == before && !now.contains("satisfies_hash_partition"_L1))
            continue;
        if (now.isEmpty())
            continue;  // a default one alone takes all
        if (table.value(Property::PartitionBound) == m_from.at(from).value(Property::PartitionBound)
            && now.contains("satisfies_hash_partition"_L1))
            continue;
        const CopiedColumns columns = copiedColumns(from, to);
        if (columns.names.isEmpty())
            continue;
        // Whose rows a hash picks only the partitioned table itself can say.
        const QString condition = now.contains("satisfies_hash_partition"_L1)
                                    ? QString()
                                    : u" WHERE (%1) IS NOT TRUE"_s.arg(now);
        const QString aside = u"pg_temp.moved_%1"_s.arg(m_moves.size() + 1);
        const QString name = table.qualifiedName();
        m_steps[m_detaches.value(from)].statements
            << ScriptStatement{.sql = u"CREATE TABLE %1 AS SELECT %2 FROM %3%4"_s.arg(
                                   aside, columns.saved.join(u", "_s), name, condition),
                               .note = {}}
            << ScriptStatement{.sql = u"DELETE FROM %1%2"_s.arg(name, condition), .note = {}};
        m_moves.insert(
            from, addStep(returnRank,
                          {u"INSERT INTO %1 (%2) OVERRIDING SYSTEM VALUE SELECT %3 FROM %4"_s.arg(
                               m_to.at(partitionRoot(m_to, to)).qualifiedName(),
                               columns.names.join(u", "_s), columns.taken.join(u", "_s), aside),
                           u"DROP TABLE "_s + aside}));
    }
}

/// Rows come back when all partitions and columns stand, and before what is checked or fires on
/// them.
void ChangePlan::orderRowMoves()
{
    for (auto it = m_moves.cbegin(); it != m_moves.cend(); ++it) {
        const int root = partitionRoot(m_to, m_to_of.at(it.key()));
        for (auto attach = m_attaches.cbegin(); attach != m_attaches.cend(); ++attach)
            precede(attach.value(), it.value());
        const auto isAfter = [](ObjectKind kind) {
            return kind == ObjectKind::ForeignKey || kind == ObjectKind::Trigger
                || kind == ObjectKind::Rule || kind == ObjectKind::MaterializedView;
        };
        for (auto create = m_creates.cbegin(); create != m_creates.cend(); ++create) {
            const SchemaObject &object = m_to.at(create.key());
            if (object.kind == ObjectKind::Table && partitionRoot(m_to, create.key()) == root)
                precede(create.value(), it.value());
            else if (isAfter(object.kind))
                precede(it.value(), create.value());
        }
        for (const int part : m_to.parts(root)) {
            if (m_to.at(part).kind == ObjectKind::Column)
                precede(m_creates.value(part, m_alters.value(part, -1)), it.value());
        }
    }
}

/// Types that are made of each other are made anew by one step.
void ChangePlan::makeRebuilds()
{
    QList<int> waiting = m_rebuilt.values();
    std::sort(waiting.begin(), waiting.end());
    QSet<int> done;
    for (const int type : std::as_const(waiting)) {
        if (done.contains(type))
            continue;
        QList<int> group{type};
        for (qsizetype i = 0; i < group.size(); ++i) {
            const QList<int> near = m_from.at(group.at(i)).needs + m_from.dependants(group.at(i));
            for (const int other : near) {
                if (m_rebuilt.contains(other) && !group.contains(other))
                    group.append(other);
            }
        }
        done.unite(QSet<int>(group.cbegin(), group.cend()));
        QList<int> members;
        const auto add = [&](int member, const auto &again) -> void {
            if (members.contains(member))
                return;
            for (const int need : m_to.at(member).needs) {
                if (group.contains(m_from_of.at(need)))
                    again(need, again);
            }
            if (!members.contains(member))
                members.append(member);
        };
        for (const int member : std::as_const(group))
            add(m_to_of.at(member), add);
        const int step =
            addStep(rebuildRank + int(m_from.at(type).kind),
                    TypeRebuild(m_to, m_sqlTo).statements(members, columnsOf(members)));
        for (const int member : std::as_const(members)) {
            m_alters.insert(member, step);
            for (const int part : m_to.parts(member))
                m_alters.insert(part, step);
        }
    }
}

/// The columns that have one of the types or collations before and after.
QList<TypeRebuild::Column> ChangePlan::columnsOf(const QList<int> &types) const
{
    QList<TypeRebuild::Column> columns;
    for (int i = 0; i < m_to.objects().size(); ++i) {
        const SchemaObject &column = m_to.at(i);
        if (column.kind != ObjectKind::Column || isComing(i)
            || (column.is(Property::Inherited) && inheritedFrom(m_to, column) >= 0))
            continue;
        const SchemaObject &before = m_from.at(m_from_of.at(i));
        const bool has = std::any_of(types.cbegin(), types.cend(), [&](int type) {
            return TypeRebuild::has(column, m_to.at(type))
                && TypeRebuild::has(before, m_from.at(m_from_of.at(type)));
        });
        if (has)
            columns.append({.index = i, .typeBefore = before.value(Property::Type)});
    }
    return columns;
}

}  // namespace roster
