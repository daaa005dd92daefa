// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_TIMESTAMPTZ_H
#define ROSTER_SCHEMA_TIMESTAMPTZ_H

#include "models/schema/timestamp.h"

namespace roster {

/// PostgreSQL's `timestamp with time zone`: an instant, kept and written in UTC.
class TimestampTz
{
public:
    constexpr TimestampTz() = default;
    // Not explicit: as Timestamp's
    TimestampTz(UtcNow now) : m_utc(now) {}
    static constexpr TimestampTz fromUtc(Timestamp utc)
    {
        TimestampTz instant;
        instant.m_utc = utc;
        return instant;
    }
    /// Reads `2026-01-02 03:04:05.5+02`, `…-05:30`, `…Z`, ` BC`, `infinity`: the zone must be
    /// there.
    static std::optional<TimestampTz> fromText(QByteArrayView text);

    constexpr Timestamp utc() const { return m_utc; }
    constexpr bool isFinite() const { return m_utc.isFinite(); }
    /// As PostgreSQL writes it where TimeZone is UTC: `2026-01-02 03:04:05+00`.
    QByteArray toText() const;
    /// As Python's isoformat of an aware datetime in UTC: `2026-01-02T03:04:05+00:00`.
    QByteArray toIso() const;

    constexpr auto operator<=>(const TimestampTz &) const = default;

private:
    Timestamp m_utc;
};

}  // namespace roster

#endif
