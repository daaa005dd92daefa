// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/backupfolder.h"
#include "models/backup/backuprun.h"
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

}  // namespace

Result<ExitCode> BackupActions::create(Context &context)
{
    const auto request = requestOf(context);
    if (!request)
        return fail(request.error());
    const auto receipt = context.onSession([&](Session &session, Progress &progress) {
        return BackupRun::run(session, progress, *request);
    });
    context.clearProgress();
    if (!receipt)
        return fail(receipt.error());
    for (const QString &path : receipt->removed)
        context.say(Text::tr("Removed what a killed run left: %1").arg(path));
    for (const QString &warning : receipt->warnings)
        context.warn(warning);
    if (context.wantsJson()) {
        writeJson(context.out(), *receipt);
        return ExitCode::Done;
    }
    context.out().line(receipt->path);
    const BackupManifest &manifest = receipt->manifest;
    context.say(Text::tr("%1 rows in %2 tables of %3, %4, read again to the end.")
                    .arg(QLocale().toString(manifest.totalRows()),
                         QLocale().toString(manifest.rows.size()), manifest.database,
                         QLocale().formattedDataSize(manifest.size)));
    return ExitCode::Done;
}

}  // namespace roster
