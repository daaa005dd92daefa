// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/freshbackup.h"
#include "app/commands/restoreoutput.h"
#include "models/migration/revisionfiles.h"
#include "models/restore/dumpfill.h"
#include "models/restore/loadingsession.h"
#include "models/restore/restoreinplace.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster restore …`: a dump becomes a database, by way of a rehearsal.
class RestoreCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)

public:
    QString name() const override { return u"restore"_s; }
    QString summary() const override { return tr("restore a dump, checked before it counts"); }
    QStringList usage() const override
    {
        return {u"FILE [--database NAME] --into NEW [--dry-run] [--json]"_s,
                u"FILE [--database NAME] --replace DB [--yes-replace DB] [--dry-run] [--json]"_s,
                u"undo [DB] [--yes-replace DB]"_s, u"cleanup [--dry-run] [--drop NAME] [--json]"_s};
    }
    QString details() const override
    {
        return tr("The dump goes into a new database beside the live one, is counted and checked\n"
                  "there, and only then takes its place, in one transaction. The live database is\n"
                  "not touched before, and kept afterwards: undo brings it back. --dry-run reads\n"
                  "the file to its end, looks at the server and changes nothing.\n"
                  "Where the role may not create databases, --in-place drops and restores within\n"
                  "one transaction of the live one: there is no undo, whoever uses the tables\n"
                  "waits, and thousands of tables do not fit. It wants a verified backup younger\n"
                  "than an hour, or --without-backup.\n"
                  "Owner, grants and settings of the live database stay as they are.\n"
                  "Of a pg_dumpall file, --database names the one database that is read; nothing\n"
                  "else of it is run, its roles neither.\n"
                  "cleanup drops what killed restores left, and lists what was live before;\n"
                  "--drop NAME drops one of those.");
    }
    QList<Option> options() const override
    {
        return {
            {u"into"_s, u"NEW"_s, tr("the name of a new database")},
            {u"replace"_s, u"DB"_s, tr("the database to put it in the place of")},
            {u"database"_s, u"NAME"_s, tr("which database of a pg_dumpall file")},
            {u"yes-replace"_s, u"DB"_s, tr("its name once more: you mean it")},
            {u"dry-run"_s, {}, tr("only look, and say what would be done")},
            {u"roles"_s, u"HOW"_s,
             tr("roles that this server has not: create (without login) or leave-out")},
            {u"map-role"_s, u"OLD=NEW"_s, tr("another role for one of the dump's"), true},
            {u"trust-dump"_s, {}, tr("run it as the connected role, not as the owner")},
            {u"in-place"_s,
             {},
             tr("without a second database, in one transaction: see the limits above")},
            {u"without-backup"_s, {}, tr("in place, also without a fresh verified backup")},
            {u"backups"_s, u"FOLDER"_s, tr("where its backups are, if not in the usual folder")},
            {u"drop"_s, u"NAME"_s, tr("a database that was live before"), true},
            {u"json"_s, {}, tr("write the answer as JSON")}};
    }
    std::pair<int, int> words() const override { return {1, 2}; }

    Result<ExitCode> run(Context &context) override
    {
        const QString word = context.arguments().word(0);
        if (word == "undo"_L1)
            return undo(context);
        if (context.arguments().words().size() > 1) {
            return fail(Error::Kind::Usage, tr("`restore` takes one file."),
                        tr("See `roster help restore`."));
        }
        return word == "cleanup"_L1 ? cleanup(context) : restore(context, word);
    }

private:
    static Result<RestoreRequest> requestOf(Context &context);
    static Result<ExitCode> restore(Context &context, const QString &path);
    static Result<ExitCode> inPlace(Context &context, const RestoreRequest &request,
                                    const QStringList &schemas, QString typed);
    static Result<ExitCode> undo(Context &context);
    static Result<ExitCode> cleanup(Context &context);
};

Result<RestoreRequest> RestoreCommand::requestOf(Context &context)
{
    if (context.has(u"into"_s) == context.has(u"replace"_s)) {
        return fail(Error::Kind::Usage, tr("Where shall it go?"),
                    tr("Say --into with a new name, or --replace with a database."));
    }
    RestoreRequest request;
    const bool replaces = context.has(u"replace"_s);
    request.target =
        replaces ? RestoreRequest::Target::Replace : RestoreRequest::Target::NewDatabase;
    request.database = context.value(replaces ? u"replace"_s : u"into"_s);
    request.isInPlace = context.has(u"in-place"_s);
    request.trusted = context.has(u"trust-dump"_s);
    const QString roles = context.value(u"roles"_s);
    if (context.has(u"roles"_s) && roles != "create"_L1 && roles != "leave-out"_L1) {
        return fail(Error::Kind::Usage, tr("--roles %1 means nothing.").arg(roles),
                    tr("Write create or leave-out."));
    }
    if (context.has(u"roles"_s))
        request.missingRoles = roles == "create"_L1 ? MissingRoles::Create : MissingRoles::LeaveOut;
    for (const QString &pair : context.arguments().values(u"map-role"_s)) {
        const qsizetype at = pair.indexOf(u'=');
        if (at < 1 || at + 1 == pair.size()) {
            return fail(Error::Kind::Usage, tr("--map-role wants OLD=NEW, not %1.").arg(pair));
        }
        request.roleMap.insert(pair.left(at), pair.mid(at + 1));
    }
    for (const Revision &revision : RevisionFiles::embedded().revisions)
        request.checks.knownRevisions.insert(revision.id);
    return request;
}

