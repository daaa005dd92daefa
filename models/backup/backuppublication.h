// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPPUBLICATION_H
#define ROSTER_BACKUP_BACKUPPUBLICATION_H

#include "models/backup/backuprequest.h"
#include "models/backup/backupstamp.h"
#include "models/backup/partfile.h"

#include <optional>

namespace roster {

class Progress;

/// Gives a finished backup its names: manifest first, then `last/…`, then hard links as the day's,
/// the week's and the month's. A crash at any moment leaves either no backup or a whole one.
class BackupPublication
{
public:
    BackupPublication(QString folder, QString suffix)
        : m_folder(std::move(folder)), m_suffix(std::move(suffix))
    {
    }

    /// The folder and its four. Errors: Permission, System.
    Result<void> makeFolders() const;
    /// Where it is written until it is whole.
    QString lastFolder() const { return m_folder + QStringLiteral("/last"); }

    /// Removes what killed runs left: parts that nobody writes, manifests without their file.
    /// Returns their paths. Under the lock of the folder.
    QStringList removeLeftovers() const;
    /// Under the lock of the folder. `receipt` has the manifest and gets paths and warnings.
    Result<void> publish(PartFile &file, std::optional<PartFile> &roles,
                         BackupReceipt &receipt) const;

private:
    QString freeName(const BackupManifest &manifest) const;
    Result<void> link(BackupSlot slot, BackupReceipt &receipt) const;

    QString m_folder;
    QString m_suffix;
};

}  // namespace roster

#endif
