// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/changeplan.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace roster {

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
    orderRowMoves();
    orderFills();
    orderPersistence();
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
        if (const int end = m_ends.value(i, -1); end >= 0) {
            // Before what its expression needs goes, and before anything has another name.
            precede(end, alter);
            for (const int need : m_from.at(i).needs) {
                precede(end, isGoing(need) ? dropOf(need) : -1);
                precede(end, m_alters.value(m_to_of.at(need), -1));
            }
        }
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
        for (auto detach = m_detaches.cbegin(); detach != m_detaches.cend(); ++detach) {
            // A partition that leaves takes its rows along.
            const int to = m_to_of.at(detach.key());
            const QString parent = m_from.at(detach.key()).value(Property::PartitionOf);
            if (!parent.isEmpty() && to >= 0 && m_to.at(to).value(Property::PartitionOf) != parent)
                precede(detach.value(), it.value());
            else
                precede(it.value(), detach.value());
        }
    }
}

void ChangePlan::orderCreations()
{
    const auto stepOf = [this](int to) {
        const int whole = m_wholeOf.value(to, to);
        return m_creates.value(whole, m_alters.value(to, m_alters.value(whole, -1)));
    };
    for (int i = 0; i < m_from_of.size(); ++i) {
        const int step = stepOf(i);
        if (step < 0)
            continue;
        for (const int need : m_to.at(i).needs) {
            precede(stepOf(need), step);
            if (m_to.at(i).kind != ObjectKind::Function || m_to.at(need).kind != ObjectKind::Table)
                continue;
            // It may read any column of such a row, but those that call it.
            for (const int part : m_to.parts(need)) {
                const QList<int> &needs = m_to.at(part).needs;
                if (m_to.at(part).kind == ObjectKind::Column && !needs.contains(i))
                    precede(stepOf(part), step);
            }
        }
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

/// No logged table refers to an unlogged one, at any time.
void ChangePlan::orderPersistence()
{
    const auto becomes = [this](int table) {
        const int before = table < 0 ? -1 : m_from_of.at(table);
        return before >= 0
            && m_from.at(before).has(Property::Persistence)
                   != m_to.at(table).has(Property::Persistence);
    };
    for (const SchemaObject &key : m_to.objects()) {
        if (key.kind != ObjectKind::ForeignKey || !becomes(key.parent))
            continue;
        for (const int need : key.needs) {
            const int table = m_to.at(need).parent < 0 ? need : m_to.at(need).parent;
            if (m_to.at(table).kind != ObjectKind::Table || table == key.parent || !becomes(table))
                continue;
            const bool isUnlogged = m_to.at(table).has(Property::Persistence);
            const int referring = m_alters.value(key.parent, -1);
            const int referred = m_alters.value(table, -1);
            precede(isUnlogged ? referring : referred, isUnlogged ? referred : referring);
        }
    }
}

/// A name that one object gives up and another takes.
void ChangePlan::orderNames()
{
    QHash<QString, QList<int>> given;
    for (auto it = m_drops.cbegin(); it != m_drops.cend(); ++it)
        given[m_from.at(it.key()).sharedName()].append(it.value());
    for (auto it = m_renames.cbegin(); it != m_renames.cend(); ++it)
        given[m_from.at(it.key()).sharedName()].append(m_alters.value(m_to_of.at(it.key())));
    given.remove(QString());
    for (int i = 0; i < m_from_of.size(); ++i) {
        const bool comes = isComing(i) || m_renames.contains(m_from_of.at(i));
        if (!comes)
            continue;
        const int whole = m_wholeOf.value(i, i);
        const int step = m_creates.value(whole, m_alters.value(i, -1));
        const QList<int> earlier = given.value(m_to.at(i).sharedName());
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
        for (const int part : m_from.parts(m_from_of.at(it.key()))) {
            if (m_from.at(part).kind == ObjectKind::Constraint)
                precede(m_drops.value(part, -1), it.value());  // the parent's may have its name
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
