// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPMANIFEST_H
#define ROSTER_BACKUP_BACKUPMANIFEST_H

#include "models/core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace roster {

/// What Roster knows of a backup that it made itself, kept beside it as `NAME.manifest.json`. All
/// counts are of the very snapshot that the dump holds.
struct BackupManifest
{
    struct Rows
    {
        QString schema;
        QString table;
        qint64 rows = 0;
    };

    QString rosterVersion;
    QString toolVersion;    ///< pg_dump's
    QString serverVersion;  ///< as the server writes it
    QString host;           ///< profile's name, or role@host:port/database without password
    QString database;
    qint64 oid = 0;
    QString encoding;
    QString collate;
    QString ctype;
    QString owner;
    QStringList revisions;    ///< alembic_version's rows
    QDateTime snapshot;       ///< UTC
    qint64 milliseconds = 0;  ///< how long it took
    QString format;           ///< `custom` or `plain`
    QString packing;          ///< `zstd` or `gzip`
    QString encryption;       ///< `age` or `gpg`; empty: none
    qint64 size = 0;          ///< bytes of the file
    qint64 unpackedSize = 0;  ///< what pg_dump wrote
    QByteArray sha256;        ///< hexadecimal, of the file
    QList<Rows> rows;
    QMap<QString, qint64> census;      ///< kind of object → how many
    QStringList extensions;            ///< `name version`
    QStringList roles;                 ///< owners and grantees that the dump names
    QMap<QString, QString> sequences;  ///< schema.name → last value; empty: not used yet
    QString rolesFile;                 ///< name of the file with the roles; empty: none
    QByteArray rolesSha256;

    qint64 totalRows() const;
    QJsonObject toJson() const;
    /// InvalidInput for what is no manifest of ours, or of a later version of it.
    static Result<BackupManifest> fromJson(const QByteArray &json);
    /// NotFound where there is none.
    static Result<BackupManifest> readBeside(const QString &backup);
    static QString pathFor(const QString &backup);
};

}  // namespace roster

#endif
