// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/migrationjobs.h"

#include "models/database/connections.h"
#include "models/database/localserver.h"
#include "models/migration/alembicwriter.h"
#include "models/migration/autogenerate.h"
#include "models/migration/losses.h"
#include "models/migration/revisionheader.h"
#include "models/migration/squash.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrationJobs)
};

/// Whom it waits for stands in the job's text, as long as it waits.
std::function<void(const QList<LockHolder> &)> tellerOf(Progress &progress)
{
    return [&progress, before = QString()](const QList<LockHolder> &holders) mutable {
        if (holders.isEmpty()) {
            progress.setText(before);
            return;
        }
        if (before.isEmpty())
            before = progress.state().text;
        progress.setText(Text::tr("%1: waiting for a lock on %2, held by %3")
                             .arg(before, holders.first().relation, holders.first().toText()));
    };
}

Result<MigrationReport> runAct(Session &session, Progress &progress, const MigrationAct &act,
                               bool isDry)
{
    Migrator::Options options;
    options.dryRun = isDry;
    options.confirmedName = act.confirmedName;
    options.fingerprint = declaredFingerprint;
    options.onWaiting = tellerOf(progress);
    if (!act.alembic.isEmpty() && !isDry) {
        options.beforeUpgrade = [folder = act.alembic](const RevisionGraph &graph,
                                                       const QStringList &path) -> Result<void> {
            const auto twins = AlembicWriter::exportTo(folder, graph, path);
            if (!twins)
                return fail(twins.error());
            return {};
        };
    }
    Migrator migrator(session, act.files, options);
    switch (act.kind) {
    case MigrationAct::Kind::Upgrade:
        return migrator.upgrade(act.target, progress);
    case MigrationAct::Kind::Downgrade:
        return migrator.downgrade(act.target, progress);
    case MigrationAct::Kind::Stamp:
        break;
    }
    return migrator.stamp(act.target, progress);
}

}  // namespace

QString MigrationJobs::titleOf(const MigrationAct &act)
{
    switch (act.kind) {
    case MigrationAct::Kind::Upgrade:
        return Text::tr("Upgrade to %1").arg(act.title);
    case MigrationAct::Kind::Downgrade:
        return Text::tr("Downgrade to %1").arg(act.title);
    case MigrationAct::Kind::Stamp:
        break;
    }
    return Text::tr("Mark as being at %1").arg(act.title);
}

Running<Result<HistoryPointer>> MigrationJobs::readHistory(Connections &connections,
                                                           const RevisionSources &sources)
{
    return connections.background().run(
        Text::tr("Read the history of the schema"),
        [sources](Session &session, Progress &) {
            return MigrationHistory::read(session, sources);
        },
        Job::Visibility::Quiet);
}

Running<Result<QList<LintFinding>>> MigrationJobs::lintRevision(Connections &connections,
                                                                const Revision &revision)
{
    return connections.background().run(
        Text::tr("Look through %1").arg(revision.title()),
        [revision](Session &session, Progress &) { return lint(session, revision); },
        Job::Visibility::Quiet);
}

Running<Result<RevisionLocks>> MigrationJobs::readLocks(Connections &connections,
                                                        const Revision &revision,
                                                        Direction direction)
{
    return connections.background().run(
        Text::tr("Look who is in the way of %1").arg(revision.title()),
        [revision, direction](Session &session, Progress &) {
            return readRevisionLocks(session, revision, direction);
        },
        Job::Visibility::Quiet);
}

Running<Result<Drift>> MigrationJobs::readDrift(Connections &connections,
                                                const RevisionSources &sources,
                                                DriftAgainst against)
{
    return connections.jobs().run(Text::tr("Compare the database with what it should be"),
                                  [sources, against](Session &session, Progress &progress) {
                                      LocalServer local;
                                      return roster::readDrift(
                                          session.profile(), sources, against,
                                          [&local, &progress] { return local.acquire(progress); },
                                          progress);
                                  });
}

