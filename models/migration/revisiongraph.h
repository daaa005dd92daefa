// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISIONGRAPH_H
#define ROSTER_MIGRATION_REVISIONGRAPH_H

#include "models/migration/revision.h"

#include <QHash>
#include <QSet>

namespace roster {

/// The history as its files tell it: .sql and .py together. Everything takes linear time.
class RevisionGraph
{
public:
    RevisionGraph() = default;
    /// A later one of `revisions` takes the place of an embedded one of the same id; a .py file
    /// that is our own export adds nothing. A parent that nobody declares becomes a node of
    /// Source::Missing.
    explicit RevisionGraph(const QList<Revision> &revisions);

    /// Parents before children, otherwise in the order given.
    const QList<Revision> &revisions() const { return m_revisions; }
    const Revision *find(const QString &id) const;
    /// Nothing may run with these: duplicate ids, cycles, files that cannot be read.
    const QList<Error> &faults() const { return m_faults; }
    /// Exports that say something else than their .sql file.
    const QStringList &staleTwins() const { return m_staleTwins; }
    /// Revisions whose .py twin was seen.
    bool hasTwin(const QString &id) const { return m_twins.contains(id); }

    /// Nobody's parent; dependencies do not count. Missing ones are none.
    QStringList heads() const;
    /// Without a parent.
    QStringList bases() const;
    QStringList childrenOf(const QString &id) const;

    /// These and all they need, over parents and dependencies.
    QSet<QString> ancestors(const QStringList &ids) const;
    /// These and all that need them.
    QSet<QString> descendants(const QStringList &ids) const;
    /// Parents first.
    QStringList ordered(const QSet<QString> &ids) const;
    /// Those of `ids` that are no ancestor of another one.
    QStringList tips(const QSet<QString> &ids) const;

    /// The one id that begins with `prefix`. Errors: NotFound; Usage where several do.
    Result<QString> resolve(const QString &prefix) const;

private:
    void add(const Revision &revision);
    void addTwin(const Revision &twin, const Revision &own);
    void addMissing();
    void sort();
    void addCycle(const QList<qsizetype> &left);
    QSet<QString> reached(const QStringList &ids, const QList<QList<qsizetype>> &edges) const;

    QList<Revision> m_revisions;
    QHash<QString, qsizetype> m_index;
    QList<QList<qsizetype>> m_parents;   ///< also dependencies
    QList<QList<qsizetype>> m_children;  ///< the other way
    QList<Error> m_faults;
    QStringList m_staleTwins;
    QSet<QString> m_twins;
};

}  // namespace roster

#endif
