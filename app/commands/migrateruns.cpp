// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of `roster migrate` that change a database or write files.
#include "app/commands/context.h"
#include "app/commands/lockwaiting.h"
#include "app/commands/migrateactions.h"
#include "models/database/profilestore.h"
#include "models/migration/alembicwriter.h"
#include "models/migration/revisionfile.h"
#include "models/migration/revisionheader.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

QString directionWord(Direction direction)
{
    return direction == Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
}

void writeJson(Context &context, const MigrationReport &report)
{
    QJsonArray steps;
    for (const MigrationStep &step : report.steps) {
        steps << QJsonObject{{u"revision"_s, step.revision},
                             {u"direction"_s, directionWord(step.direction)},
                             {u"statements"_s, step.statements},
                             {u"milliseconds"_s, step.milliseconds},
                             {u"resumed"_s, step.resumed}};
    }
    QJsonObject object{{u"steps"_s, steps},
                       {u"current"_s, QJsonArray::fromStringList(report.rows)},
                       {u"warnings"_s, QJsonArray::fromStringList(report.warnings)}};
    if (context.has(u"dry-run"_s))
        object.insert(u"sql"_s, report.sql);
    context.out().write(QJsonDocument(object).toJson());
}

Result<ExitCode> written(Context &context, const Result<MigrationReport> &report)
{
    context.clearProgress();
    if (!report)
        return fail(report.error());
    for (const QString &warning : report->warnings)
        context.warn(warning);
    if (context.wantsJson()) {
        writeJson(context, *report);
        return ExitCode::Done;
    }
    if (context.has(u"dry-run"_s)) {
        context.out().write(report->sql.toUtf8());
        return ExitCode::Done;
    }
    for (const MigrationStep &step : report->steps) {
        context.out().line(directionWord(step.direction) + u' ' + step.title
                           + (step.resumed ? u' ' + Text::tr("(taken up again)") : QString()));
    }
    context.say(report->rows.isEmpty()
                    ? Text::tr("The database stands before the first revision.")
                    : Text::tr("The database stands at %1.").arg(report->rows.join(", "_L1)));
    return ExitCode::Done;
}

using Run = Result<MigrationReport> (Migrator::*)(const QString &, Progress &);

Result<ExitCode> runMigrator(Context &context, const QString &target, Run run)
{
    const auto files = MigrateActions::files(context);
    if (!files)
        return fail(files.error());
    const auto before = MigrateActions::state(context);
    if (!before)
        return fail(before.error());
    const auto patience = LockWaiting::timeout(context);
    if (!patience)
        return fail(patience.error());
    Migrator::Options options;
    options.dryRun = context.has(u"dry-run"_s);
    options.times.lockTimeoutMs = *patience;
    if (!context.has(u"quiet"_s))
        options.onWaiting = LockWaiting::say;
    options.fingerprint = declaredFingerprint;
    if (!options.dryRun)
        options.confirmedName = MigrateActions::confirmation(context, *before);
    const QString alembic = context.value(u"alembic"_s);
    if (!alembic.isEmpty()) {
        options.beforeUpgrade = [&](const RevisionGraph &graph,
                                    const QStringList &path) -> Result<void> {
            const auto twins = AlembicWriter::exportTo(alembic, graph, path);
            if (!twins)
                return fail(twins.error());
            for (const QString &twin : *twins)
                context.say(Text::tr("written for Alembic: %1").arg(twin));
            return {};
        };
    } else if (before->isForeign() && run == &Migrator::upgrade && !options.dryRun) {
        context.warn(Text::tr("Alembic manages this database: until its folder has the .py of what "
                              "is applied here, its own commands stop. Give --alembic DIR, or "
                              "`roster migrate export --alembic DIR`."));
    }
    return written(context, context.onSession([&](Session &session, Progress &progress) {
        Migrator migrator(session, *files, options);
        auto report = (migrator.*run)(target, progress);
        if (!report && context.wantsJson())
            LockWaiting::writeJson(context, report.error(), migrator.lockHolders());
        return report;
    }));
}

