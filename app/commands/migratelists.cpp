// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of `roster migrate` that only look.
#include "app/commands/context.h"
#include "app/commands/migrateactions.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

QString sourceWord(Revision::Source source)
{
    switch (source) {
    case Revision::Source::Embedded:
        return u"embedded"_s;
    case Revision::Source::File:
        return u"file"_s;
    case Revision::Source::Alembic:
        return u"alembic"_s;
    case Revision::Source::Log:
        return u"log"_s;
    case Revision::Source::Missing:
        break;
    }
    return u"missing"_s;
}

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return u"development"_s;
    case Environment::Staging:
        return u"staging"_s;
    default:
        return u"production"_s;
    }
}

QJsonObject toJson(const MigrationState &state, const QString &id)
{
    Revision revision;
    revision.id = id;
    revision.source = Revision::Source::Missing;
    if (const Revision *found = state.graph().find(id))
        revision = *found;
    return {{u"revision"_s, revision.id},
            {u"down_revision"_s, QJsonArray::fromStringList(revision.parents)},
            {u"depends_on"_s, QJsonArray::fromStringList(revision.dependsOn)},
            {u"replaces"_s, QJsonArray::fromStringList(revision.replaces)},
            {u"message"_s, revision.message},
            {u"created"_s, revision.created},
            {u"source"_s, sourceWord(revision.source)},
            {u"path"_s, revision.path},
            {u"transaction"_s, revision.transactional},
            {u"irreversible"_s, revision.irreversible},
            {u"checksum"_s, revision.checksum},
            {u"applied"_s, state.isApplied(id)},
            {u"current"_s, state.rows().contains(id)},
            {u"head"_s, state.heads().contains(id)}};
}

QJsonArray toJson(const MigrationState &state, const QStringList &ids)
{
    QJsonArray array;
    for (const QString &id : ids)
        array << toJson(state, id);
    return array;
}

QString titleOf(const MigrationState &state, const QString &id)
{
    const Revision *revision = state.graph().find(id);
    if (!revision || revision->source == Revision::Source::Missing)
        return Text::tr("%1 (not among the files)").arg(id);
    return revision->source == Revision::Source::Alembic
             ? Text::tr("%1, Alembic's").arg(revision->title())
             : revision->title();
}

QString titles(const MigrationState &state, const QStringList &ids)
{
    QStringList lines;
    for (const QString &id : ids)
        lines << titleOf(state, id);
    return lines.isEmpty() ? Text::tr("none") : lines.join(u"\n              "_s);
}

QString kindWord(SquashPlace::Kind kind)
{
    switch (kind) {
    case SquashPlace::Kind::Applied:
        return u"applied"_s;
    case SquashPlace::Kind::Counted:
        return u"counted"_s;
    case SquashPlace::Kind::Waiting:
        return u"waiting"_s;
    case SquashPlace::Kind::Held:
        return u"held"_s;
    case SquashPlace::Kind::Pending:
        break;
    }
    return u"pending"_s;
}

QJsonArray squashesJson(const MigrationState &state)
{
    QJsonArray array;
    for (const SquashPlace &place : state.squashes()) {
        array << QJsonObject{{u"revision"_s, place.revision},
                             {u"replaces"_s, QJsonArray::fromStringList(place.replaces)},
                             {u"state"_s, kindWord(place.kind)},
                             {u"needs_files"_s, place.waits()}};
    }
    return array;
}

