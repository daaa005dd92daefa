// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/timestamp.h"

#include "models/schema/calendar.h"

#include <chrono>

namespace roster {

namespace {

// PostgreSQL's own limits (datatype/timestamp.h): the first is allowed, the last is not.
constexpr qint64 firstDay = calendar::daysOf({-4713, 11, 24});
constexpr qint64 endDay = calendar::daysOf({294'277, 1, 1});

QByteArray textOf(const Timestamp &timestamp, char separator, bool trimmed)
{
    if (!timestamp.isFinite())
        return timestamp == Timestamp::infinity() ? "infinity" : "-infinity";
    qint64 days = timestamp.microseconds() / calendar::microsecondsPerDay;
    qint64 time = timestamp.microseconds() % calendar::microsecondsPerDay;
    if (time < 0) {
        time += calendar::microsecondsPerDay;
        --days;
    }
    const calendar::Day day = calendar::dayOf(days);
    return calendar::dayText(day) + separator + calendar::timeText(time, trimmed)
         + (calendar::isBc(day) ? " BC" : "");
}

}  // namespace

Timestamp::Timestamp(UtcNow)
{
    namespace chrono = std::chrono;
    constexpr qint64 epoch = calendar::daysOf({1970, 1, 1}) * calendar::microsecondsPerDay;
    m_microseconds = epoch
                   + chrono::duration_cast<chrono::microseconds>(
                         chrono::system_clock::now().time_since_epoch())
                         .count();
}

std::optional<Timestamp> Timestamp::fromText(QByteArrayView text)
{
    if (text == "infinity")
        return infinity();
    if (text == "-infinity")
        return minusInfinity();
    const bool bc = calendar::takeBc(text);
    auto day = calendar::takeDay(text);
    if (!day || text.isEmpty() || (text.front() != ' ' && text.front() != 'T'))
        return {};
    text = text.sliced(1);
    const auto time = calendar::takeTime(text);
    if (bc)
        day->year = 1 - day->year;
    if (!time || !text.isEmpty() || !calendar::isValid(*day) || (bc && day->year > 0))
        return {};
    const qint64 days = calendar::daysOf(*day);
    if (days < firstDay || days >= endDay)
        return {};
    return fromMicroseconds(days * calendar::microsecondsPerDay + *time);
}

QByteArray Timestamp::toText() const
{
    return textOf(*this, ' ', true);
}

QByteArray Timestamp::toIso() const
{
    return textOf(*this, 'T', false);
}

}  // namespace roster
