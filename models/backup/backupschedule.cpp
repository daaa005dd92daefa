// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupschedule.h"

#include "models/backup/schedulekeepers.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr int idDigits = 10;
using Every = BackupSchedule::Every;

/// systemd.service(5): in double quotes; `%` and `$` mean something there.
QString systemdQuoted(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    word.replace(u'%', u"%%"_s).replace(u'$', u"$$"_s);
    return u'"' + word + u'"';
}

/// For /bin/sh, and crontab(5) makes a line end of `%`.
QString cronQuoted(QString word)
{
    word.replace(u'\'', u"'\\''"_s).replace(u'%', u"\\%"_s);
    return u'\'' + word + u'\'';
}

QString calendar(const BackupSchedule::Plan &plan)
{
    const QString time = plan.at.toString(u"HH:mm:ss"_s);
    switch (plan.every) {
    case Every::Hour:
        return u"*-*-* *:%1:00"_s.arg(plan.at.minute(), 2, 10, QChar(u'0'));
    case Every::Day:
        return u"*-*-* "_s + time;
    case Every::Week:
        return u"Mon *-*-* "_s + time;
    case Every::Month:
        break;
    }
    return u"*-*-01 "_s + time;
}

QString cronTimes(const BackupSchedule::Plan &plan)
{
    const QString time = u"%1 %2"_s.arg(plan.at.minute()).arg(plan.at.hour());
    switch (plan.every) {
    case Every::Hour:
        return u"%1 * * * *"_s.arg(plan.at.minute());
    case Every::Day:
        return time + u" * * *"_s;
    case Every::Week:
        return time + u" * * 1"_s;
    case Every::Month:
        break;
    }
    return time + u" 1 * *"_s;
}

/// A line of ours by which the schedule is known again.
QString markOf(const BackupSchedule::Plan &plan)
{
    return BackupSchedule::everyWord(plan.every) + u' ' + plan.folder;
}

}  // namespace

QString BackupSchedule::everyWord(Every every)
{
    switch (every) {
    case Every::Hour:
        return u"hour"_s;
    case Every::Day:
        return u"day"_s;
    case Every::Week:
        return u"week"_s;
    case Every::Month:
        break;
    }
    return u"month"_s;
}

qint64 BackupSchedule::seconds(Every every)
{
    switch (every) {
    case Every::Hour:
        return hour;
    case Every::Day:
        return day;
    case Every::Week:
        return 7 * day;
    case Every::Month:
        break;
    }
    return 31 * day;
}

QString BackupSchedule::idOf(const Plan &plan)
{
    const QByteArray words = plan.command.join(QChar::Null).toUtf8() + '\0' + plan.folder.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex();
    return u"roster-backup-"_s + QString::fromLatin1(hash.first(idDigits));
}

QString BackupSchedule::serviceText(const Plan &plan)
{
    QStringList words;
    for (const QString &word : plan.command)
        words << systemdQuoted(word);
    return u"# Written by Roster; `roster backup schedule remove %1` takes it away.\n"
           "# roster-schedule: %2\n"
           "[Unit]\nDescription=Backup by Roster\n\n"
           "[Service]\nType=oneshot\nNice=10\nExecStart=%3\n"_s.arg(idOf(plan), markOf(plan),
                                                                    words.join(u' '));
}

QString BackupSchedule::timerText(const Plan &plan)
{
    return u"# Written by Roster; `roster backup schedule remove %1` takes it away.\n"
           "[Unit]\nDescription=Backup by Roster, by the clock\n\n"
           "[Timer]\nOnCalendar=%2\nPersistent=true\n\n"
           "[Install]\nWantedBy=timers.target\n"_s.arg(idOf(plan), calendar(plan));
}

QString BackupSchedule::cronText(const Plan &plan)
{
    QStringList words;
    for (const QString &word : plan.command)
        words << cronQuoted(word);
    return u"# %1 roster-schedule: %2\n%3 %4\n"_s.arg(idOf(plan), markOf(plan), cronTimes(plan),
                                                      words.join(u' '));
}

BackupSchedule::Keeper BackupSchedule::keeper()
{
    if (SystemdKeeper::isThere())
        return Keeper::Systemd;
    return CronKeeper::isThere() ? Keeper::Cron : Keeper::Nobody;
}

Result<BackupSchedule::Installed> BackupSchedule::install(const Plan &plan)
{
    const QString all = plan.folder + plan.command.join(u' ');
    if (std::any_of(all.cbegin(), all.cend(),
                    [](QChar c) { return c.category() == QChar::Other_Control; })) {
        return fail(Error::Kind::InvalidInput,
                    Text::tr("A line end or another control character cannot be scheduled."),
                    Text::tr("Use a folder and names without."));
    }
    const QString id = idOf(plan);
    Installed done{id, keeper(), plan.folder, plan.every, {}};
    switch (done.keeper) {
    case Keeper::Systemd:
        done.text = serviceText(plan) + timerText(plan);
        ROSTER_TRY(SystemdKeeper::install(id, serviceText(plan), timerText(plan)));
        return done;
    case Keeper::Cron:
        done.text = cronText(plan);
        ROSTER_TRY(CronKeeper::install(id, done.text));
        return done;
    case Keeper::Nobody:
        break;
    }
    return fail(Error::Kind::NotFound,
                Text::tr("There is neither systemd for this account nor cron on this computer."),
                Text::tr("Have whatever runs things by the clock here run this:\n%1")
                    .arg(cronText(plan).section(u'\n', 1, 1)));
}

Result<QList<BackupSchedule::Installed>> BackupSchedule::installed()
{
    QList<Installed> all;
    const auto add = [&all](Keeper keeper, const ScheduleEntry &entry) {
        Installed one{entry.id, keeper, entry.mark.section(u' ', 1), Every::Day, entry.text};
        for (const Every every : {Every::Hour, Every::Day, Every::Week, Every::Month}) {
            if (entry.mark.section(u' ', 0, 0) == everyWord(every))
                one.every = every;
        }
        all << one;
    };
    for (const ScheduleEntry &entry : SystemdKeeper::entries())
        add(Keeper::Systemd, entry);
    const auto lines = CronKeeper::entries();
    if (!lines)
        return fail(lines.error());
    for (const ScheduleEntry &entry : *lines)
        add(Keeper::Cron, entry);
    return all;
}

Result<void> BackupSchedule::remove(const QString &id)
{
    const auto all = installed();
    if (!all)
        return fail(all.error());
    const auto found = std::find_if(all->cbegin(), all->cend(),
                                    [&id](const Installed &one) { return one.id == id; });
    if (found == all->cend()) {
        return fail(Error::Kind::NotFound, Text::tr("There is no schedule %1.").arg(id),
                    Text::tr("See which there are."), u"roster backup schedule show"_s);
    }
    return found->keeper == Keeper::Systemd ? SystemdKeeper::remove(id) : CronKeeper::remove(id);
}

qint64 BackupSchedule::promiseFor(const QString &folder)
{
    qint64 promise = 0;
    const auto all = installed();
    for (const Installed &one : all ? *all : QList<Installed>()) {
        if (QDir(one.folder) == QDir(folder) && (promise == 0 || seconds(one.every) < promise)) {
            promise = seconds(one.every);
        }
    }
    return promise;
}

}  // namespace roster
