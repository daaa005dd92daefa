// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_CALENDAR_H
#define ROSTER_SCHEMA_CALENDAR_H

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

/// The proleptic Gregorian calendar and PostgreSQL's ISO texts, shared by Timestamp, Date and Time.
/// Days and microseconds count from 2000-01-01, as PostgreSQL's own do.
namespace roster::calendar {

inline constexpr qint64 microsecondsPerSecond = 1'000'000;
inline constexpr qint64 microsecondsPerDay = 86'400 * microsecondsPerSecond;

struct Day
{
    qint64 year = 2000;  ///< astronomical: 0 is 1 BC
    int month = 1;
    int day = 1;
};

/// Days from 2000-01-01 (Howard Hinnant's days_from_civil, moved to that epoch).
constexpr qint64 daysOf(const Day &date)
{
    const qint64 year = date.year - (date.month <= 2 ? 1 : 0);
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear =
        (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 730'425;
}

Day dayOf(qint64 days);
/// 1 to 31; false for a day that the month has not.
bool isValid(const Day &date);

/// Reads `2026-01-02`, `10000-01-01`; takes what it read off `text`. No era.
std::optional<Day> takeDay(QByteArrayView &text);
/// Reads `03:04:05.000123` as microseconds, 24:00:00 at most; takes what it read off `text`.
std::optional<qint64> takeTime(QByteArrayView &text);
/// Reads `+02`, `-05:30`, `+00:19:32` or `Z` as seconds east of UTC; takes it off `text`.
std::optional<int> takeOffset(QByteArrayView &text);
/// Takes ` BC` off the end: true when it was there.
bool takeBc(QByteArrayView &text);

/// `2026-01-02`, the year with four digits at least and always positive; add ` BC` by `isBc`.
QByteArray dayText(const Day &date);
inline bool isBc(const Day &date)
{
    return date.year < 1;
}
/// `03:04:05`, then what is left of the second: `trimmed` writes `.5`, else `.500000`.
QByteArray timeText(qint64 microseconds, bool trimmed);

}  // namespace roster::calendar

#endif
