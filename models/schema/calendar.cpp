// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/calendar.h"

#include <array>

namespace roster::calendar {

namespace {

/// Takes at least `minimum` and at most `maximum` digits off the front.
std::optional<qint64> takeDigits(QByteArrayView &text, qsizetype minimum, qsizetype maximum)
{
    qsizetype length = 0;
    while (length < text.size() && length < maximum && text[length] >= '0' && text[length] <= '9')
        ++length;
    if (length < minimum)
        return {};
    const qint64 value = text.first(length).toLongLong();
    text = text.sliced(length);
    return value;
}

bool take(QByteArrayView &text, char expected)
{
    if (text.isEmpty() || text.front() != expected)
        return false;
    text = text.sliced(1);
    return true;
}

QByteArray padded(qint64 number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

/// `.5` or `.000123` as microseconds; 0 where no fraction stands.
std::optional<qint64> takeFraction(QByteArrayView &text)
{
    if (!take(text, '.'))
        return 0;
    const qsizetype before = text.size();
    auto fraction = takeDigits(text, 1, 6);
    if (!fraction)
        return {};
    for (qsizetype digits = before - text.size(); digits < 6; ++digits)
        *fraction *= 10;
    return fraction;
}

}  // namespace

Day dayOf(qint64 days)
{
    days += 730'425;
    const qint64 era = (days >= 0 ? days : days - 146'096) / 146'097;
    const qint64 dayOfEra = days - era * 146'097;
    const qint64 yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int monthFromMarch = int((5 * dayOfYear + 2) / 153);
    const int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)};
}

bool isValid(const Day &date)
{
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
        return false;
    const Day back = dayOf(daysOf(date));
    return back.month == date.month && back.day == date.day;
}

std::optional<Day> takeDay(QByteArrayView &text)
{
    const auto year = takeDigits(text, 4, 7);
    if (!year || !take(text, '-'))
        return {};
    const auto month = takeDigits(text, 2, 2);
    if (!month || !take(text, '-'))
        return {};
    const auto day = takeDigits(text, 2, 2);
    if (!day)
        return {};
    return Day{*year, int(*month), int(*day)};
}

std::optional<qint64> takeTime(QByteArrayView &text)
{
    const auto hour = takeDigits(text, 2, 2);
    if (!hour || !take(text, ':'))
        return {};
    const auto minute = takeDigits(text, 2, 2);
    if (!minute || *minute > 59)
        return {};
    std::optional<qint64> second = 0;
    std::optional<qint64> fraction = 0;
    if (take(text, ':')) {
        second = takeDigits(text, 2, 2);
        if (!second || *second > 59)
            return {};
        fraction = takeFraction(text);
        if (!fraction)
            return {};
    }
    const qint64 time = ((*hour * 60 + *minute) * 60 + *second) * microsecondsPerSecond + *fraction;
    return time <= microsecondsPerDay ? std::optional(time) : std::nullopt;
}

std::optional<int> takeOffset(QByteArrayView &text)
{
    if (take(text, 'Z'))
        return 0;
    const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
    if (sign == 0)
        return {};
    const auto hours = takeDigits(text, 2, 2);
    if (!hours)
        return {};
    qint64 seconds = *hours * 3600;
    for (const int unit : {60, 1}) {
        if (!take(text, ':'))
            break;
        const auto number = takeDigits(text, 2, 2);
        if (!number)
            return {};
        seconds += *number * unit;
    }
    return sign * int(seconds);
}

bool takeBc(QByteArrayView &text)
{
    if (!text.endsWith(" BC"))
        return false;
    text.chop(3);
    return true;
}

QByteArray dayText(const Day &date)
{
    return padded(isBc(date) ? 1 - date.year : date.year, 4) + '-' + padded(date.month, 2) + '-'
         + padded(date.day, 2);
}

QByteArray timeText(qint64 microseconds, bool trimmed)
{
    const qint64 seconds = microseconds / microsecondsPerSecond;
    const qint64 fraction = microseconds % microsecondsPerSecond;
    QByteArray text = padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2) + ':'
                    + padded(seconds % 60, 2);
    if (fraction != 0) {
        text += '.' + padded(fraction, 6);
        while (trimmed && text.endsWith('0'))
            text.chop(1);
    }
    return text;
}

}  // namespace roster::calendar
