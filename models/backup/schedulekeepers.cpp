// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/schedulekeepers.h"

#include "models/backup/programinput.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr auto scheduleMark = "roster-schedule: "_L1;
constexpr qint64 longestAnswer = qint64(1024) * 1024;

/// Runs one of the system's tools with `input`; what it writes.
Result<QByteArray> ask(const QString &tool, const QStringList &arguments,
                       const QByteArray &input = {})
{
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return fail(Error::Kind::NotFound, Text::tr("%1 is not on this computer.").arg(tool));
    QList<QByteArray> variables;
    for (const char *name : {"XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "XDG_CONFIG_HOME"}) {
        if (qEnvironmentVariableIsSet(name))
            variables << QByteArray(name) + '=' + qgetenv(name);
    }
    const FileDescriptor answer(::memfd_create("answer", MFD_CLOEXEC));
    ProgramInput process;
    ROSTER_TRY(process.start(program, arguments, variables, answer.get()));
    process.write(input);
    ROSTER_TRY(process.finish(Text::tr("%1 failed.").arg(tool + u' ' + arguments.join(u' ')),
                              Text::tr("Mend what it names, then try again.")));
    QByteArray text(longestAnswer, Qt::Uninitialized);
    text.truncate(qMax<ssize_t>(0, ::pread(answer.get(), text.data(), size_t(text.size()), 0)));
    return text;
}

QString unitFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
         + u"/systemd/user"_s;
}

QString unitPath(const QString &id, const QString &kind)
{
    return unitFolder() + u'/' + id + u'.' + kind;
}

Result<void> systemctl(const QStringList &words)
{
    ROSTER_TRY(ask(u"systemctl"_s, QStringList{u"--user"_s} + words));
    return {};
}

/// The crontab's lines; none where the account has no crontab.
Result<QStringList> cronLines()
{
    const auto text = ask(u"crontab"_s, {u"-l"_s});
    if (text) {
        QStringList lines = QString::fromUtf8(*text).split(u'\n');
        if (lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }
    // `no crontab for NAME` is an error to it.
    if (text.error().detail.contains("no crontab"_L1))
        return QStringList();
    return fail(text.error());
}

/// Without the two lines of that schedule.
QStringList without(const QStringList &lines, const QString &id)
{
    QStringList rest;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).startsWith(u"# %1 "_s.arg(id) + scheduleMark))
            ++i;
        else
            rest << lines.at(i);
    }
    return rest;
}

Result<void> writeCron(const QStringList &lines)
{
    ROSTER_TRY(ask(u"crontab"_s, {u"-"_s}, (lines.join(u'\n') + u'\n').toUtf8()));
    return {};
}

}  // namespace

bool SystemdKeeper::isThere()
{
    return systemctl({u"show-environment"_s}).has_value();
}

Result<void> SystemdKeeper::install(const QString &id, const QString &service, const QString &timer)
{
    if (!QDir().mkpath(unitFolder()))
        return fail(backupFileError(unitFolder(), errno));
    const auto done = [&]() -> Result<void> {
        ROSTER_TRY(writeDurably(unitPath(id, u"service"_s), service.toUtf8()));
        ROSTER_TRY(writeDurably(unitPath(id, u"timer"_s), timer.toUtf8()));
        ROSTER_TRY(systemctl({u"daemon-reload"_s}));
        return systemctl({u"enable"_s, u"--now"_s, id + u".timer"_s});
    }();
    if (!done) {
        QFile::remove(unitPath(id, u"service"_s));
        QFile::remove(unitPath(id, u"timer"_s));
    }
    return done;
}

QList<ScheduleEntry> SystemdKeeper::entries()
{
    QList<ScheduleEntry> found;
    const QDir folder(unitFolder());
    for (const QString &name : folder.entryList({u"roster-backup-*.service"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ScheduleEntry entry{name.section(u'.', 0, 0), {}, QString::fromUtf8(file.readAll())};
        const qsizetype at = entry.text.indexOf(scheduleMark);
        if (at < 0)
            continue;
        entry.mark = entry.text.sliced(at + scheduleMark.size()).section(u'\n', 0, 0);
        if (QFile timer(unitPath(entry.id, u"timer"_s)); timer.open(QIODevice::ReadOnly))
            entry.text += QString::fromUtf8(timer.readAll());
        found << entry;
    }
    return found;
}

Result<void> SystemdKeeper::remove(const QString &id)
{
    // Without the files the timer is gone after the next log-in at the latest.
    const auto stopped = systemctl({u"disable"_s, u"--now"_s, id + u".timer"_s});
    QFile::remove(unitPath(id, u"timer"_s));
    QFile::remove(unitPath(id, u"service"_s));
    ROSTER_TRY(stopped);
    return systemctl({u"daemon-reload"_s});
}

bool CronKeeper::isThere()
{
    return !QStandardPaths::findExecutable(u"crontab"_s).isEmpty();
}

Result<void> CronKeeper::install(const QString &id, const QString &text)
{
    const auto lines = cronLines();
    if (!lines)
        return fail(lines.error());
    return writeCron(without(*lines, id) + text.split(u'\n', Qt::SkipEmptyParts));
}

Result<QList<ScheduleEntry>> CronKeeper::entries()
{
    QList<ScheduleEntry> found;
    if (!isThere())
        return found;
    const auto lines = cronLines();
    if (!lines)
        return fail(lines.error());
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const QString line = lines->at(i);
        const qsizetype at = line.indexOf(scheduleMark);
        if (!line.startsWith("# roster-backup-"_L1) || at < 0)
            continue;
        found.append({line.section(u' ', 1, 1), line.sliced(at + scheduleMark.size()),
                      line + u'\n' + lines->value(i + 1) + u'\n'});
    }
    return found;
}

Result<void> CronKeeper::remove(const QString &id)
{
    const auto lines = cronLines();
    if (!lines)
        return fail(lines.error());
    return writeCron(without(*lines, id));
}

}  // namespace roster
