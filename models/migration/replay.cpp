// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/replay.h"

#include "models/database/session.h"
#include "models/migration/replacements.h"
#include "models/migration/revisionrunner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

class ReplayText
{
    Q_DECLARE_TR_FUNCTIONS(Replay)
};

Result<void> runRevision(Session &session, const Revision &revision)
{
    if (!revision.isRunnable()) {
        return fail(Error::Kind::Refused,
                    ReplayText::tr("%1 has no SQL to build the schema from.").arg(revision.title()),
                    ReplayText::tr("Compare with the URL of a database that it was applied to."));
    }
    const auto statements = statementsOf(revision, Direction::Upgrade);
    if (!statements)
        return fail(statements.error());
    ROSTER_TRY(runScript(session, *statements, revision.fileName()));
    // What a revision sets for its session does not reach the next one in a real run either.
    return changesSettings(*statements) ? session.restoreSettings() : Result<void>();
}

/// The squashes stand for what they replace, unless that is what is asked for.
RevisionGraph standing(const QList<Revision> &revisions, const QStringList &targets)
{
    const RevisionGraph graph(Replacements::of(revisions, {}).revisions);
    const bool isWhole = std::all_of(targets.cbegin(), targets.cend(), [&](const QString &target) {
        return target == "head"_L1 || target == "heads"_L1 || graph.resolve(target);
    });
    return isWhole ? graph : RevisionGraph(revisions);
}

}  // namespace

Result<void> replay(Session &session, const QList<Revision> &revisions, const QString &target)
{
    const QStringList targets = target.split(u',');
    const RevisionGraph graph = standing(revisions, targets);
    if (!graph.faults().isEmpty())
        return fail(graph.faults().first());
    if (target == "base"_L1)
        return {};
    QStringList wanted;
    for (const QString &one : targets) {
        if (one == "head"_L1 || one == "heads"_L1) {
            wanted += graph.heads();
            continue;
        }
        const auto id = graph.resolve(one);
        if (!id)
            return fail(id.error());
        wanted << *id;
    }
    return replay(session, graph, wanted);
}

Result<void> replay(Session &session, const RevisionGraph &graph, const QStringList &ids)
{
    const QStringList path = graph.ordered(graph.ancestors(ids));
    for (const QString &id : path)
        ROSTER_TRY(runRevision(session, *graph.find(id)));
    return {};
}

}  // namespace roster
