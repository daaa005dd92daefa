// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupmanifest.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int manifestVersion = 1;
/// 10,000 tables need about one megabyte.
constexpr qint64 largestManifest = qint64(64) * 1024 * 1024;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue one : value.toArray())
        list << one.toString();
    return list;
}

QJsonArray rowsToJson(const QList<BackupManifest::Rows> &rows)
{
    QJsonArray array;
    for (const auto &one : rows)
        array << QJsonObject{
            {u"schema"_s, one.schema}, {u"table"_s, one.table}, {u"rows"_s, one.rows}};
    return array;
}

QList<BackupManifest::Rows> rowsFromJson(const QJsonArray &array)
{
    QList<BackupManifest::Rows> rows;
    for (const QJsonValue one : array)
        rows.append(
            {one[u"schema"_s].toString(), one[u"table"_s].toString(), one[u"rows"_s].toInteger()});
    return rows;
}

void readContents(BackupManifest &manifest, const QJsonObject &object)
{
    manifest.rows = rowsFromJson(object[u"rows"_s].toArray());
    const QJsonObject census = object[u"census"_s].toObject();
    for (auto it = census.begin(); it != census.end(); ++it)
        manifest.census.insert(it.key(), it.value().toInteger());
    const QJsonObject sequences = object[u"sequences"_s].toObject();
    for (auto it = sequences.begin(); it != sequences.end(); ++it)
        manifest.sequences.insert(it.key(), it.value().toString());
    manifest.extensions = strings(object[u"extensions"_s]);
    manifest.roles = strings(object[u"roles"_s]);
    manifest.revisions = strings(object[u"revisions"_s]);
    manifest.rolesFile = object[u"roles_file"_s].toString();
    manifest.rolesSha256 = object[u"roles_sha256"_s].toString().toLatin1();
}

void readFile(BackupManifest &manifest, const QJsonObject &object)
{
    manifest.snapshot = QDateTime::fromString(object[u"snapshot"_s].toString(), Qt::ISODateWithMs);
    manifest.milliseconds = object[u"milliseconds"_s].toInteger();
    manifest.format = object[u"format"_s].toString();
    manifest.packing = object[u"packing"_s].toString();
    manifest.encryption = object[u"encryption"_s].toString();
    manifest.size = object[u"size"_s].toInteger();
    manifest.unpackedSize = object[u"unpacked_size"_s].toInteger();
    manifest.sha256 = object[u"sha256"_s].toString().toLatin1();
}

}  // namespace

qint64 BackupManifest::totalRows() const
{
    qint64 total = 0;
    for (const Rows &one : rows)
        total += one.rows;
    return total;
}

QJsonObject BackupManifest::toJson() const
{
    QJsonObject counts;
    for (auto it = census.cbegin(); it != census.cend(); ++it)
        counts.insert(it.key(), it.value());
    QJsonObject values;
    for (auto it = sequences.cbegin(); it != sequences.cend(); ++it)
        values.insert(it.key(), it.value());
    return {{u"roster_backup"_s, manifestVersion},
            {u"roster"_s, rosterVersion},
            {u"pg_dump"_s, toolVersion},
            {u"server"_s, serverVersion},
            {u"host"_s, host},
            {u"database"_s, database},
            {u"oid"_s, oid},
            {u"encoding"_s, encoding},
            {u"collate"_s, collate},
            {u"ctype"_s, ctype},
            {u"owner"_s, owner},
            {u"revisions"_s, QJsonArray::fromStringList(revisions)},
            {u"snapshot"_s, snapshot.toUTC().toString(Qt::ISODateWithMs)},
            {u"milliseconds"_s, milliseconds},
            {u"format"_s, format},
            {u"packing"_s, packing},
            {u"encryption"_s, encryption},
            {u"size"_s, size},
            {u"unpacked_size"_s, unpackedSize},
            {u"sha256"_s, QString::fromLatin1(sha256)},
            {u"rows"_s, rowsToJson(rows)},
            {u"census"_s, counts},
            {u"extensions"_s, QJsonArray::fromStringList(extensions)},
            {u"roles"_s, QJsonArray::fromStringList(roles)},
            {u"sequences"_s, values},
            {u"roles_file"_s, rolesFile},
            {u"roles_sha256"_s, QString::fromLatin1(rolesSha256)}};
}

Result<BackupManifest> BackupManifest::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int version = object[u"roster_backup"_s].toInt();
    if (version > manifestVersion) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("The manifest was written by a later version of Roster."),
                    Text::tr("Use that version, or a newer one."));
    }
    BackupManifest manifest;
    readFile(manifest, object);
    if (version < 1 || manifest.sha256.isEmpty() || !manifest.snapshot.isValid())
        return fail(Error::Kind::InvalidInput, Text::tr("The manifest cannot be read."),
                    Text::tr("Go by the dump itself; what was counted at its making is lost."));
    manifest.rosterVersion = object[u"roster"_s].toString();
    manifest.toolVersion = object[u"pg_dump"_s].toString();
    manifest.serverVersion = object[u"server"_s].toString();
    manifest.host = object[u"host"_s].toString();
    manifest.database = object[u"database"_s].toString();
    manifest.oid = object[u"oid"_s].toInteger();
    manifest.encoding = object[u"encoding"_s].toString();
    manifest.collate = object[u"collate"_s].toString();
    manifest.ctype = object[u"ctype"_s].toString();
    manifest.owner = object[u"owner"_s].toString();
    readContents(manifest, object);
    return manifest;
}

Result<BackupManifest> BackupManifest::readBeside(const QString &backup)
{
    QFile file(pathFor(backup));
    if (!file.exists()) {
        return fail(Error::Kind::NotFound, Text::tr("%1 has no manifest.").arg(backup),
                    Text::tr("Only backups that Roster made have one."));
    }
    if (file.size() > largestManifest || !file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::System,
                    Text::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
                    Text::tr("Check who may read it."));
    }
    return fromJson(file.readAll());
}

QString BackupManifest::pathFor(const QString &backup)
{
    return backup + u".manifest.json"_s;
}

}  // namespace roster
