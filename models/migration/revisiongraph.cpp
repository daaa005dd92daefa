// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/revisiongraph.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RevisionGraph)
};

Error faultOf(const QString &message, const QString &hint = {})
{
    Error error;
    error.kind = Error::Kind::InvalidInput;
    error.message = message;
    error.hint = hint;
    return error;
}

}  // namespace

RevisionGraph::RevisionGraph(const QList<Revision> &revisions)
{
    m_revisions.reserve(revisions.size());
    for (const Revision &revision : revisions)
        add(revision);
    addMissing();
    sort();
}

void RevisionGraph::add(const Revision &revision)
{
    const auto known = m_index.constFind(revision.id);
    if (known == m_index.cend()) {
        m_index.insert(revision.id, m_revisions.size());
        m_revisions.append(revision);
        return;
    }
    Revision &other = m_revisions[*known];
    const bool isTwin = revision.source == Revision::Source::Alembic && other.isRunnable();
    if (isTwin && !revision.checksum.isEmpty()) {
        addTwin(revision, other);
    } else if (other.source == Revision::Source::Embedded
               && revision.source == Revision::Source::File) {
        other = revision;
    } else if (revision.source != Revision::Source::Embedded
               && revision.source != Revision::Source::Log) {
        m_faults << faultOf(Text::tr("The revision %1 is declared twice: %2 and %3.")
                                .arg(revision.id, other.path, revision.path),
                            Text::tr("A copied file needs an id of its own."));
    }
}

void RevisionGraph::addTwin(const Revision &twin, const Revision &own)
{
    m_twins.insert(own.id);
    if (twin.checksum != own.checksum)
        m_staleTwins << twin.path;
}

void RevisionGraph::addMissing()
{
    const qsizetype declared = m_revisions.size();
    for (qsizetype i = 0; i < declared; ++i) {
        for (const QString &parent : m_revisions.at(i).allParents()) {
            if (m_index.contains(parent))
                continue;
            Revision missing;
            missing.id = parent;
            missing.source = Revision::Source::Missing;
            m_index.insert(parent, m_revisions.size());
            m_revisions.append(missing);
        }
    }
}

/// Kahn's order; what is left over holds a cycle.
void RevisionGraph::sort()
{
    const qsizetype count = m_revisions.size();
    QList<QList<qsizetype>> children(count);
    QList<qsizetype> waitsFor(count, 0);
    for (qsizetype i = 0; i < count; ++i) {
        for (const QString &parent : m_revisions.at(i).allParents()) {
            children[m_index.value(parent)].append(i);
            ++waitsFor[i];
        }
    }
    QList<qsizetype> order;
    order.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        if (waitsFor.at(i) == 0)
            order.append(i);
    }
    for (qsizetype next = 0; next < order.size(); ++next) {
        for (const qsizetype child : std::as_const(children[order.at(next)])) {
            if (--waitsFor[child] == 0)
                order.append(child);
        }
    }
    if (order.size() < count) {
        QList<qsizetype> left;
        for (qsizetype i = 0; i < count; ++i) {
            if (waitsFor.at(i) > 0)
                left.append(i);
        }
        addCycle(left);
        order += left;
    }
    QList<Revision> sorted;
    sorted.reserve(count);
    for (qsizetype rank = 0; rank < count; ++rank) {
        sorted.append(std::move(m_revisions[order.at(rank)]));
        m_index[sorted.last().id] = rank;
    }
    m_revisions = std::move(sorted);
    m_parents.resize(count);
    m_children.resize(count);
    for (qsizetype i = 0; i < count; ++i) {
        for (const QString &parent : m_revisions.at(i).allParents()) {
            m_parents[i].append(m_index.value(parent));
            m_children[m_index.value(parent)].append(i);
        }
    }
}

