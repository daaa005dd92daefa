// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/filterperiod.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString twoDigits(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString dateText(QDate date)
{
    return u"%1-%2-%3"_s.arg(date.year(), 4, 10, QChar(u'0'))
        .arg(twoDigits(date.month()), twoDigits(date.day()));
}

std::optional<FilterPeriod> timeOfDay(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(\\.\\d{1,6})?)?$"_s);
    const auto match = form.match(text);
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const int second = match.captured(3).toInt();
    if (!match.hasMatch() || hour > 23 || minute > 59 || second > 59)
        return {};
    if (match.hasCaptured(4))
        return FilterPeriod{text, {}};
    const int end = hour * 3600 + minute * 60 + (match.hasCaptured(3) ? second + 1 : 60);
    const auto clock = [](int seconds) {
        return u"%1:%2:%3"_s.arg(twoDigits(seconds / 3600), twoDigits(seconds / 60 % 60),
                                 twoDigits(seconds % 60));
    };
    return FilterPeriod{clock(hour * 3600 + minute * 60 + second), clock(end)};
}

/// The day and what of it, by a match of the pattern in parsePeriod().
std::optional<FilterPeriod> withinDay(QDate date, const QRegularExpressionMatch &match)
{
    const int hour = match.captured(4).toInt();
    const int minute = match.captured(5).toInt();
    const int second = match.captured(6).toInt();
    if (hour > 23 || minute > 59 || second > 59)
        return {};
    const int step = match.hasCaptured(6) ? 1 : match.hasCaptured(5) ? 60 : 3600;
    const auto moment = [](const QDateTime &time) {
        return dateText(time.date()) + u' ' + time.time().toString(u"HH:mm:ss"_s);
    };
    const QDateTime from(date, QTime(hour, minute, second), Qt::UTC);
    return FilterPeriod{moment(from), moment(from.addSecs(step))};
}

}  // namespace

std::optional<FilterPeriod> parsePeriod(TypeKind kind, const QString &text)
{
    if (kind == TypeKind::Time)
        return timeOfDay(text);
    static const QRegularExpression infinite(u"^-?infinity$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (infinite.match(text).hasMatch())
        return FilterPeriod{text.toLower(), {}};
    static const QRegularExpression form(u"^(\\d{4,6})(?:-(\\d\\d)(?:-(\\d\\d)(?:[T "
                                         u"](\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(\\.\\d{1,6})?)?"
                                         "(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?)?)?)?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    const int month = match.hasCaptured(2) ? match.captured(2).toInt() : 1;
    const int day = match.hasCaptured(3) ? match.captured(3).toInt() : 1;
    const QDate date(year, month, day);
    if (year == 0 || !date.isValid())
        return {};
    const bool hasZone = match.hasCaptured(8) && !match.captured(8).isEmpty();
    if (hasZone && kind != TypeKind::TimestampTz)
        return {};
    if (match.hasCaptured(4)) {
        if (kind == TypeKind::Date)
            return {};
        auto period = withinDay(date, match);
        if (!period || (match.captured(7).isEmpty() && !hasZone))
            return period;
        return match.captured(7).isEmpty() ? FilterPeriod{period->from + match.captured(8),
                                                          period->before + match.captured(8)}
                                           : FilterPeriod{text, {}};
    }
    const QDate next = match.hasCaptured(3) ? date.addDays(1)
                     : match.hasCaptured(2) ? date.addMonths(1)
                                            : date.addYears(1);
    return FilterPeriod{dateText(date), dateText(next)};
}

}  // namespace roster