Result<ExitCode> RestoreCommand::restore(Context &context, const QString &path)
{
    auto request = requestOf(context);
    if (!request)
        return fail(request.error());
    const bool replaces = request->target == RestoreRequest::Target::Replace;
    QString typed = request->database;
    if (replaces && !context.has(u"dry-run"_s)) {
        const auto name = RestoreOutput::typedName(context, request->database, u"yes-replace"_s);
        if (!name)
            return fail(name.error());
        typed = *name;
    }
    auto file = DumpFile::open(path, &context.progress());
    if (!file)
        return fail(file.error());
    file->setDatabase(context.value(u"database"_s));
    request->from = file->label();
    const auto scan = scanDump(*file, context.progress());
    if (!scan)
        return fail(scan.error());
    request->needs = scan->needs;
    request->fill = fillFromDump(*file, LocalPaths::standard().binaries, scan->builds);
    const auto server = context.profile();
    if (!server)
        return fail(server.error());
    request->server = *server;
    if (context.has(u"dry-run"_s)) {
        const auto found = RestoreRun::preflight(*request, context.progress());
        if (!found)
            return fail(found.error());
        RestoreOutput::preflight(context, *request, *found, scan->rows);
        if (!found->obstacles.isEmpty())
            return fail(found->obstacles.first());
        context.say(tr("Nothing was changed."));
        return ExitCode::Done;
    }
    if (context.has(u"in-place"_s))
        return inPlace(context, *request, scan->schemas, typed);
    const auto prepared = RestoreRun::prepare(*request, context.progress());
    if (!prepared) {
        context.clearProgress();
        return fail(prepared.error());
    }
    if (replaces)
        RestoreOutput::comparison(context, (*prepared)->comparison());
    if (replaces && typed.isEmpty()) {
        const auto name = RestoreOutput::askName(context, request->database);
        if (!name)
            return fail(name.error());
        typed = *name;
    }
    const auto receipt = (*prepared)->finish(typed, context.progress());
    if (!receipt)
        return fail(receipt.error());
    RestoreOutput::receipt(context, *receipt);
    return ExitCode::Done;
}

Result<ExitCode> RestoreCommand::inPlace(Context &context, const RestoreRequest &request,
                                         const QStringList &schemas, QString typed)
{
    if (request.target != RestoreRequest::Target::Replace) {
        return fail(Error::Kind::Usage, tr("--in-place goes with --replace."));
    }
    if (!context.has(u"without-backup"_s)) {
        const auto backup = freshBackup(context, request.database);
        if (!backup)
            return fail(backup.error());
        if (backup->isEmpty()) {
            return fail(Error::Kind::Refused,
                        tr("In place there is no undo, and there is no verified backup of %1 that "
                           "is younger than an hour.")
                            .arg(request.database),
                        tr("Make one (`roster backup create`), or say --without-backup."));
        }
    }
    context.clearProgress();
    for (const QString &limit : RestoreInPlace::limits())
        context.warn(limit);
    if (typed.isEmpty()) {
        const auto name = RestoreOutput::askName(context, request.database);
        if (!name)
            return fail(name.error());
        typed = *name;
    }
    const auto receipt = RestoreInPlace::run(request, schemas, typed, context.progress());
    context.clearProgress();
    if (!receipt)
        return fail(receipt.error());
    RestoreOutput::receipt(context, *receipt);
    return ExitCode::Done;
}

Result<ExitCode> RestoreCommand::undo(Context &context)
{
    const auto server = context.profile();
    if (!server)
        return fail(server.error());
    const QString database = context.arguments().words().size() > 1 ? context.arguments().word(1)
                                                                    : server->value(u"dbname"_s);
    if (database.isEmpty()) {
        return fail(Error::Kind::Usage, tr("Which database?"), tr("Name it: restore undo DB."));
    }
    auto typed = RestoreOutput::typedName(context, database, u"yes-replace"_s);
    if (typed && typed->isEmpty())
        typed = RestoreOutput::askName(context, database);
    if (!typed)
        return fail(typed.error());
    const auto outcome = undoRestore(*server, database, {}, *typed, context.progress());
    if (!outcome)
        return fail(outcome.error());
    RestoreOutput::undone(context, *outcome);
    return ExitCode::Done;
}

Result<ExitCode> RestoreCommand::cleanup(Context &context)
{
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    const auto server = RestoreServer::connect(*profile, {}, &context.progress());
    if (!server)
        return fail(server.error());
    const auto leftovers = RestoreLeftovers::list(**server);
    if (!leftovers)
        return fail(leftovers.error());
    QStringList wanted = context.arguments().values(u"drop"_s);
    QStringList dropped;
    std::optional<Error> failure;
    for (const RestoreLeftover &leftover : *leftovers) {
        const bool isNamed = wanted.removeAll(leftover.name) > 0;
        if (context.has(u"dry-run"_s) || !(isNamed || leftover.isOrphan()))
            continue;
        const auto done = RestoreLeftovers::drop(**server, leftover);
        if (done)
            dropped << leftover.name;
        else
            failure = done.error();
    }
    // Behind the databases, in which they may own something.
    if (!context.has(u"dry-run"_s))
        LoadingSession::dropOrphans(**server);
    RestoreOutput::leftovers(context, *leftovers, dropped);
    if (failure)
        return fail(*failure);
    if (!wanted.isEmpty()) {
        return fail(Error::Kind::NotFound,
                    tr("%1 is nothing that a restore left.").arg(wanted.join(", "_L1)));
    }
    return ExitCode::Done;
}

}  // namespace

std::unique_ptr<Command> makeRestoreCommand()
{
    return std::make_unique<RestoreCommand>();
}

}  // namespace roster
