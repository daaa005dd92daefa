// SPDX-License-Identifier: GPL-3.0-or-later
// `roster migrate squash`: one revision in the place of many.
#include "app/commands/context.h"
#include "app/commands/migrateactions.h"
#include "models/migration/revisionheader.h"
#include "models/migration/squash.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

/// The one revision that the word means; `head` as well.
Result<QString> meant(const RevisionGraph &graph, const QString &word)
{
    if (word != "head"_L1)
        return graph.resolve(word);
    const QStringList heads = graph.heads();
    if (heads.size() == 1)
        return heads.first();
    return fail(Error::Kind::Usage,
                Text::tr("There are several heads: %1.").arg(heads.join(", "_L1)),
                Text::tr("Name the revision."));
}

Result<NewRevision> planned(Context &context, const RevisionGraph &graph)
{
    const bool hasFirst = context.arguments().words().size() > 2;
    const auto last = meant(graph, context.arguments().word(hasFirst ? 2 : 1));
    if (!last)
        return fail(last.error());
    QString first;
    if (hasFirst) {
        const auto named = meant(graph, context.arguments().word(1));
        if (!named)
            return fail(named.error());
        first = *named;
    }
    auto squash = Squash::of(graph, first, *last);
    if (squash) {
        const QString message = context.value(u"message"_s);
        squash->message =
            message.isEmpty()
                ? u"squash of %1 revisions up to %2"_s.arg(squash->replaces.size()).arg(*last)
                : message;
    }
    return squash;
}

Result<void> proved(Context &context, const QList<Revision> &revisions, NewRevision &squash)
{
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    SchemaSideReader sides([&context] { return context.localProfile(); }, RevisionSources(),
                           context.progress());
    const auto server = sides.serverFor(
        {.kind = SchemaSide::Kind::Database, .text = u"live"_s, .profile = *profile});
    if (!server)
        return fail(server.error());
    const auto proof = Squash::prove(**server, revisions, squash, context.progress());
    context.clearProgress();
    return proof;
}

void writeAnswer(Context &context, const Revision &file)
{
    if (context.wantsJson()) {
        context.out().write(
            QJsonDocument(
                QJsonObject{{u"revision"_s, file.id},
                            {u"down_revision"_s, QJsonArray::fromStringList(file.parents)},
                            {u"replaces"_s, QJsonArray::fromStringList(file.replaces)},
                            {u"transaction"_s, file.transactional},
                            {u"path"_s, file.path}})
                .toJson());
        return;
    }
    context.out().line(file.path);
    context.say(Text::tr("A database that has all of what it replaces counts as being at it; a new "
                         "one runs only the squash; one in the middle goes on by the old files."));
    context.say(Text::tr("Keep these files until every database that matters is past %1 (`roster "
                         "migrate status` says so for each): %2")
                    .arg(file.replaces.last(), file.replaces.join(", "_L1)));
}

}  // namespace

Result<ExitCode> MigrateActions::squash(Context &context)
{
    const auto read = files(context);
    if (!read)
        return fail(read.error());
    const RevisionGraph graph(Replacements::of(read->revisions, {}).revisions);
    for (const Error &fault : read->faults + graph.faults())
        return fail(fault);
    auto squash = planned(context, graph);
    if (!squash)
        return fail(squash.error());
    if (context.has(u"untried"_s))
        context.warn(Text::tr("It was not tried whether it makes what it replaces."));
    else
        ROSTER_TRY(proved(context, read->revisions, *squash));
    if (context.has(u"dry-run"_s)) {
        completeNewRevision(*squash);
        context.out().write(RevisionFile::format(*squash));
        return ExitCode::Done;
    }
    const auto folder = MigrateActions::folder(context);
    if (!folder)
        return fail(folder.error());
    const auto file = RevisionFile::write(std::move(*squash), *folder);
    if (!file)
        return fail(file.error());
    writeAnswer(context, *file);
    return ExitCode::Done;
}

}  // namespace roster
