// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/freshbackup.h"

#include "app/commands/context.h"
#include "models/backup/backupfolder.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr qint64 freshSeconds = 3600;
}

Result<QString> freshBackup(Context &context, const QString &database)
{
    const QString folder =
        context.has(u"backups"_s) ? context.value(u"backups"_s) : BackupFolder::standard();
    const auto listing = BackupFolder::list(folder, context.progress());
    if (!listing && listing.error().kind == Error::Kind::NotFound)
        return QString();
    if (!listing)
        return fail(listing.error());
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(-freshSeconds);
    for (const BackupFile &file : listing->files) {
        const bool isVerified =
            file.verification && file.verification->level >= BackupVerification::Level::Checksum;
        if (file.database == database && file.isGood() && isVerified && file.isDated()
            && file.moment() > oldest)
            return file.name();
    }
    return QString();
}

}  // namespace roster