/// What each squash is here, and whether the files of what it replaces may go.
QStringList squashRemarks(const MigrationState &state)
{
    QStringList lines;
    for (const SquashPlace &place : state.squashes()) {
        const QString what = place.replaces.join(", "_L1);
        const bool hasFiles = std::any_of(place.replaces.cbegin(), place.replaces.cend(),
                                          [&](const QString &id) { return state.hasFile(id); });
        if (place.kind == SquashPlace::Kind::Waiting) {
            lines << Text::tr("%1 waits: this database is in the middle of what it replaces, which "
                              "goes on by its own files. Keep them: %2.")
                         .arg(place.revision, what);
            continue;
        }
        if (place.kind == SquashPlace::Kind::Held) {
            lines << Text::tr("%1 waits: Alembic's folder has files of what it replaces, which go "
                              "on until they are taken away there: %2.")
                         .arg(place.revision, what);
            continue;
        }
        if (place.kind == SquashPlace::Kind::Counted) {
            lines << Text::tr("The database has all that %1 replaces, and counts as being at it.")
                         .arg(place.revision);
        }
        if (hasFiles) {
            lines << Text::tr("As far as this database goes, the files that %1 replaces may be "
                              "taken away: %2.")
                         .arg(place.revision, what);
        }
    }
    return lines;
}

QJsonObject statusJson(const MigrationState &state)
{
    QJsonArray faults;
    for (const Error &fault : state.faults())
        faults << fault.message;
    QJsonObject object{{u"database"_s, state.databaseName()},
                       {u"environment"_s, environmentWord(state.environment())},
                       {u"current"_s, QJsonArray::fromStringList(state.rows())},
                       {u"heads"_s, QJsonArray::fromStringList(state.heads())},
                       {u"pending"_s, toJson(state, state.pending())},
                       {u"foreign"_s, state.isForeign()},
                       {u"unknown"_s, QJsonArray::fromStringList(state.unknownRows())},
                       {u"redundant"_s, QJsonArray::fromStringList(state.redundantRows())},
                       {u"changed"_s, QJsonArray::fromStringList(state.changedFiles())},
                       {u"alembic_version"_s, QJsonArray::fromStringList(state.tableRows())},
                       {u"squashes"_s, squashesJson(state)},
                       {u"stale_twins"_s, QJsonArray::fromStringList(state.graph().staleTwins())},
                       {u"faults"_s, faults}};
    if (const auto half = state.halfDone()) {
        object.insert(u"half_done"_s, QJsonObject{{u"revision"_s, half->revision},
                                                  {u"direction"_s, half->direction},
                                                  {u"statements_done"_s, half->statementsDone},
                                                  {u"statements_total"_s, half->statementsTotal},
                                                  {u"error"_s, half->error}});
    }
    return object;
}

/// What a person should know beside where the database stands.
QStringList remarks(const MigrationState &state)
{
    QStringList lines;
    for (const Error &fault : state.faults())
        lines << fault.toText();
    if (state.isForeign()) {
        lines << Text::tr("Alembic made this database: the revisions built into Roster are not "
                          "meant for it, and nothing is written unasked.");
    }
    for (const QString &id : state.changedFiles())
        lines << Text::tr("%1 was changed after it was applied.").arg(state.graph().find(id)->path);
    for (const QString &row : state.redundantRows()) {
        lines << Text::tr("The row %1 of alembic_version is superfluous: another row stands on it.")
                     .arg(row);
    }
    for (const QString &path : state.graph().staleTwins())
        lines << Text::tr("%1 says something else than its revision; export it again.").arg(path);
    if (const auto half = state.halfDone()) {
        lines << Text::tr("The %1 of %2 stopped half way: %3 of %4 statements stand (%5).")
                     .arg(half->direction, half->revision)
                     .arg(half->statementsDone)
                     .arg(half->statementsTotal)
                     .arg(half->error);
    }
    return lines;
}

ExitCode writeJson(Context &context, const QJsonObject &object)
{
    context.out().write(QJsonDocument(object).toJson());
    return ExitCode::Done;
}

}  // namespace

Result<ExitCode> MigrateActions::status(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    if (context.wantsJson())
        return writeJson(context, statusJson(*state));
    context.out().line(Text::tr("database      %1 (%2)")
                           .arg(state->databaseName(), environmentWord(state->environment())));
    context.out().line(Text::tr("current       %1").arg(titles(*state, state->rows())));
    context.out().line(Text::tr("head          %1").arg(titles(*state, state->heads())));
    context.out().line(Text::tr("pending       %1").arg(titles(*state, state->pending())));
    for (const QString &line : remarks(*state) + squashRemarks(*state))
        context.say(line);
    return ExitCode::Done;
}