Result<ExitCode> writeRevision(Context &context, NewRevision revision)
{
    const auto folder = MigrateActions::folder(context);
    if (!folder)
        return fail(folder.error());
    if (context.has(u"dry-run"_s)) {
        completeNewRevision(revision);
        context.out().write(RevisionFile::format(revision));
        return ExitCode::Done;
    }
    const auto file = RevisionFile::write(std::move(revision), *folder);
    if (!file)
        return fail(file.error());
    if (context.wantsJson()) {
        context.out().write(QJsonDocument(QJsonObject{{u"revision"_s, file->id},
                                                      {u"down_revision"_s,
                                                       QJsonArray::fromStringList(file->parents)},
                                                      {u"path"_s, file->path}})
                                .toJson());
    } else {
        context.out().line(file->path);
    }
    return ExitCode::Done;
}

/// Fills the halves with what the declarations ask for. False: there is nothing to write.
Result<bool> fillIn(Context &context, const MigrationState &state, NewRevision &revision)
{
    if (!state.pending().isEmpty()) {
        return fail(Error::Kind::Refused,
                    Text::tr("The database is not at the head: revisions are pending."),
                    Text::tr("Run `roster migrate upgrade` first."));
    }
    const auto plan = MigrateActions::answeredDifference(context);
    if (!plan)
        return fail(plan.error());
    const Autogenerated found = plan->written();
    for (const QString &change : found.changes)
        context.say(change);
    if (found.isEmpty())
        context.say(Text::tr("The tables are as they are declared: there is nothing to write."));
    if (state.isForeign() && !found.missingIndexes.isEmpty()) {
        context.warn(Text::tr("Only for speed: %1. Alembic's next autogenerate proposes to drop it "
                              "unless the backend declares it, too.")
                         .arg(found.missingIndexes.join("; "_L1)));
    }
    if (found.isDestructive)
        context.warn(Text::tr("It deletes data; look at it before you run it."));
    revision.upgrade = found.upgrade;
    revision.downgrade = found.downgrade;
    revision.toSchema = found.toSchema;
    return !found.isEmpty();
}

/// Of Roster's own sources, where the command runs among them; empty: it does not. A folder of that
/// name may be another project's: ours holds every file that is built in.
QString sourcesFolder()
{
    const QDir folder(u"resources/migrations"_s);
    const QStringList builtIn = QDir(u":/migrations"_s).entryList({u"*.sql"_s}, QDir::Files);
    const bool isOurs = !builtIn.isEmpty()
                     && std::all_of(builtIn.begin(), builtIn.end(),
                                    [&](const QString &name) { return folder.exists(name); });
    return isOurs ? folder.path() : QString();
}

/// As it was said, else the one that goes with the saved connection, else that of the sources: what
/// `new` wrote there is not built in yet, and is pending all the same.
QString folderOf(const Context &context)
{
    if (context.has(u"migrations"_s))
        return context.value(u"migrations"_s);
    const QString saved = ProfileStore().revisionFolder(context.value(u"profile"_s));
    return saved.isEmpty() ? sourcesFolder() : saved;
}

}  // namespace

Result<RevisionFiles> MigrateActions::files(const Context &context)
{
    RevisionSources sources;
    sources.folder = folderOf(context);
    sources.alembic = context.value(u"alembic"_s);
    // A folder that `new` is about to make has nothing yet.
    if (context.arguments().word(0) == "new"_L1 && !QDir(sources.folder).exists())
        sources.folder.clear();
    return RevisionFiles::load(sources);
}

Result<QString> MigrateActions::folder(const Context &context)
{
    if (QString chosen = folderOf(context); !chosen.isEmpty())
        return chosen;
    return fail(Error::Kind::Usage, Text::tr("Where shall the revision go?"),
                Text::tr("Name a folder by --migrations DIR, or stand in Roster's sources."));
}

Result<MigrationState> MigrateActions::state(Context &context)
{
    const auto read = files(context);
    if (!read)
        return fail(read.error());
    return context.onSession(
        [&](Session &session, Progress &) { return MigrationState::read(session, *read); });
}

