// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/backupfolder.h"
#include "models/backup/backupschedule.h"
#include "models/backup/staleness.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

QString verifiedText(const BackupFile &file)
{
    if (!file.verification)
        return BackupVerification::levelName(BackupVerification::Level::None);
    return u"%1 %2"_s.arg(BackupVerification::levelName(file.verification->level),
                          file.verification->at.toLocalTime().toString(u"yyyy-MM-dd"_s));
}

QString stateText(const BackupFile &file)
{
    if (file.isGood() && file.isInContainer() && !file.verification)
        return Text::tr("not looked into");
    return file.isGood() ? Text::tr("good") : file.problems.join(u"; "_s);
}

QStringList cells(const BackupFile &file, const QDateTime &now)
{
    const QString stamp = file.stamp().isEmpty() ? u"-"_s : file.stamp();
    return {file.database,
            file.places.first().stamp && file.places.first().stamp->isWeek
                ? Text::tr("%1 (week)").arg(stamp)
                : stamp,
            file.slotNames().join(u","_s),
            Staleness::ageText(file.moment().secsTo(now)),
            QLocale().formattedDataSize(file.size),
            file.head.text(),
            file.head.serverVersion,
            verifiedText(file),
            stateText(file),
            file.path()};
}

void writeTable(Output &out, QList<QStringList> rows)
{
    rows.prepend({Text::tr("database"), Text::tr("stamp"), Text::tr("kept as"), Text::tr("age"),
                  Text::tr("size"), Text::tr("format"), Text::tr("server"), Text::tr("verified"),
                  Text::tr("state"), Text::tr("file")});
    QList<qsizetype> widths(rows.first().size());
    for (QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            // Names of files hold anything; a line end in one must not look like a second backup.
            std::replace_if(
                row[i].begin(), row[i].end(),
                [](QChar c) { return c.category() == QChar::Other_Control; }, QChar(0xfffd));
            widths[i] = qMax(widths.at(i), row.at(i).size());
        }
    }
    for (const QStringList &row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i)) + u"  "_s;
        out.line(line + row.last());
    }
}

void writeJson(Output &out, const BackupListing &listing, const QList<Staleness> &states)
{
    QJsonArray files;
    for (const BackupFile &file : listing.files)
        files << file.toJson();
    QJsonArray leftovers;
    for (const auto &one : listing.leftovers) {
        leftovers << QJsonObject{{u"path"_s, one.path},
                                 {u"size"_s, one.size},
                                 {u"modified"_s, one.modified.toString(Qt::ISODate)},
                                 {u"being_written"_s, one.isBeingWritten}};
    }
    QJsonArray promises;
    for (const Staleness &state : states) {
        promises << QJsonObject{
            {u"database"_s, state.database},
            {u"newest_good"_s, state.newest.isValid()
                                   ? QJsonValue(state.newest.toString(Qt::ISODate))
                                   : QJsonValue()},
            {u"promised_seconds"_s, state.promised},
            {u"stale"_s, !state.text.isEmpty()}};
    }
    out.write(QJsonDocument(QJsonObject{{u"folder"_s, listing.folder},
                                        {u"backups"_s, files},
                                        {u"leftovers"_s, leftovers},
                                        {u"promises"_s, promises},
                                        {u"notes"_s, QJsonArray::fromStringList(listing.notes)}})
                  .toJson());
}

void sayWhatElse(Context &context, const BackupListing &listing, const QList<Staleness> &states)
{
    for (const QString &note : listing.notes)
        context.say(note);
    for (const auto &one : listing.leftovers) {
        context.say(one.isBeingWritten
                        ? Text::tr("%1 is being written.").arg(one.path)
                        : Text::tr("%1 is left over from a run that was killed; the next backup "
                                   "there removes it.")
                              .arg(one.path));
    }
    QMap<QString, QStringList> notes;
    for (const BackupFile &file : listing.files) {
        for (const QString &note : file.notes)
            notes[note] << file.path();
    }
    for (auto it = notes.cbegin(); it != notes.cend(); ++it) {
        context.say(it->size() == 1
                        ? u"%1: %2"_s.arg(it->first(), it.key())
                        : Text::tr("%n files: %1", nullptr, int(it->size())).arg(it.key()));
    }
    const bool isForeign =
        std::any_of(listing.files.cbegin(), listing.files.cend(), [](const BackupFile &file) {
            return !file.manifest && file.places.first().stamp;
        });
    if (isForeign) {
        context.say(Text::tr("Stamps are as whoever made the files wrote them: a container's "
                             "clock, without a zone."));
    }
    for (const Staleness &state : states) {
        if (!state.text.isEmpty())
            context.warn(state.text);
    }
}

}  // namespace

Result<ExitCode> BackupActions::list(Context &context)
{
    const QString named = context.arguments().word(1);
    const auto listing =
        BackupFolder::list(named.isEmpty() ? BackupFolder::standard() : named, context.progress());
    if (!listing && named.isEmpty() && listing.error().kind == Error::Kind::NotFound) {
        return fail(Error::Kind::NotFound,
                    Text::tr("There are no backups of Roster's own yet, in %1.")
                        .arg(BackupFolder::standard()),
                    Text::tr("Make one, or name a folder."), u"roster backup create"_s);
    }
    if (!listing)
        return fail(listing.error());
    context.clearProgress();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<Staleness> states =
        Staleness::of(*listing, now, BackupSchedule::promiseFor(listing->folder));
    if (context.wantsJson()) {
        writeJson(context.out(), *listing, states);
        return ExitCode::Done;
    }
    QList<QStringList> rows;
    for (const BackupFile &file : listing->files)
        rows << cells(file, now);
    if (rows.isEmpty())
        context.say(Text::tr("There are no backups in %1.").arg(listing->folder));
    else
        writeTable(context.out(), rows);
    sayWhatElse(context, *listing, states);
    return ExitCode::Done;
}

}  // namespace roster
