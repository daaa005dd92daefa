// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/backupfolder.h"
#include "models/backup/backuphook.h"
#include "models/backup/backuprun.h"
#include "models/backup/retention.h"
#include "models/database/connectionurl.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

Result<BackupRequest> requestOf(Context &context)
{
    BackupRequest request;
    request.folder = context.has(u"to"_s) ? context.value(u"to"_s) : BackupFolder::standard();
    request.withRoles = context.has(u"roles"_s);
    request.pgDump = context.value(u"pg-dump"_s);
    request.recipients = context.arguments().values(u"encrypt"_s);
    request.rosterVersion = QStringLiteral(ROSTER_VERSION);
    const QString format = context.value(u"format"_s);
    if (format == "sql.gz"_L1)
        request.format = BackupRequest::Format::SqlGz;
    else if (!format.isEmpty() && format != "dump.zst"_L1) {
        return fail(Error::Kind::Usage, Text::tr("There is no format %1.").arg(format),
                    Text::tr("Write dump.zst or sql.gz."));
    }
    if (request.folder.isEmpty())
        return fail(Error::Kind::Usage, Text::tr("--to is empty."), Text::tr("Name a folder."));
    const auto profile = context.profile();
    if (!profile)
        return fail(profile.error());
    request.host = profile->name.isEmpty() ? displayName(*profile) : profile->name;
    return request;
}

void writeJson(Output &out, const BackupReceipt &receipt)
{
    QJsonObject object{{u"path"_s, receipt.path},
                       {u"links"_s, QJsonArray::fromStringList(receipt.links)},
                       {u"warnings"_s, QJsonArray::fromStringList(receipt.warnings)},
                       {u"removed"_s, QJsonArray::fromStringList(receipt.removed)},
                       {u"manifest"_s, receipt.manifest.toJson()}};
    out.write(QJsonDocument(object).toJson());
}

/// Only after a success.
Result<void> pruneAfter(Context &context, const BackupRequest &request, const Retention &ages)
{
    const auto listing = BackupFolder::list(request.folder, context.progress());
    if (!listing)
        return fail(listing.error());
    const auto plan = ages.plan(*listing, QDateTime::currentDateTimeUtc());
    ROSTER_TRY(Retention::remove(*listing, plan, context.progress()));
    for (const Retention::Removal &one : plan)
        context.say(Text::tr("Served its time: %1").arg(one.path));
    return {};
}

void afterFailure(Context &context, const Error &error)
{
    if (!context.has(u"on-failure"_s))
        return;
    const auto profile = context.profile();
    const QString database = profile ? profile->value(u"dbname"_s) : QString();
    const auto ran = BackupHook::afterFailure(context.value(u"on-failure"_s), database, error);
    if (!ran)
        context.warn(ran.error().toText());
}

void tell(Context &context, const BackupReceipt &receipt)
{
    if (context.wantsJson()) {
        writeJson(context.out(), receipt);
        return;
    }
    context.out().line(receipt.path);
    const BackupManifest &manifest = receipt.manifest;
    context.say(Text::tr("%1 rows in %2 tables of %3, %4, read again to the end.")
                    .arg(QLocale().toString(manifest.totalRows()),
                         QLocale().toString(manifest.rows.size()), manifest.database,
                         QLocale().formattedDataSize(manifest.size)));
}

}  // namespace

Result<ExitCode> BackupActions::create(Context &context)
{
    const auto request = requestOf(context);
    if (!request)
        return fail(request.error());
    const auto ages = retention(context);
    if (!ages)
        return fail(ages.error());
    const auto receipt = context.onSession([&](Session &session, Progress &progress) {
        return BackupRun::run(session, progress, *request);
    });
    context.clearProgress();
    if (!receipt) {
        afterFailure(context, receipt.error());
        return fail(receipt.error());
    }
    for (const QString &path : receipt->removed)
        context.say(Text::tr("Removed what a killed run left: %1").arg(path));
    for (const QString &warning : receipt->warnings)
        context.warn(warning);
    tell(context, *receipt);  // the backup is there, whatever fails below
    if (context.has(u"prune"_s))
        ROSTER_TRY(pruneAfter(context, *request, *ages));
    if (context.has(u"on-success"_s))
        ROSTER_TRY(BackupHook::afterSuccess(context.value(u"on-success"_s), *receipt));
    return ExitCode::Done;
}

}  // namespace roster
