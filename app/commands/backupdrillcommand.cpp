// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/backupdrill.h"
#include "models/backup/backupfolder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

}  // namespace

/// Of a folder: the newest one in it.
Result<ExitCode> BackupActions::drill(Context &context)
{
    const auto listing = BackupFolder::list(context.arguments().word(1), context.progress());
    if (!listing)
        return fail(listing.error());
    if (listing->files.isEmpty()) {
        return fail(Error::Kind::NotFound,
                    Text::tr("There are no backups in %1.").arg(listing->folder));
    }
    const BackupFile &file = listing->files.first();
    const auto server = context.profile();
    if (!server)
        return fail(server.error());
    const auto report =
        BackupDrill::run(*server, file, context.progress(), context.value(u"database"_s));
    context.clearProgress();
    if (!report)
        return fail(report.error());
    if (context.wantsJson()) {
        context.out().write(
            QJsonDocument(
                QJsonObject{{u"path"_s, file.path()},
                            {u"rows"_s, report->checks.allRows()},
                            {u"tables"_s, report->checks.tables.size()},
                            {u"passed"_s, QJsonArray::fromStringList(report->checks.passed)},
                            {u"warnings"_s, QJsonArray::fromStringList(report->checks.warnings)},
                            {u"notes"_s, QJsonArray::fromStringList(report->notes)}})
                .toJson());
        return ExitCode::Done;
    }
    context.out().line(u"%1: %2"_s.arg(file.path(), report->verification.note));
    for (const QString &line : report->checks.passed + report->checks.warnings + report->notes)
        context.say(line);
    return ExitCode::Done;
}

}  // namespace roster
