// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupfile.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 nsPerSecond = 1'000'000'000;

qint64 nanoseconds(const timespec &moment)
{
    return qint64(moment.tv_sec) * nsPerSecond + moment.tv_nsec;
}

/// Zones lie at most 14 hours off, and writing the dump took its time, too.
constexpr qint64 zoneSlack = qint64(26) * 3600;

bool fits(const BackupStamp &stamp, const QDateTime &modified)
{
    return modified >= stamp.begin.addSecs(-zoneSlack) && modified < stamp.end.addSecs(zoneSlack);
}

}  // namespace

Result<std::shared_ptr<const HeldFile>> BackupFile::open(Progress *progress) const
{
    auto held = HeldFile::open(path(), progress);
    if (!held)
        return fail(held.error());
    const struct stat &found = (*held)->state();
    const bool isOther = isInContainer()
                           ? found.st_size != size
                           : found.st_ino != inode || nanoseconds(found.st_mtim) != modifiedNs;
    if (isOther) {
        return fail(Error::Kind::Conflict, Text::tr("%1 was replaced meanwhile.").arg(path()),
                    Text::tr("List the folder again."));
    }
    return held;
}

QStringList BackupFile::slotNames() const
{
    QStringList names;
    for (const Place &place : places) {
        if (place.slot != BackupSlot::Flat && !names.contains(slotName(place.slot)))
            names << slotName(place.slot);
    }
    return names;
}

bool BackupFile::isDated() const
{
    return manifest || !places.first().stamp || fits(*places.first().stamp, modified);
}

QDateTime BackupFile::moment() const
{
    if (manifest)
        return manifest->snapshot;
    return isDated() ? modified : places.first().stamp->begin;
}

QJsonObject BackupFile::toJson() const
{
    QJsonArray names;
    for (const Place &place : places)
        names << QJsonObject{{u"slot"_s, slotFolder(place.slot)}, {u"path"_s, place.path}};
    QJsonObject object{{u"path"_s, path()},
                       {u"places"_s, names},
                       {u"database"_s, database},
                       {u"stamp"_s, stamp()},
                       {u"moment"_s, moment().toString(Qt::ISODate)},
                       {u"moment_is_exact"_s, manifest != nullptr},
                       {u"size"_s, size},
                       {u"format"_s, head.formatName()},
                       {u"packing"_s, head.packing()},
                       {u"server_version"_s, head.serverVersion},
                       {u"tool_version"_s, head.toolVersion},
                       {u"problems"_s, QJsonArray::fromStringList(problems)},
                       {u"notes"_s, QJsonArray::fromStringList(notes)},
                       {u"verified"_s, QJsonValue()},
                       {u"manifest"_s, QJsonValue()}};
    if (verification) {
        object[u"verified"_s] =
            QJsonObject{{u"level"_s, BackupVerification::levelWord(verification->level)},
                        {u"at"_s, verification->at.toString(Qt::ISODate)},
                        {u"note"_s, verification->note}};
    }
    if (manifest) {
        object[u"manifest"_s] =
            QJsonObject{{u"rows"_s, manifest->totalRows()},
                        {u"revisions"_s, QJsonArray::fromStringList(manifest->revisions)},
                        {u"sha256"_s, QString::fromLatin1(manifest->sha256)}};
    }
    return object;
}

}  // namespace roster
