// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/freshbackup.h"

#include "models/backup/backupfolder.h"

namespace roster {

namespace {
constexpr qint64 freshSeconds = 3600;
}

Result<QString> findFreshBackup(const QString &folder, const QString &database, Progress &progress)
{
    const auto listing = BackupFolder::list(folder, progress);
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