/// Walks up within what is left until it comes round.
void RevisionGraph::addCycle(const QList<qsizetype> &left)
{
    const QSet<qsizetype> inside(left.cbegin(), left.cend());
    QList<qsizetype> walk;
    qsizetype at = left.first();
    while (!walk.contains(at)) {
        walk.append(at);
        for (const QString &parent : m_revisions.at(at).allParents()) {
            const qsizetype next = m_index.value(parent);
            if (inside.contains(next)) {
                at = next;
                break;
            }
        }
    }
    QStringList names;
    for (qsizetype i = walk.indexOf(at); i < walk.size(); ++i)
        names << m_revisions.at(walk.at(i)).id;
    names << m_revisions.at(at).id;
    m_faults << faultOf(Text::tr("The revisions form a cycle: %1.").arg(names.join(u" → "_s)),
                        Text::tr("Correct down_revision in %1.").arg(m_revisions.at(at).path));
}

const Revision *RevisionGraph::find(const QString &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.cend() ? nullptr : &m_revisions.at(*found);
}

QStringList RevisionGraph::heads() const
{
    QSet<QString> parents;
    for (const Revision &revision : m_revisions)
        parents += QSet<QString>(revision.parents.cbegin(), revision.parents.cend());
    QStringList heads;
    for (const Revision &revision : m_revisions) {
        if (!parents.contains(revision.id) && revision.source != Revision::Source::Missing)
            heads << revision.id;
    }
    return heads;
}

QStringList RevisionGraph::bases() const
{
    QStringList bases;
    for (const Revision &revision : m_revisions) {
        if (revision.parents.isEmpty() && revision.source != Revision::Source::Missing)
            bases << revision.id;
    }
    return bases;
}

QStringList RevisionGraph::childrenOf(const QString &id) const
{
    QStringList children;
    if (const auto found = m_index.constFind(id); found != m_index.cend()) {
        for (const qsizetype child : m_children.at(*found)) {
            if (m_revisions.at(child).parents.contains(id))
                children << m_revisions.at(child).id;
        }
    }
    return children;
}

QSet<QString> RevisionGraph::reached(const QStringList &ids,
                                     const QList<QList<qsizetype>> &edges) const
{
    QSet<QString> result;
    QList<qsizetype> waiting;
    for (const QString &id : ids) {
        if (const auto found = m_index.constFind(id); found != m_index.cend())
            waiting.append(*found);
        result.insert(id);
    }
    while (!waiting.isEmpty()) {
        for (const qsizetype next : edges.at(waiting.takeLast())) {
            const QString &id = m_revisions.at(next).id;
            if (!result.contains(id)) {
                result.insert(id);
                waiting.append(next);
            }
        }
    }
    return result;
}

QSet<QString> RevisionGraph::ancestors(const QStringList &ids) const
{
    return reached(ids, m_parents);
}

QSet<QString> RevisionGraph::descendants(const QStringList &ids) const
{
    return reached(ids, m_children);
}

QStringList RevisionGraph::ordered(const QSet<QString> &ids) const
{
    QStringList sorted(ids.cbegin(), ids.cend());
    std::sort(sorted.begin(), sorted.end(), [this](const QString &a, const QString &b) {
        const qsizetype last = m_revisions.size();
        return std::pair(m_index.value(a, last), a) < std::pair(m_index.value(b, last), b);
    });
    return sorted;
}

QStringList RevisionGraph::tips(const QSet<QString> &ids) const
{
    QSet<QString> below;
    for (const QString &id : ids) {
        if (const Revision *revision = find(id)) {
            for (const QString &parent : revision->allParents())
                below.insert(parent);
        }
    }
    const QSet<QString> covered = ancestors(QStringList(below.cbegin(), below.cend()));
    return ordered(ids - covered);
}

Result<QString> RevisionGraph::resolve(const QString &prefix) const
{
    if (m_index.contains(prefix))
        return prefix;
    QStringList matches;
    for (const Revision &revision : m_revisions) {
        if (!prefix.isEmpty() && revision.id.startsWith(prefix))
            matches << revision.id;
    }
    if (matches.size() == 1)
        return matches.first();
    if (matches.isEmpty()) {
        return fail(Error::Kind::NotFound, Text::tr("There is no revision %1.").arg(prefix),
                    Text::tr("`roster migrate history` lists them."));
    }
    return fail(Error::Kind::Usage,
                Text::tr("%1 may be any of: %2.").arg(prefix, matches.mid(0, 5).join(", "_L1)),
                Text::tr("Write more digits."));
}

}  // namespace roster
