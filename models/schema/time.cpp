// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/time.h"

#include "models/schema/calendar.h"

namespace roster {

std::optional<Time> Time::fromText(QByteArrayView text)
{
    const auto microseconds = calendar::takeTime(text);
    if (!microseconds || !text.isEmpty())
        return {};
    return fromMicroseconds(*microseconds);
}

QByteArray Time::toText() const
{
    return calendar::timeText(m_microseconds, true);
}

QByteArray Time::toIso() const
{
    return calendar::timeText(m_microseconds, false);
}

}  // namespace roster
