// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPREQUEST_H
#define ROSTER_BACKUP_BACKUPREQUEST_H

#include "models/backup/backupmanifest.h"
#include "models/database/localpaths.h"

#include <QString>
#include <QStringList>

namespace roster {

/// What a backup is to be.
struct BackupRequest
{
    enum class Format {
        DumpZst,  ///< pg_dump's custom format, packed by zstd: `.dump.zst`
        SqlGz,    ///< plain SQL, packed by gzip: `.sql.gz`, for whoever has nothing else
    };

    QString folder;  ///< made where it is missing
    Format format = Format::DumpZst;
    bool withRoles = false;  ///< also the server's roles, without passwords, as SQL beside it
    QString pgDump;          ///< the path of one; empty: one that fits is found
    /// `age:RECIPIENT` or `gpg:KEY`, all of one kind; empty: not encrypted.
    QStringList recipients;
    QString host;           ///< what the manifest calls the server; never with a password
    QString rosterVersion;  ///< for the manifest
    QStringList binaries = LocalPaths::standard().binaries;  ///< where PostgreSQL's programs are

    /// `.dump.zst`, `.sql.gz`, with `.age` or `.gpg` behind it.
    QString suffix() const;
    QString encryption() const { return recipients.value(0).section(u':', 0, 0); }
};

/// What was made.
struct BackupReceipt
{
    QString path;
    QStringList links;     ///< the other names it got: daily, weekly, monthly
    QStringList warnings;  ///< pg_dump's, and what could not be done beside
    QStringList removed;   ///< leftovers of killed runs that were removed first
    BackupManifest manifest;
};

}  // namespace roster

#endif
