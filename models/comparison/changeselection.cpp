// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeselection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Relations, indexes and types share their names.
bool isPrimaryKey(const SchemaObject &object)
{
    return object.kind == ObjectKind::Constraint
        && object.value(Property::Definition).startsWith("PRIMARY KEY"_L1);
}

QString columnOf(const SchemaObject &standard)
{
    return u"column "_s + standard.qualifiedRelation() + u'.' + standard.name;
}

}  // namespace

ChangeSelection::ChangeSelection(SchemaSnapshot from, SchemaSnapshot to)
    : m_from(std::move(from)), m_to(std::move(to))
{
    addItems();
    addCompany();
    addNeeds();
    addNamesGivenUp();
    addKeysAndTypes();
}

void ChangeSelection::addItems()
{
    const QList<SchemaChange> changes = compareSchemas(m_from, m_to);
    for (const SchemaChange &change : changes) {
        const int index = int(m_items.size());
        const bool isGone = change.type == SchemaChange::Type::Removed;
        const SchemaObject &object = isGone ? m_from.at(change.from) : m_to.at(change.to);
        if (change.from >= 0)
            m_itemOfFrom.insert(change.from, index);
        if (change.to >= 0)
            m_itemOfTo.insert(change.to, index);
        const bool holdsValues =
            object.kind == ObjectKind::Table || object.kind == ObjectKind::Column;
        const int whole = owningTable(isGone ? m_from : m_to, isGone ? change.from : change.to);
        const SchemaObject &shown = whole < 0 ? object : (isGone ? m_from : m_to).at(whole);
        m_items.append({.change = change,
                        .text = changeText(m_from, m_to, change),
                        .group = shown.qualifiedName(),
                        .loses = isGone && holdsValues && !object.has(Property::Generated),
                        .needs = {}});
    }
}

/// A serial column's sequence comes and goes with the column.
void ChangeSelection::addCompany()
{
    const auto join = [this](const SchemaSnapshot &schema, const QHash<int, int> &items,
                             SchemaChange::Type type) {
        for (auto it = items.cbegin(); it != items.cend(); ++it) {
            const SchemaObject &owner = schema.at(it.key());
            if (owner.kind != ObjectKind::SequenceOwner || m_items.at(*it).change.type != type)
                continue;
            const int column =
                items.value(schema.indexOf(u"column "_s + owner.value(Property::Column)), -1);
            if (column < 0 || m_items.at(column).change.type != type)
                continue;
            const int sequence =
                items.value(schema.indexOf(u"sequence "_s + owner.qualifiedName()), -1);
            for (const int company : {*it, sequence}) {
                if (company < 0 || m_items.at(company).change.type != type)
                    continue;
                m_items[company].isCompany = true;
                need(company, column);
                need(column, company);
            }
        }
    };
    join(m_to, m_itemOfTo, SchemaChange::Type::Added);
    join(m_from, m_itemOfFrom, SchemaChange::Type::Removed);
}

void ChangeSelection::need(int item, int other)
{
    if (item >= 0 && other >= 0 && item != other)
        m_items[item].needs.insert(other);
}

/// The item that an object which is only on one side comes or goes with; -1: none.
int ChangeSelection::itemOf(const SchemaSnapshot &schema, const QHash<int, int> &items,
                            int object) const
{
    const auto own = items.constFind(object);
    if (own != items.cend())
        return *own;
    const SchemaObject &part = schema.at(object);
    if (part.kind == ObjectKind::Default) {
        const int column = schema.indexOf(columnOf(part));
        if (column >= 0 && items.contains(column))
            return items.value(column);
    }
    if (part.is(Property::Inherited)) {
        const int parent = inheritedFrom(schema, part);
        if (parent >= 0)
            return itemOf(schema, items, parent);
    }
    const int whole = owningTable(schema, object);
    return whole >= 0 ? items.value(whole, -1) : -1;
}

void ChangeSelection::addNeeds()
{
    for (int i = 0; i < m_to.objects().size(); ++i) {
        const bool isNew = m_from.indexOf(m_to.at(i).identity()) < 0;
        const int item = isNew ? itemOf(m_to, m_itemOfTo, i) : m_itemOfTo.value(i, -1);
        if (item >= 0)
            addNeedsOfNew(i, item);
    }
    for (int i = 0; i < m_from.objects().size(); ++i) {
        if (m_to.indexOf(m_from.at(i).identity()) >= 0)
            continue;
        const int item = itemOf(m_from, m_itemOfFrom, i);
        if (item >= 0)
            addNeedsOfOld(i, item);
    }
}

