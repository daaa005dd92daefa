// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/replacements.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Replacements)
};

/// Puts one squash after the other in its place.
class Replacer
{
public:
    Replacer(Replacements &result, const QSet<QString> &begun) : m_result(result), m_begun(begun) {}

    void run(QList<Revision> squashes)
    {
        while (!squashes.isEmpty()) {
            // One that another one replaces comes before it.
            const auto next =
                std::find_if(squashes.cbegin(), squashes.cend(), [&](const Revision &one) {
                    return std::none_of(
                        squashes.cbegin(), squashes.cend(),
                        [&](const Revision &other) { return one.replaces.contains(other.id); });
                });
            if (next == squashes.cend()) {
                addFault(Text::tr("%1 and %2 replace each other.")
                             .arg(squashes.first().path, squashes.last().path));
                return;
            }
            place(squashes.takeAt(next - squashes.cbegin()));
        }
    }

private:
    void place(const Revision &squash)
    {
        for (const QString &id : squash.replaces) {
            const QString other = m_result.replacedBy.value(id);
            if (!other.isEmpty() && !squash.replaces.contains(other)) {
                addFault(Text::tr("%1: %2 is replaced by %3 already.").arg(squash.path, id, other));
                return;
            }
        }
        const RevisionGraph graph(m_result.revisions);
        const SquashPlace::Kind kind = kindOf(squash, graph);
        m_result.squashes.append({squash.id, squash.replaces, kind});
        if (m_result.squashes.last().waits())
            leaveOut(squash, graph);
        else
            standIn(squash);
    }

    SquashPlace::Kind kindOf(const Revision &squash, const RevisionGraph &graph)
    {
        const QSet<QString> applied = graph.ancestors(m_result.rows);
        if (applied.contains(squash.id))
            return SquashPlace::Kind::Applied;
        QSet<QString> known;
        bool hasAll = true;
        bool hasSome = false;
        for (const QString &id : squash.replaces) {
            if (graph.find(id))
                known.insert(id);
            // What is replaced once more went with the one that replaces it here, too.
            const bool isAway = m_result.replacedBy.contains(id) || m_left.contains(id);
            hasAll = hasAll && (isAway || applied.contains(id));
            hasSome = hasSome || applied.contains(id) || m_begun.contains(id);
        }
        const QString &last = squash.replaces.last();
        const bool isEnd = !known.contains(last) || graph.tips(known).contains(last);
        if (!isEnd)
            addFault(Text::tr("%1: the last one that it replaces has to be the one they lead to.")
                         .arg(squash.path));
        // Without the files nothing but the last row tells that the others ran.
        hasAll = hasAll || (isEnd && applied.contains(last) && !m_begun.contains(last));
        if (isAlembics(squash))
            return SquashPlace::Kind::Held;
        return hasAll  ? SquashPlace::Kind::Counted
             : hasSome ? SquashPlace::Kind::Waiting
                       : SquashPlace::Kind::Pending;
    }

    bool isAlembics(const Revision &squash) const
    {
        return std::any_of(m_result.revisions.cbegin(), m_result.revisions.cend(),
                           [&](const Revision &revision) {
                               return revision.source == Revision::Source::Alembic
                                   && squash.replaces.contains(revision.id);
                           });
    }

    void standIn(const Revision &squash)
    {
        const QSet<QString> gone(squash.replaces.cbegin(), squash.replaces.cend());
        for (const QString &id : gone)
            m_result.replacedBy.insert(id, squash.id);
        remove(gone);
        for (Revision &revision : m_result.revisions) {
            if (revision.id != squash.id) {
                rename(revision.parents, gone, squash.id);
                rename(revision.dependsOn, gone, squash.id);
            }
        }
        rename(m_result.rows, gone, squash.id);
        m_result.rows.sort();
    }

    void leaveOut(const Revision &squash, const RevisionGraph &graph)
    {
        const QSet<QString> applied = graph.ancestors(m_result.rows);
        QStringList missing;
        for (const QString &id : squash.replaces) {
            const Revision *revision = graph.find(id);
            const bool isThere = revision && revision->source != Revision::Source::Missing;
            if (!isThere && !applied.contains(id) && !m_left.contains(id)
                && !m_result.replacedBy.contains(id))
                missing << id;
        }
        if (!missing.isEmpty()) {
            addFault(
                Text::tr("The database is in the middle of what %1 replaces, and the files of what "
                         "is left to run are gone: %2.")
                    .arg(squash.title(), missing.join(", "_L1)),
                Text::tr("Put them back, upgrade this database, and only then take them away."));
        }
        m_left.insert(squash.id);
        remove({squash.id});
        for (Revision &revision : m_result.revisions) {
            rename(revision.parents, {squash.id}, squash.replaces.last());
            rename(revision.dependsOn, {squash.id}, squash.replaces.last());
        }
    }

    void remove(const QSet<QString> &ids)
    {
        m_result.revisions.removeIf(
            [&](const Revision &revision) { return ids.contains(revision.id); });
    }

    static void rename(QStringList &ids, const QSet<QString> &from, const QString &to)
    {
        for (QString &id : ids) {
            if (from.contains(id))
                id = to;
        }
        ids.removeDuplicates();
    }

    void addFault(const QString &message, const QString &hint = {})
    {
        Error error;
        error.kind = Error::Kind::InvalidInput;
        error.message = message;
        error.hint = hint;
        m_result.faults << error;
    }

    Replacements &m_result;
    const QSet<QString> &m_begun;
    QSet<QString> m_left;  ///< squashes that wait
};

}  // namespace

Replacements Replacements::of(const QList<Revision> &revisions, const QStringList &rows,
                              const QSet<QString> &begun)
{
    Replacements result;
    result.revisions = revisions;
    result.rows = rows;
    QList<Revision> squashes;
    for (const Revision &revision : revisions) {
        if (revision.replaces.isEmpty())
            continue;
        squashes.removeIf([&](const Revision &other) { return other.id == revision.id; });
        squashes.append(revision);
    }
    if (squashes.isEmpty())
        return result;
    // One that only the log still knows, and that was undone, replaces nothing.
    const QSet<QString> applied = RevisionGraph(revisions).ancestors(rows);
    squashes.removeIf([&](const Revision &squash) {
        return squash.source == Revision::Source::Log && !applied.contains(squash.id);
    });
    Replacer(result, begun).run(squashes);
    return result;
}

}  // namespace roster
