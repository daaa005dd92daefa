// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/timestamptz.h"

#include "models/schema/calendar.h"

namespace roster {

namespace {

/// Puts the zone after the time, before ` BC`.
QByteArray withZone(const Timestamp &utc, QByteArray text, const char *zone)
{
    if (!utc.isFinite())
        return text;
    return text.insert(text.endsWith(" BC") ? text.size() - 3 : text.size(), zone);
}

}  // namespace

std::optional<TimestampTz> TimestampTz::fromText(QByteArrayView text)
{
    if (text == "infinity")
        return fromUtc(Timestamp::infinity());
    if (text == "-infinity")
        return fromUtc(Timestamp::minusInfinity());
    const bool bc = calendar::takeBc(text);
    // The zone begins behind the time: a '-' before that is the date's.
    qsizetype start = text.indexOf(':');
    while (start >= 0 && start < text.size() && text[start] != '+' && text[start] != '-'
           && text[start] != 'Z')
        ++start;
    if (start < 0)
        return {};
    QByteArrayView zone = text.sliced(start);
    const auto offset = calendar::takeOffset(zone);
    const auto local = Timestamp::fromText(text.first(start).toByteArray() + (bc ? " BC" : ""));
    if (!offset || !zone.isEmpty() || !local || !local->isFinite())
        return {};
    return fromUtc(Timestamp::fromMicroseconds(local->microseconds()
                                               - *offset * calendar::microsecondsPerSecond));
}

QByteArray TimestampTz::toText() const
{
    return withZone(m_utc, m_utc.toText(), "+00");
}

QByteArray TimestampTz::toIso() const
{
    return withZone(m_utc, m_utc.toIso(), "+00:00");
}

}  // namespace roster