Result<ExitCode> MigrateActions::check(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    if (!state->faults().isEmpty())
        return fail(state->faults().first());
    const auto plan = MigrateActions::difference(context, {});
    if (!plan)
        return fail(plan.error());
    const Autogenerated difference = plan->written();
    // Somebody else's database needs no index of ours: it is only faster with it.
    const QStringList notes = state->isForeign() ? difference.missingIndexes : QStringList();
    QStringList changes = difference.changes;
    changes.removeIf([&](const QString &change) { return notes.contains(change); });
    const bool differs = !changes.isEmpty() || !state->pending().isEmpty()
                      || !state->changedFiles().isEmpty() || state->halfDone()
                      || !state->redundantRows().isEmpty();
    if (context.wantsJson()) {
        QJsonObject object = statusJson(*state);
        object.insert(u"differences"_s, QJsonArray::fromStringList(changes));
        object.insert(u"notes"_s, QJsonArray::fromStringList(notes));
        static_cast<void>(writeJson(context, object));
    } else {
        for (const QString &id : state->pending())
            context.out().line(Text::tr("pending  %1").arg(titleOf(*state, id)));
        for (const QString &line : changes + remarks(*state))
            context.out().line(line);
        for (const QString &note : notes)
            context.say(Text::tr("Only for speed, and up to you: %1").arg(note));
    }
    return differs ? ExitCode::DifferencesFound : ExitCode::Done;
}

Result<ExitCode> MigrateActions::history(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    QStringList ids;
    for (const Revision &revision : state->graph().revisions())
        ids.prepend(revision.id);
    if (context.wantsJson())
        return writeJson(context, {{u"revisions"_s, toJson(*state, ids)}});
    const QStringList heads = state->heads();
    for (const QString &id : std::as_const(ids)) {
        QStringList marks;
        if (heads.contains(id))
            marks << Text::tr("head");
        if (state->rows().contains(id))
            marks << Text::tr("current");
        const QString parents = state->graph().find(id)->parents.join(", "_L1);
        context.out().line((state->isApplied(id) ? u"* "_s : u"  "_s) + titleOf(*state, id)
                           + (parents.isEmpty() ? QString() : u" ← "_s + parents)
                           + (marks.isEmpty() ? QString() : u" ["_s + marks.join(", "_L1) + u']'));
    }
    for (const Error &fault : state->faults())
        context.say(fault.toText());
    return ExitCode::Done;
}

Result<ExitCode> MigrateActions::heads(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    if (context.wantsJson())
        return writeJson(context, {{u"heads"_s, toJson(*state, state->heads())}});
    for (const QString &id : state->heads())
        context.out().line(titleOf(*state, id));
    return ExitCode::Done;
}

Result<ExitCode> MigrateActions::current(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    if (context.wantsJson())
        return writeJson(context, {{u"current"_s, toJson(*state, state->rows())}});
    for (const QString &id : state->rows())
        context.out().line(titleOf(*state, id));
    return ExitCode::Done;
}

Result<ExitCode> MigrateActions::show(Context &context)
{
    const auto state = MigrateActions::state(context);
    if (!state)
        return fail(state.error());
    const auto ids = state->resolve(context.arguments().word(1));
    if (!ids)
        return fail(ids.error());
    if (context.wantsJson())
        return writeJson(context, {{u"revisions"_s, toJson(*state, *ids)}});
    for (const QString &id : *ids) {
        const Revision *revision = state->graph().find(id);
        if (!revision || revision->text.isEmpty()) {
            context.out().line(titleOf(*state, id));
            continue;
        }
        context.say(revision->path);
        context.out().write(revision->text);
    }
    return ExitCode::Done;
}

}  // namespace roster
