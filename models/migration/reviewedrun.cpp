// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/reviewedrun.h"

#include "models/database/session.h"
#include "models/migration/lint.h"
#include "models/migration/lintrules.h"
#include "models/migration/versiontable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReviewedRun)
};

Result<bool> isMarked(Session &session, const MigrationState &state)
{
    const auto mark = session.query(
        u"SELECT coalesce(pg_catalog.current_setting('roster.environment', true), '')"_s);
    if (!mark)
        return fail(mark.error());
    const bool isSaid = session.profile().environment == Environment::Development
                     || mark->text(0, 0) == "development"_L1;
    return isSaid && state.environment() == Environment::Development;
}

/// What is wrong before a single revision is looked at; empty: nothing.
Result<QString> stateObstacle(Session &session, const MigrationState &state)
{
    if (!state.faults().isEmpty())
        return state.faults().first().message;
    if (state.isForeign())
        return Text::tr("Alembic manages this database.");
    if (!state.hasVersionTable())
        return Text::tr("The database has no history yet.");
    if (state.heads().size() > 1)
        return Text::tr("There are several heads.");
    if (const auto half = state.halfDone())
        return Text::tr("%1 stopped half way.").arg(half->revision);
    if (!state.changedFiles().isEmpty())
        return Text::tr("%1 was changed after it was applied.").arg(state.changedFiles().first());
    const auto rights = VersionTable::missingRights(session);
    if (!rights)
        return fail(rights.error());
    return rights->isEmpty() ? QString() : Text::tr("This role may not migrate.");
}

/// Whether rows or values are gone afterwards, or nobody can tell.
bool isDestructive(const RevisionStatement &statement, const QStringList &created)
{
    const auto tree = parseStatement(statement.sql);
    if (!tree)
        return true;
    for (const char *kind : {"DoStmt", "CallStmt", "DeleteStmt", "TruncateStmt"}) {
        if (tree->contains(QLatin1StringView(kind)))
            return true;
    }
    const QList<LintMatch> matches = lintMatches(*tree);
    return std::any_of(matches.cbegin(), matches.cend(), [&](const LintMatch &match) {
        return match.cost == LintClass::Destructive && !created.contains(match.table);
    });
}

Result<QString> revisionObstacle(Session &session, const MigrationState &state,
                                 const Revision &revision, QStringList &created)
{
    if (!revision.isRunnable())
        return Text::tr("%1 is a revision of Alembic's.").arg(revision.title());
    if (!revision.transactional)
        return Text::tr("%1 runs statement by statement.").arg(revision.title());
    if (const auto last = state.lastEntry(revision.id, true);
        last && last->direction == "downgrade"_L1)
        return Text::tr("%1 was undone by somebody.").arg(revision.title());
    const auto statements = statementsOf(revision, Direction::Upgrade);
    if (!statements)
        return fail(statements.error());
    for (const RevisionStatement &statement : *statements) {
        if (isDestructive(statement, created))
            return Text::tr("%1 may delete data.").arg(revision.title());
        if (const auto tree = parseStatement(statement.sql))
            created += createdRelations(*tree);
    }
    const auto findings = lint(session, revision);
    if (!findings)
        return fail(findings.error());
    for (const LintFinding &finding : *findings) {
        if (finding.severity != LintFinding::Severity::Note)
            return Text::tr("%1 was not reviewed: %2").arg(revision.title(), finding.message);
    }
    return QString();
}

}  // namespace

Result<ReviewedRun> ReviewedRun::of(Session &session, const MigrationState &state)
{
    ReviewedRun run;
    const auto marked = roster::isMarked(session, state);
    if (!marked)
        return fail(marked.error());
    run.isMarked = *marked;
    if (!run.isMarked)
        return run;
    const auto wrong = stateObstacle(session, state);
    if (!wrong)
        return fail(wrong.error());
    if (!wrong->isEmpty()) {
        run.obstacles << *wrong;
        return run;
    }
    QStringList created;
    for (const QString &id : state.pending()) {
        const auto found = revisionObstacle(session, state, *state.graph().find(id), created);
        if (!found)
            return fail(found.error());
        if (!found->isEmpty())
            run.obstacles << *found;
    }
    return run;
}

}  // namespace roster
