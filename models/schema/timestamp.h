// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_TIMESTAMP_H
#define ROSTER_SCHEMA_TIMESTAMP_H

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <compare>
#include <limits>
#include <optional>

namespace roster {

/// In a declaration: `createdAt{utcNow}`, the moment a row is made, in UTC.
struct UtcNow
{
};
inline constexpr UtcNow utcNow{};

/// PostgreSQL's `timestamp without time zone`: microseconds or ±infinity, no zone. QDateTime would
/// drop the microseconds, shift the value by a zone and know no infinity.
class Timestamp
{
public:
    /// 2000-01-01 00:00:00, PostgreSQL's zero.
    constexpr Timestamp() = default;
    /// The wall time in UTC now, as a value that carries no zone.
    // Not explicit: rows are made by `Player{.createdAt = utcNow}`
    Timestamp(UtcNow);
    /// From 2000-01-01 00:00:00: what binary COPY sends.
    static constexpr Timestamp fromMicroseconds(qint64 microseconds)
    {
        Timestamp timestamp;
        timestamp.m_microseconds = microseconds;
        return timestamp;
    }
    static constexpr Timestamp infinity()
    {
        return fromMicroseconds(std::numeric_limits<qint64>::max());
    }
    static constexpr Timestamp minusInfinity()
    {
        return fromMicroseconds(std::numeric_limits<qint64>::min());
    }
    /// Reads `2026-01-02 03:04:05.000123`, also with `T`, ` BC`, `infinity`; nothing where the text
    /// is something else, holds a zone, or is beyond 4714-11-24 BC to 294276-12-31.
    static std::optional<Timestamp> fromText(QByteArrayView text);

    constexpr qint64 microseconds() const { return m_microseconds; }
    constexpr bool isFinite() const { return *this != infinity() && *this != minusInfinity(); }
    /// As PostgreSQL writes it in DateStyle ISO.
    QByteArray toText() const;
    /// As Python's isoformat: `2026-01-02T03:04:05`, six digits of microseconds where not zero.
    /// What Python cannot hold: ±infinity as that word, years beyond 9999 and BC with PostgreSQL's
    /// year.
    QByteArray toIso() const;

    constexpr auto operator<=>(const Timestamp &) const = default;

private:
    qint64 m_microseconds = 0;
};

}  // namespace roster

#endif
