// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupstamp.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int daysAWeek = 7;

QDateTime startOf(QDate day)
{
    return {day, QTime(0, 0), Qt::UTC};
}

/// The Monday of an ISO week; invalid where the year has no such week.
QDate mondayOf(int year, int week)
{
    const QDate inFirst(year, 1, 4);  // by definition in week 1
    const QDate monday = inFirst.addDays(1 - inFirst.dayOfWeek() + (week - 1) * daysAWeek);
    int yearOfIt = 0;
    return week >= 1 && monday.weekNumber(&yearOfIt) == week && yearOfIt == year ? monday : QDate();
}

/// Of so many digits. QDateTime::fromString() would ask for the zone of this computer eight times a
/// name, which is the most of what a folder of thousands costs.
int number(const QString &text, qsizetype from, qsizetype digits)
{
    return QStringView(text).sliced(from, digits).toInt();
}

QDate dayOf(const QString &text)
{
    return {number(text, 0, 4), number(text, 4, 2), number(text, 6, 2)};
}

std::optional<BackupStamp> momentStamp(const QString &text)
{
    const QDate day = dayOf(text);
    const QTime time(number(text, 9, 2), number(text, 11, 2), number(text, 13, 2));
    if (!day.isValid() || !time.isValid())
        return {};
    const QDateTime moment(day, time, Qt::UTC);
    return BackupStamp{text, moment, moment.addSecs(1)};
}

std::optional<BackupStamp> dayStamp(const QString &text)
{
    const QDate day = dayOf(text);
    if (!day.isValid())
        return {};
    return BackupStamp{text, startOf(day), startOf(day.addDays(1))};
}

std::optional<BackupStamp> weekStamp(const QString &text)
{
    const QDate monday = mondayOf(text.first(4).toInt(), text.sliced(4).toInt());
    if (!monday.isValid())
        return {};
    return BackupStamp{text, startOf(monday), startOf(monday.addDays(daysAWeek)), true};
}

std::optional<BackupStamp> monthStamp(const QString &text)
{
    const QDate first(text.first(4).toInt(), text.sliced(4).toInt(), 1);
    if (!first.isValid())
        return {};
    return BackupStamp{text, startOf(first), startOf(first.addMonths(1))};
}

/// Database, stamp and suffix by the form of the stamp; the suffix has at most four parts, so that
/// dots in a database's name stay there.
std::optional<BackupName> match(const QString &name, const QRegularExpression &form,
                                std::optional<BackupStamp> (*read)(const QString &))
{
    const auto found = form.match(name);
    if (!found.hasMatch())
        return {};
    const auto stamp = read(found.captured(2));
    if (!stamp)
        return {};
    return BackupName{BackupName::decoded(found.captured(1)), *stamp, found.captured(3)};
}

QRegularExpression formOf(const QString &stamp)
{
    return QRegularExpression(u"^(.+)-(%1)((?:\\.[A-Za-z0-9]+){0,4})$"_s.arg(stamp),
                              QRegularExpression::DotMatchesEverythingOption);
}

std::optional<BackupName> parseMoment(const QString &name)
{
    static const QRegularExpression form = formOf(u"\\d{8}-\\d{6}"_s);
    return match(name, form, momentStamp);
}

std::optional<BackupName> parseDay(const QString &name)
{
    static const QRegularExpression form = formOf(u"\\d{8}"_s);
    return match(name, form, dayStamp);
}

std::optional<BackupName> parseSix(const QString &name,
                                   std::optional<BackupStamp> (*read)(const QString &))
{
    static const QRegularExpression form = formOf(u"\\d{6}"_s);
    return match(name, form, read);
}

}  // namespace

QString slotFolder(BackupSlot slot)
{
    switch (slot) {
    case BackupSlot::Last:
        return u"last"_s;
    case BackupSlot::Daily:
        return u"daily"_s;
    case BackupSlot::Weekly:
        return u"weekly"_s;
    case BackupSlot::Monthly:
        return u"monthly"_s;
    case BackupSlot::Flat:
        break;
    }
    return {};
}

QString slotName(BackupSlot slot)
{
    switch (slot) {
    case BackupSlot::Last:
        return Text::tr("last");
    case BackupSlot::Daily:
        return Text::tr("daily");
    case BackupSlot::Weekly:
        return Text::tr("weekly");
    case BackupSlot::Monthly:
        return Text::tr("monthly");
    case BackupSlot::Flat:
        break;
    }
    return {};
}

std::optional<BackupName> BackupName::parse(const QString &fileName, BackupSlot slot)
{
    switch (slot) {
    case BackupSlot::Last:
        return parseMoment(fileName);
    case BackupSlot::Daily:
        return parseDay(fileName);
    case BackupSlot::Weekly:
        return parseSix(fileName, weekStamp);
    case BackupSlot::Monthly:
        return parseSix(fileName, monthStamp);
    case BackupSlot::Flat:
        break;
    }
    if (auto name = parseMoment(fileName))
        return name;
    if (auto name = parseDay(fileName))
        return name;
    if (auto name = parseSix(fileName, monthStamp))
        return name;
    return parseSix(fileName, weekStamp);
}

bool BackupName::isLatest(const QString &fileName)
{
    static const QRegularExpression form(u"-latest(\\.[A-Za-z0-9]+)*$"_s);
    return form.match(fileName).hasMatch();
}

QString BackupName::stampFor(const QDateTime &moment, BackupSlot slot)
{
    int year = 0;
    const int week = moment.date().weekNumber(&year);
    switch (slot) {
    case BackupSlot::Daily:
        return moment.toString(u"yyyyMMdd"_s);
    case BackupSlot::Weekly:
        return u"%1%2"_s.arg(year, 4, 10, QChar(u'0')).arg(week, 2, 10, QChar(u'0'));
    case BackupSlot::Monthly:
        return moment.toString(u"yyyyMM"_s);
    case BackupSlot::Last:
    case BackupSlot::Flat:
        break;
    }
    return moment.toString(u"yyyyMMdd-HHmmss"_s);
}

QString BackupName::encoded(const QString &database)
{
    QByteArray safe;
    const QByteArray bytes = database.toUtf8();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        const bool control = uchar(c) < 0x20 || c == 0x7f;
        const bool leading = i == 0 && (c == '.' || c == '-');
        if (control || leading || c == '/' || c == '%')
            safe += '%' + QByteArray(1, c).toHex().toUpper();
        else
            safe += c;
    }
    return QString::fromUtf8(safe);
}

QString BackupName::decoded(const QString &name)
{
    return name.contains(u'%') ? QString::fromUtf8(QByteArray::fromPercentEncoding(name.toUtf8()))
                               : name;
}

}  // namespace roster
