// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPFILE_H
#define ROSTER_BACKUP_BACKUPFILE_H

#include "models/backup/backupmanifest.h"
#include "models/backup/backupstamp.h"
#include "models/backup/backupverification.h"
#include "models/dump/dockerclient.h"
#include "models/dump/dumphead.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace roster {

/// One backup as a folder's list shows it: a file (or the folder of a directory dump) with all the
/// names it has there.
struct BackupFile
{
    struct Place
    {
        BackupSlot slot = BackupSlot::Flat;
        QString path;
        std::optional<BackupStamp> stamp;
    };

    QList<Place> places;  ///< never empty; the first has the most exact stamp
    QString database;     ///< as manifest, head or name say
    qint64 size = 0;      ///< bytes; of a directory dump all of its files together
    QDateTime modified;   ///< UTC
    qint64 modifiedNs = 0;
    quint64 device = 0;
    quint64 inode = 0;
    DumpHead head;
    std::shared_ptr<const BackupManifest> manifest;  ///< null: not made by Roster
    std::optional<BackupVerification> verification;
    QStringList problems;  ///< in words; empty: nothing is known against it
    QStringList notes;     ///< what is no problem, but should be known

    QString path() const { return places.first().path; }
    QString name() const { return path().section(u'/', -1); }
    /// As written: of a container's clock, without zone.
    QString stamp() const { return places.first().stamp ? places.first().stamp->text : QString(); }
    QStringList slotNames() const;

    /// To read it. Errors: those of HeldFile; Conflict where it is not the file that was listed.
    /// One in a container is copied: `progress` as HeldFile::open has it.
    Result<std::shared_ptr<const HeldFile>> open(Progress *progress = nullptr) const;
    /// Within a container: what is in it is not known before it is copied.
    bool isInContainer() const { return DockerPath::parse(path()).has_value(); }

    /// When the data in it were read, UTC. A manifest knows; else the file's last change, as long
    /// as it fits the stamp in the name; a file that was copied later has only the stamp, taken for
    /// UTC.
    QDateTime moment() const;
    bool isDated() const;  ///< whether `moment()` is more than a guess by the stamp
    bool isGood() const { return problems.isEmpty(); }
    QJsonObject toJson() const;
};

}  // namespace roster

#endif
