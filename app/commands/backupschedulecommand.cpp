// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/backupactions.h"
#include "app/commands/context.h"
#include "models/backup/backupfolder.h"
#include "models/backup/backupschedule.h"
#include "models/backup/schedulecommand.h"
#include "models/database/connectionurl.h"
#include "models/database/profileresolver.h"

#include <QCoreApplication>
#include <QDir>
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

using Every = BackupSchedule::Every;

QString keeperName(BackupSchedule::Keeper keeper)
{
    return keeper == BackupSchedule::Keeper::Systemd ? u"systemd"_s : u"cron"_s;
}

/// The words that name the database when nobody is there to ask; never a password.
Result<QStringList> databaseWords(const Context &context)
{
    if (context.has(u"profile"_s))
        return QStringList{u"--profile"_s, context.value(u"profile"_s)};
    const auto meant = ProfileResolver().resolve(context.value(u"url"_s), {});
    if (!meant)
        return fail(meant.error());
    if (!*meant)
        return QStringList();  // the private local server
    if (!(*meant)->password.isEmpty()) {
        return fail(Error::Kind::Refused,
                    Text::tr("A password would stand readable in the schedule."),
                    Text::tr("Put it into ~/.pgpass and leave it out here."));
    }
    return QStringList{u"--url"_s, maskedUrl(**meant)};
}

Result<BackupSchedule::Plan> planOf(const Context &context)
{
    BackupSchedule::Plan plan;
    const QString word = context.has(u"every"_s) ? context.value(u"every"_s) : u"day"_s;
    bool isKnown = false;
    for (const Every every : {Every::Hour, Every::Day, Every::Week, Every::Month}) {
        if (word == BackupSchedule::everyWord(every)) {
            plan.every = every;
            isKnown = true;
        }
    }
    if (context.has(u"at"_s))
        plan.at = QTime::fromString(context.value(u"at"_s), u"H:mm"_s);
    if (!isKnown || !plan.at.isValid()) {
        return fail(Error::Kind::Usage,
                    Text::tr("--every %1 --at %2 is no time.").arg(word, context.value(u"at"_s)),
                    Text::tr("Write hour, day, week or month, and a time such as 3:15."));
    }
    const auto database = databaseWords(context);
    if (!database)
        return fail(database.error());
    plan.folder = QDir::cleanPath(QDir().absoluteFilePath(
        context.has(u"to"_s) ? context.value(u"to"_s) : BackupFolder::standard()));
    const auto ages = BackupActions::retention(context);
    if (!ages)
        return fail(ages.error());
    ScheduleCommand command{
        QCoreApplication::applicationFilePath(), plan.folder, *database, *ages, {}};
    for (const QString &option : {u"format"_s, u"pg-dump"_s, u"on-success"_s, u"on-failure"_s}) {
        if (context.has(option))
            command.more << u"--"_s + option << context.value(option);
    }
    for (const QString &recipient : context.arguments().values(u"encrypt"_s))
        command.more << u"--encrypt"_s << recipient;
    if (context.has(u"roles"_s))
        command.more << u"--roles"_s;
    plan.command = command.words();
    return plan;
}

Result<ExitCode> show(Context &context)
{
    const auto all = BackupSchedule::installed();
    if (!all)
        return fail(all.error());
    QJsonArray report;
    for (const BackupSchedule::Installed &one : *all) {
        report << QJsonObject{{u"id"_s, one.id},
                              {u"keeper"_s, keeperName(one.keeper)},
                              {u"folder"_s, one.folder},
                              {u"every"_s, BackupSchedule::everyWord(one.every)},
                              {u"text"_s, one.text}};
        if (!context.wantsJson())
            context.out().line(u"%1 (%2)\n%3"_s.arg(one.id, keeperName(one.keeper), one.text));
    }
    if (context.wantsJson())
        context.out().write(QJsonDocument(report).toJson());
    else if (all->isEmpty())
        context.say(Text::tr("No backup is made by itself."));
    return ExitCode::Done;
}

Result<ExitCode> install(Context &context)
{
    const auto plan = planOf(context);
    if (!plan)
        return fail(plan.error());
    if (context.has(u"dry-run"_s)) {
        context.out().write(
            (BackupSchedule::keeper() == BackupSchedule::Keeper::Systemd
                 ? BackupSchedule::serviceText(*plan) + BackupSchedule::timerText(*plan)
                 : BackupSchedule::cronText(*plan))
                .toUtf8());
        return ExitCode::Done;
    }
    const auto done = BackupSchedule::install(*plan);
    if (!done)
        return fail(done.error());
    context.out().line(done->id);
    context.say(done->text);
    if (done->keeper == BackupSchedule::Keeper::Systemd) {
        context.say(Text::tr("It runs while you are logged in; `loginctl enable-linger` lets it "
                             "run always."));
    }
    return ExitCode::Done;
}

/// The one that is named; without a name the only one.
Result<ExitCode> remove(Context &context)
{
    QString id = context.arguments().word(2);
    if (id.isEmpty()) {
        const auto all = BackupSchedule::installed();
        if (!all)
            return fail(all.error());
        if (all->size() != 1) {
            return fail(Error::Kind::Usage,
                        Text::tr("There are %n schedules: which one?", nullptr, int(all->size())),
                        Text::tr("See which there are."), u"roster backup schedule show"_s);
        }
        id = all->first().id;
    }
    ROSTER_TRY(BackupSchedule::remove(id));
    context.say(Text::tr("%1 is gone. The backups it made are still there.").arg(id));
    return ExitCode::Done;
}

}  // namespace

Result<ExitCode> BackupActions::schedule(Context &context)
{
    const QString word = context.arguments().word(1);
    if (word == "show"_L1)
        return show(context);
    if (word == "install"_L1)
        return install(context);
    if (word == "remove"_L1)
        return remove(context);
    return fail(Error::Kind::Usage, Text::tr("There is no `backup schedule %1`.").arg(word),
                Text::tr("Write show, install or remove."));
}

}  // namespace roster
