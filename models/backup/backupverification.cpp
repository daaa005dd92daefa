// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupverification.h"

#include "models/backup/safefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 largestFile = 65536;
using Level = BackupVerification::Level;

}  // namespace

QString BackupVerification::levelName(Level level)
{
    switch (level) {
    case Level::Bytes:
        return Text::tr("bytes");
    case Level::Checksum:
        return Text::tr("checksum");
    case Level::Full:
        return Text::tr("read in full");
    case Level::Drill:
        return Text::tr("restored on trial");
    case Level::None:
        break;
    }
    return Text::tr("not verified");
}

QString BackupVerification::levelWord(Level level)
{
    switch (level) {
    case Level::Bytes:
        return u"bytes"_s;
    case Level::Checksum:
        return u"checksum"_s;
    case Level::Full:
        return u"full"_s;
    case Level::Drill:
        return u"drill"_s;
    case Level::None:
        break;
    }
    return u"none"_s;
}

std::optional<BackupVerification> BackupVerification::readBeside(const QString &backup, qint64 size,
                                                                 qint64 modified)
{
    QFile file(pathFor(backup));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    BackupVerification found;
    for (const Level level : {Level::Bytes, Level::Checksum, Level::Full, Level::Drill}) {
        if (object[u"level"_s].toString() == levelWord(level))
            found.level = level;
    }
    found.at = QDateTime::fromString(object[u"at"_s].toString(), Qt::ISODate);
    found.size = object[u"size"_s].toInteger();
    found.modified = object[u"modified_ns"_s].toInteger();
    found.note = object[u"note"_s].toString();
    if (found.level == Level::None || !found.at.isValid() || found.size != size
        || found.modified != modified) {
        return {};
    }
    return found;
}

Result<void> BackupVerification::writeBeside(const QString &backup) const
{
    const QJsonObject object{{u"level"_s, levelWord(level)},
                             {u"at"_s, at.toUTC().toString(Qt::ISODate)},
                             {u"size"_s, size},
                             {u"modified_ns"_s, modified},
                             {u"note"_s, note}};
    return writeDurably(pathFor(backup), QJsonDocument(object).toJson());
}

QString BackupVerification::pathFor(const QString &backup)
{
    return backup + u".verified.json"_s;
}

}  // namespace roster