QString MigrateActions::confirmation(Context &context, const MigrationState &state)
{
    if (context.has(u"yes"_s))
        return context.value(u"yes"_s);
    if (state.environment() != Environment::Production || isatty(STDIN_FILENO) == 0
        || isatty(STDERR_FILENO) == 0)
        return {};
    context.warn(Text::tr("This is a production database. Type its name, %1, to go on:")
                     .arg(state.databaseName()));
    QTextStream input(stdin);
    return input.readLine().trimmed();
}

Result<ExitCode> MigrateActions::upgrade(Context &context)
{
    const QString target = context.arguments().word(1);
    return runMigrator(context, target.isEmpty() ? u"head"_s : target, &Migrator::upgrade);
}

Result<ExitCode> MigrateActions::downgrade(Context &context)
{
    return runMigrator(context, context.arguments().word(1), &Migrator::downgrade);
}

Result<ExitCode> MigrateActions::stamp(Context &context)
{
    return runMigrator(context, context.arguments().word(1), &Migrator::stamp);
}

Result<ExitCode> MigrateActions::create(Context &context)
{
    NewRevision revision;
    revision.message = context.value(u"message"_s);
    if (revision.message.trimmed().isEmpty()) {
        return fail(Error::Kind::Usage, Text::tr("A new revision wants a message."),
                    Text::tr("Like this: roster migrate new -m \"add guilds\""));
    }
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    const auto parents = state->parentsOfNew();
    if (!parents)
        return fail(parents.error());
    revision.parents = *parents;
    if (context.has(u"autogenerate"_s)) {
        const auto filled = fillIn(context, *state, revision);
        if (!filled)
            return fail(filled.error());
        if (!*filled)
            return ExitCode::Done;
    }
    if (state->isForeign()) {
        context.say(Text::tr("It stands on a revision of Alembic's: before you apply it, write its "
                             ".py by `roster migrate export --alembic DIR`."));
    }
    return writeRevision(context, revision);
}

Result<ExitCode> MigrateActions::merge(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    if (!state->faults().isEmpty())
        return fail(state->faults().first());
    NewRevision revision;
    for (const QString &word : context.arguments().words().mid(1)) {
        const auto ids = state->resolve(word);
        if (!ids)
            return fail(ids.error());
        revision.parents << *ids;
    }
    if (revision.parents.isEmpty())
        revision.parents = state->heads();
    revision.parents.removeDuplicates();
    if (revision.parents.size() < 2) {
        return fail(Error::Kind::Usage, Text::tr("There is nothing to merge: one head only."));
    }
    revision.message = context.value(u"message"_s);
    if (revision.message.isEmpty())
        revision.message = u"merge "_s + revision.parents.join(u" and "_s);
    return writeRevision(context, revision);
}

Result<ExitCode> MigrateActions::exportTwins(Context &context)
{
    const QString folder = context.value(u"alembic"_s);
    if (folder.isEmpty()) {
        return fail(Error::Kind::Usage, Text::tr("Export to where?"),
                    Text::tr("Name the backend's folder by --alembic DIR."));
    }
    const auto read = files(context);
    if (!read)
        return fail(read.error());
    const RevisionGraph graph(Replacements::of(read->revisions, {}).revisions);
    for (const Error &fault : read->faults + graph.faults())
        return fail(fault);
    const auto ids = AlembicWriter::exportable(folder, graph);
    if (!ids)
        return fail(ids.error());
    const auto paths = AlembicWriter::exportTo(folder, graph, *ids);
    if (!paths)
        return fail(paths.error());
    if (context.wantsJson()) {
        context.out().write(
            QJsonDocument(QJsonObject{{u"written"_s, QJsonArray::fromStringList(*paths)}})
                .toJson());
        return ExitCode::Done;
    }
    for (const QString &path : *paths)
        context.out().line(path);
    return ExitCode::Done;
}

}  // namespace roster
