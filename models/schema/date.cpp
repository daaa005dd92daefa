// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/date.h"

#include "models/schema/calendar.h"

namespace roster {

std::optional<Date> Date::fromText(QByteArrayView text)
{
    if (text == "infinity")
        return infinity();
    if (text == "-infinity")
        return minusInfinity();
    const bool bc = calendar::takeBc(text);
    auto day = calendar::takeDay(text);
    if (!day || !text.isEmpty())
        return {};
    if (bc)
        day->year = 1 - day->year;
    // PostgreSQL's range: 4714-11-24 BC to 5874897-12-31.
    if (!calendar::isValid(*day) || (bc && day->year > 0) || day->year > 5'874'897)
        return {};
    const qint64 days = calendar::daysOf(*day);
    if (days < calendar::daysOf({-4713, 11, 24}))
        return {};
    return fromDays(qint32(days));
}

QByteArray Date::toText() const
{
    if (!isFinite())
        return *this == infinity() ? "infinity" : "-infinity";
    const calendar::Day day = calendar::dayOf(m_days);
    return calendar::dayText(day) + (calendar::isBc(day) ? " BC" : "");
}

}  // namespace roster
