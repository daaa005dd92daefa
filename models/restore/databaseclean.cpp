// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databaseclean.h"

#include "models/comparison/changescript.h"
#include "models/comparison/schemasnapshot.h"
#include "models/database/serverinfo.h"
#include "models/database/transaction.h"
#include "models/migration/migrator.h"
#include "models/restore/databaserights.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr auto extensionsSql = R"(
SELECT pg_catalog.format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I', e.extname, n.nspname),
       pg_catalog.format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname)
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql' ORDER BY e.oid)";

/// What the live database is, read before anything is made.
struct LiveState
{
    bool isOurs = false;              ///< our revisions make it
    std::optional<QStringList> rows;  ///< of alembic_version
    SchemaSnapshot schema;
    DatabaseRights rights;
    QStringList extensions;  ///< statements
    Environment environment = Environment::Production;
    QString role;
};

Result<LiveState> readLive(const CleanRequest &request, Progress &progress)
{
    ConnectionProfile profile = request.server;
    profile.parameters.insert(u"dbname"_s, request.database);
    const auto session = Session::open(profile, &progress);
    if (!session)
        return fail(session.error());
    const auto state = MigrationState::read(**session, request.files);
    if (!state)
        return fail(state.error());
    if (!state->faults().isEmpty())
        return fail(state->faults().first());
    LiveState live;
    live.environment = state->environment();
    auto schema = SchemaSnapshot::read(**session);
    if (!schema)
        return fail(schema.error());
    live.schema = std::move(*schema);
    auto rows = VersionTable::read(**session);
    if (!rows)
        return fail(rows.error());
    live.rows = *rows;
    const bool isNoted = live.rows && !live.rows->isEmpty();
    live.isOurs = isNoted ? !state->isForeign() && state->unknownRows().isEmpty()
                          : live.schema.objects().isEmpty();
    auto rights = DatabaseRights::read(**session);
    if (!rights)
        return fail(rights.error());
    live.rights = std::move(*rights);
    const auto extensions = (*session)->query(QString::fromUtf8(extensionsSql));
    if (!extensions)
        return fail(extensions.error());
    for (int row = 0; row < extensions->rows(); ++row)
        live.extensions << extensions->text(row, 1) << extensions->text(row, 0);
    const auto role = (*session)->query(u"SELECT current_user"_s);
    live.role = role ? role->text(0, 0) : QString();
    return live;
}

/// The name of the backup, or empty where none is needed.
Result<QString> checkBackup(const CleanRequest &request, const LiveState &live)
{
    if (live.environment != Environment::Production || request.withoutBackup)
        return QString();
    auto found =
        request.freshBackup ? request.freshBackup(request.database) : Result<QString>(QString());
    if (found && !found->isEmpty())
        return found;
    Error error;
    error.kind = Error::Kind::Refused;
    error.message = Text::tr("%1 is a production database, and there is no verified backup of it "
                             "that is younger than an hour.")
                        .arg(request.database);
    if (!found)
        error.detail = found.error().message;
    error.hint =
        Text::tr("Make one first (`roster backup create`), or say that it shall go without "
                 "(--without-backup); the server's log then says who did.");
    return fail(error);
}

Result<void> byRevisions(FillTarget &target, const RevisionFiles &files, Progress &progress)
{
    const auto name = target.session.query(u"SELECT current_database()"_s);
    if (!name)
        return fail(name.error());
    Migrator::Options options;
    options.confirmedName = name->text(0, 0);  // nothing in there can be lost
    const auto report = Migrator(target.session, files, options).upgrade(u"heads"_s, progress);
    if (!report)
        return fail(report.error());
    return {};
}

Result<void> bySchema(FillTarget &target, const LiveState &live)
{
    for (const QString &sql : live.extensions)
        ROSTER_TRY(target.elevated.query(sql));
    const auto empty = SchemaSnapshot::read(target.session);
    if (!empty)
        return fail(empty.error());
    const ChangeScript script = changeScript(*empty, live.schema);
    for (const ScriptStatement &statement : script.statements)
        ROSTER_TRY(target.session.query(statement.sql));
    if (live.rows) {
        ROSTER_TRY(target.session.query(VersionTable::createStatement()));
        for (const QString &row : *live.rows) {
            ROSTER_TRY(target.session.query(
                u"INSERT INTO public.alembic_version (version_num) VALUES ($1)"_s, {row.toUtf8()}));
        }
    }
    const auto built = SchemaSnapshot::read(target.session);
    if (!built)
        return fail(built.error());
    if (built->fingerprint() == live.schema.fingerprint())
        return {};
    return fail(Error::Kind::Refused,
                Text::tr("The schema could not be built anew just as it is. Nothing was changed."),
                Text::tr("`roster schema diff` compares the two; restore a dump made by pg_dump -s "
                         "instead."));
}

DatabaseFill fillFor(const CleanRequest &request, const std::shared_ptr<const LiveState> &live)
{
    return [files = request.files, live](FillTarget &target,
                                         Progress &progress) -> Result<LoadReport> {
        progress.setText(Text::tr("Building the empty tables"));
        ROSTER_TRY(live->isOurs ? byRevisions(target, files, progress) : bySchema(target, *live));
        const auto missing = live->rights.applyTo(target.elevated);
        if (!missing)
            return fail(missing.error());
        LoadReport report;
        report.notes << (live->isOurs
                             ? Text::tr("The revisions were applied up to the head.")
                             : Text::tr("The schema is as it was, and so is alembic_version (%1).")
                                   .arg(live->rows ? live->rows->join(", "_L1) : QString()));
        return report;
    };
}

}  // namespace

Result<std::unique_ptr<PreparedRestore>> DatabaseClean::prepare(const CleanRequest &request,
                                                                Progress &progress)
{
    progress.setText(Text::tr("Looking at the server"));
    auto live = readLive(request, progress);
    if (!live)
        return fail(live.error());
    const auto backup = checkBackup(request, *live);
    if (!backup)
        return fail(backup.error());
    RestoreRequest restore;
    restore.server = request.server;
    restore.database = request.database;
    restore.from = u"clean"_s;
    restore.isOwnSql = true;
    if (!backup->isEmpty())
        restore.from = Text::tr("clean, after the backup %1").arg(*backup);
    const bool isUnsaved = request.withoutBackup && live->environment == Environment::Production;
    if (isUnsaved) {
        restore.from = Text::tr("clean without a backup, by %1").arg(live->role);
        restore.logged =
            u"roster: %1 empties the production database %2 without a fresh backup"_s.arg(
                live->role, request.database);
    }
    restore.fill = fillFor(request, std::make_shared<const LiveState>(std::move(*live)));
    return RestoreRun::prepare(restore, progress);
}

}  // namespace roster
