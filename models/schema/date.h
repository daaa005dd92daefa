// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_DATE_H
#define ROSTER_SCHEMA_DATE_H

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <compare>
#include <limits>
#include <optional>

namespace roster {

/// PostgreSQL's `date`: days from 2000-01-01, or ±infinity.
class Date
{
public:
    constexpr Date() = default;
    static constexpr Date fromDays(qint32 days)
    {
        Date date;
        date.m_days = days;
        return date;
    }
    static constexpr Date infinity() { return fromDays(std::numeric_limits<qint32>::max()); }
    static constexpr Date minusInfinity() { return fromDays(std::numeric_limits<qint32>::min()); }
    /// Reads `2026-01-02`, `0044-03-15 BC`, `infinity`.
    static std::optional<Date> fromText(QByteArrayView text);

    constexpr qint32 days() const { return m_days; }
    constexpr bool isFinite() const { return *this != infinity() && *this != minusInfinity(); }
    /// As PostgreSQL writes it in DateStyle ISO; for the years 1 to 9999 also Python's isoformat.
    QByteArray toText() const;

    constexpr auto operator<=>(const Date &) const = default;

private:
    qint32 m_days = 0;
};

}  // namespace roster

#endif