Running<Result<NewRevision>> MigrationJobs::squash(Connections &connections,
                                                   const RevisionFiles &files, const QString &first,
                                                   const QString &last, const QString &message)
{
    return connections.jobs().run(
        Text::tr("Squash revisions"),
        [files, first, last, message](Session &session, Progress &progress) -> Result<NewRevision> {
            const RevisionGraph graph(Replacements::of(files.revisions, {}).revisions);
            auto squash = Squash::of(graph, first, last);
            if (!squash)
                return squash;
            squash->message =
                message.isEmpty()
                    ? u"squash of %1 revisions up to %2"_s.arg(squash->replaces.size()).arg(last)
                    : message;
            LocalServer local;
            SchemaSideReader sides([&local, &progress] { return local.acquire(progress); },
                                   RevisionSources(), progress);
            const auto server =
                sides.serverFor({.kind = SchemaSide::Kind::Database, .profile = session.profile()});
            if (!server)
                return fail(server.error());
            ROSTER_TRY(Squash::prove(**server, files.revisions, *squash, progress));
            completeNewRevision(*squash);
            return squash;
        });
}

Running<Result<Revision>> MigrationJobs::writeRevision(Connections &connections,
                                                       const NewRevision &revision,
                                                       const QString &folder)
{
    return connections.background().run(
        Text::tr("Write %1").arg(revision.message),
        [revision, folder](Session &, Progress &) { return RevisionFile::write(revision, folder); },
        Job::Visibility::Quiet);
}

Running<Result<MigrationJobs::ActPreview>> MigrationJobs::preview(Connections &connections,
                                                                  const MigrationAct &act)
{
    return connections.background().run(
        Text::tr("Preview: %1").arg(titleOf(act)),
        [act](Session &session, Progress &progress) -> Result<ActPreview> {
            auto report = runAct(session, progress, act, true);
            if (!report)
                return fail(report.error());
            auto losses = lossesOf(session, act.files, report->steps);
            if (!losses)
                return fail(losses.error());
            return ActPreview{std::move(*report), std::move(*losses)};
        },
        Job::Visibility::Quiet);
}

Running<Result<MigrationReport>> MigrationJobs::run(Connections &connections,
                                                    const MigrationAct &act)
{
    return connections.jobs().run(titleOf(act), [act](Session &session, Progress &progress) {
        return runAct(session, progress, act, false);
    });
}

Running<Result<MigrationJobs::UnaskedRun>> MigrationJobs::runReviewed(
    Connections &connections, const RevisionSources &sources)
{
    return connections.jobs().run(
        Text::tr("Apply reviewed revisions"),
        [sources](Session &session, Progress &progress) -> Result<UnaskedRun> {
            const auto files = RevisionFiles::load(sources);
            if (!files)
                return fail(files.error());
            const auto state = MigrationState::read(session, *files);
            if (!state)
                return fail(state.error());
            const auto review = ReviewedRun::of(session, *state);
            if (!review)
                return fail(review.error());
            UnaskedRun run{.review = *review, .report = {}};
            if (!review->mayRun() || state->pending().isEmpty())
                return run;
            const MigrationAct act{.kind = MigrationAct::Kind::Upgrade,
                                   .target = u"head"_s,
                                   .title = u"head"_s,
                                   .files = *files,
                                   .alembic = sources.alembic,
                                   .confirmedName = {}};
            auto report = runAct(session, progress, act, false);
            if (!report)
                return fail(report.error());
            run.report = std::move(*report);
            return run;
        },
        Job::Visibility::Quiet);
}

Running<Result<QList<RehearsedRevision>>> MigrationJobs::rehearseAct(Connections &connections,
                                                                     const MigrationAct &act)
{
    return connections.jobs().run(
        Text::tr("Rehearsal: %1").arg(titleOf(act)),
        [act](Session &session, Progress &progress) -> Result<QList<RehearsedRevision>> {
            const auto state = MigrationState::read(session, act.files);
            if (!state)
                return fail(state.error());
            const bool isUp = act.kind == MigrationAct::Kind::Upgrade;
            const auto path =
                isUp ? state->upgradePath(act.target) : state->downgradePath(act.target);
            if (!path)
                return fail(path.error());
            return rehearse(session, state->graph(), *path,
                            isUp ? Direction::Upgrade : Direction::Downgrade, {}, progress);
        });
}

}  // namespace roster