/// What comes needs what it is made of.
void ChangeSelection::addNeedsOfNew(int to, int item)
{
    for (const int other : m_to.at(to).needs) {
        if (m_from.indexOf(m_to.at(other).identity()) < 0)
            need(item, itemOf(m_to, m_itemOfTo, other));
    }
}

/// What goes needs that nothing is left that is made of it.
void ChangeSelection::addNeedsOfOld(int from, int item)
{
    const QList<int> dependants = m_from.dependants(from);
    for (const int dependant : dependants) {
        const int after = m_to.indexOf(m_from.at(dependant).identity());
        need(item,
             after < 0 ? itemOf(m_from, m_itemOfFrom, dependant) : m_itemOfTo.value(after, -1));
    }
}

/// A name that one object gives up and another takes; and a table has one primary key.
void ChangeSelection::addNamesGivenUp()
{
    QHash<QString, int> given;
    QHash<QString, int> keys;
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).change.type != SchemaChange::Type::Removed)
            continue;
        const SchemaObject &object = m_from.at(m_items.at(i).change.from);
        given.insert(object.sharedName(), i);
        if (isPrimaryKey(object))
            keys.insert(object.qualifiedRelation(), i);
    }
    given.remove(QString());
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).change.type != SchemaChange::Type::Added)
            continue;
        const SchemaObject &object = m_to.at(m_items.at(i).change.to);
        need(i, given.value(object.sharedName(), -1));
        if (isPrimaryKey(object))
            need(i, keys.value(object.qualifiedRelation(), -1));
    }
}

/// A primary key makes its columns NOT NULL, and a default is of its column's type.
void ChangeSelection::addKeysAndTypes()
{
    for (int i = 0; i < m_items.size(); ++i) {
        const SchemaChange &change = m_items.at(i).change;
        const bool isGone = change.type == SchemaChange::Type::Removed;
        const SchemaSnapshot &schema = isGone ? m_from : m_to;
        const SchemaObject &object = schema.at(isGone ? change.from : change.to);
        if (isPrimaryKey(object)) {
            for (const int column : object.needs) {
                const int other =
                    isGone ? m_itemOfFrom.value(column, -1) : m_itemOfTo.value(column, -1);
                if (other < 0 || !m_items.at(other).change.changes(Property::NotNull))
                    continue;
                need(isGone ? other : i, isGone ? i : other);
            }
        }
        if (object.kind != ObjectKind::Default)
            continue;
        const int column = isGone ? m_itemOfFrom.value(m_from.indexOf(columnOf(object)), -1)
                                  : m_itemOfTo.value(m_to.indexOf(columnOf(object)), -1);
        if (column >= 0 && m_items.at(column).change.changes(Property::Type)) {
            need(i, column);
            need(column, i);
        }
    }
}

QList<int> ChangeSelection::setWanted(int item, bool wanted)
{
    QList<int> moved;
    QList<int> waiting{item};
    while (!waiting.isEmpty()) {
        const int next = waiting.takeFirst();
        if (m_items.at(next).isWanted == wanted)
            continue;
        m_items[next].isWanted = wanted;
        if (next != item && !m_items.at(next).isCompany)
            moved << next;
        for (int other = 0; other < m_items.size(); ++other) {
            const bool follows = wanted ? m_items.at(next).needs.contains(other)
                                        : m_items.at(other).needs.contains(next);
            if (follows)
                waiting << other;
        }
    }
    std::sort(moved.begin(), moved.end());
    return moved;
}

bool ChangeSelection::isWhole() const
{
    return std::all_of(m_items.cbegin(), m_items.cend(),
                       [](const Item &item) { return item.isWanted; });
}

SchemaSnapshot ChangeSelection::wantedSchema() const
{
    if (isWhole())
        return m_to;
    QSet<int> left;
    QSet<int> taken;
    for (int i = 0; i < m_from.objects().size(); ++i) {
        const int after = m_to.indexOf(m_from.at(i).identity());
        const int item = after < 0 ? itemOf(m_from, m_itemOfFrom, i) : -1;
        if (item >= 0 && m_items.at(item).isWanted)
            left.insert(i);
    }
    for (int i = 0; i < m_to.objects().size(); ++i) {
        const bool isNew = m_from.indexOf(m_to.at(i).identity()) < 0;
        const int item = isNew ? itemOf(m_to, m_itemOfTo, i) : m_itemOfTo.value(i, -1);
        if (item >= 0 && m_items.at(item).isWanted)
            taken.insert(i);
    }
    return m_from.changed(m_to, left, taken);
}

}  // namespace roster
