// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/backupfolder.h"
#include "models/backup/backupverifier.h"

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

using Level = BackupVerification::Level;

Result<Level> wantedLevel(const Context &context)
{
    const QString word = context.value(u"level"_s);
    if (!context.has(u"level"_s))
        return Level::Full;
    for (const Level level : {Level::Bytes, Level::Checksum, Level::Full}) {
        if (word == BackupVerification::levelWord(level))
            return level;
    }
    return fail(Error::Kind::Usage, Text::tr("There is no level %1.").arg(word),
                Text::tr("Write bytes, checksum or full."));
}

QJsonObject toJson(const BackupFile &file, const Result<BackupVerification> &found)
{
    if (!found) {
        return {{u"path"_s, file.path()}, {u"good"_s, false}, {u"error"_s, found.error().toText()}};
    }
    return {{u"path"_s, file.path()},
            {u"good"_s, true},
            {u"level"_s, BackupVerification::levelWord(found->level)},
            {u"note"_s, found->note}};
}

QString lineFor(const BackupFile &file, const BackupVerification &found)
{
    const QString line = u"%1: %2"_s.arg(file.path(), BackupVerification::levelName(found.level));
    return found.note.isEmpty() ? line : line + u" ("_s + found.note + u')';
}

}  // namespace

Result<ExitCode> BackupActions::verify(Context &context)
{
    const auto level = wantedLevel(context);
    if (!level)
        return fail(level.error());
    const auto listing = BackupFolder::list(context.arguments().word(1), context.progress());
    if (!listing)
        return fail(listing.error());
    QJsonArray report;
    bool allGood = true;
    for (const BackupFile &file : listing->files) {
        const auto found = BackupVerifier::verify(file, *level, context.progress());
        if (!found && found.error().kind == Error::Kind::Cancelled)
            return fail(found.error());
        report << toJson(file, found);
        allGood = allGood && found;
        if (!found)
            context.warn(found.error().toText());
        else if (!context.wantsJson())
            context.out().line(lineFor(file, *found));
        if (!found)
            continue;
        if (const auto noted = BackupVerifier::note(file, *found); !noted)
            context.say(Text::tr("It could not be noted: %1").arg(noted.error().message));
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(report).toJson());
    if (listing->files.isEmpty())
        context.say(Text::tr("There are no backups in %1.").arg(listing->folder));
    return allGood ? ExitCode::Done : ExitCode::Failed;
}

}  // namespace roster
