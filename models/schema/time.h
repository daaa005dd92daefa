// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_TIME_H
#define ROSTER_SCHEMA_TIME_H

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <compare>
#include <optional>

namespace roster {

/// PostgreSQL's `time without time zone`: microseconds from midnight, 24:00:00 at most.
class Time
{
public:
    constexpr Time() = default;
    static constexpr Time fromMicroseconds(qint64 microseconds)
    {
        Time time;
        time.m_microseconds = microseconds;
        return time;
    }
    /// Reads `03:04`, `03:04:05`, `03:04:05.000123`.
    static std::optional<Time> fromText(QByteArrayView text);

    constexpr qint64 microseconds() const { return m_microseconds; }
    /// As PostgreSQL writes it: `03:04:05.5`.
    QByteArray toText() const;
    /// As Python's isoformat: `03:04:05.500000`.
    QByteArray toIso() const;

    constexpr auto operator<=>(const Time &) const = default;

private:
    qint64 m_microseconds = 0;
};

}  // namespace roster

#endif
