// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/freshbackup.h"
#include "app/commands/restoreoutput.h"
#include "models/database/profilestore.h"
#include "models/restore/databaseclean.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// `roster clean`: the same database, empty.
class CleanCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(CleanCommand)

public:
    QString name() const override { return u"clean"_s; }
    QString summary() const override { return tr("empty a database, the old one kept for undo"); }
    QStringList usage() const override { return {u"[--yes NAME] [--without-backup] [--json]"_s}; }
    QString details() const override
    {
        return tr(
            "An empty database is built beside it, by the revisions up to the head or, where\n"
            "Alembic made it, with the same schema and the same rows in alembic_version. Then\n"
            "it takes the old one's place, in one transaction; `roster restore undo` brings\n"
            "that back. Owners, grants and settings stay.\n"
            "On production it needs a verified backup that is younger than an hour, or\n"
            "--without-backup, which the server's log notes.");
    }
    QList<Option> options() const override
    {
        return {
            {u"yes"_s, u"NAME"_s, tr("the name of the database that is meant")},
            {u"without-backup"_s, {}, tr("also on production without a fresh backup")},
            {u"backups"_s, u"FOLDER"_s, tr("where its backups are, if not in the usual folder")},
            {u"migrations"_s, u"DIR"_s, tr("a folder of revisions over the built-in ones")},
            {u"json"_s, {}, tr("write the answer as JSON")}};
    }

    Result<ExitCode> run(Context &context) override;
};

Result<ExitCode> CleanCommand::run(Context &context)
{
    const auto server = context.profile();
    if (!server)
        return fail(server.error());
    CleanRequest request;
    request.server = *server;
    request.database = server->value(u"dbname"_s);
    if (request.database.isEmpty()) {
        return fail(Error::Kind::Usage, tr("Which database?"), tr("Name it in --url."));
    }
    auto typed = RestoreOutput::typedName(context, request.database, u"yes"_s);
    if (!typed)
        return fail(typed.error());
    RevisionSources sources;
    sources.folder = context.has(u"migrations"_s)
                       ? context.value(u"migrations"_s)
                       : ProfileStore().revisionFolder(context.value(u"profile"_s));
    auto files = RevisionFiles::load(sources);
    if (!files)
        return fail(files.error());
    request.files = *files;
    request.withoutBackup = context.has(u"without-backup"_s);
    request.freshBackup = [&context](const QString &database) {
        return freshBackup(context, database);
    };
    const auto prepared = DatabaseClean::prepare(request, context.progress());
    if (!prepared) {
        context.clearProgress();
        return fail(prepared.error());
    }
    RestoreOutput::comparison(context, (*prepared)->comparison());
    if (typed->isEmpty())
        typed = RestoreOutput::askName(context, request.database);
    if (!typed)
        return fail(typed.error());
    const auto receipt = (*prepared)->finish(*typed, context.progress());
    if (!receipt)
        return fail(receipt.error());
    RestoreOutput::receipt(context, *receipt);
    return ExitCode::Done;
}

}  // namespace

std::unique_ptr<Command> makeCleanCommand()
{
    return std::make_unique<CleanCommand>();
}

}  // namespace roster
