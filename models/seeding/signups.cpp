// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/signups.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace roster {

namespace {

// 2020-01-01, a Wednesday, in days from 2000-01-01.
constexpr qint64 firstDay = 7305;
constexpr int days = 2600;
constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 secondsPerHour = 3'600;
constexpr qint64 microsecondsPerSecond = 1'000'000;

// Thousandths of a usual day, from Monday.
constexpr std::array<qint64, 7> weekday{860, 830, 850, 900, 1'080, 1'300, 1'180};
// Parts of a day's players in each hour, UTC; 1,000 together.
constexpr std::array<qint64, 24> hours{22, 14, 9,  6,  5,  6,  10, 18, 26, 32, 36, 40,
                                       46, 46, 46, 50, 58, 68, 80, 92, 96, 86, 66, 42};

/// How many joined before each day, in 2^-20 of a player.
constexpr int fractionBits = 20;
constexpr std::array<qint64, days + 1> joinedBefore()
{
    std::array<qint64, days + 1> before{};
    // A third of a player on the first day, 140th more each day.
    qint64 rate = (qint64(1) << fractionBits) / 3;
    for (int day = 0; day < days; ++day) {
        const qint64 today = rate / 1'000 * weekday[std::size_t((day + 2) % 7)];
        before[std::size_t(day) + 1] = before[std::size_t(day)] + today;
        rate += rate / 140;
    }
    return before;
}
constexpr std::array joined = joinedBefore();
static_assert(joined.back() >> fractionBits > (qint64(1) << 31));

constexpr std::array<qint64, 25> hoursBefore()
{
    std::array<qint64, 25> before{};
    for (std::size_t hour = 0; hour < hours.size(); ++hour)
        before[hour + 1] = before[hour] + hours[hour];
    return before;
}
constexpr std::array earlier = hoursBefore();
static_assert(earlier.back() == 1'000);

}  // namespace

Timestamp signUpTime(RandomSource &random, qint64 number)
{
    const qint64 place = std::min(number, (qint64(1) << 31) - 1) << fractionBits;
    const auto *const after = std::upper_bound(joined.begin(), joined.end(), place);
    const auto day = std::size_t(after - joined.begin()) - 1;
    // How far into the day's players, in 2^-20 … and some thousandths of a day by chance.
    const qint64 today = joined[day + 1] - joined[day];
    constexpr qint64 thousand = 1'000;
    constexpr qint64 parts = thousand * thousand;
    const qint64 passed = (place - joined[day]) / std::max<qint64>(today / parts, 1);
    const qint64 part = std::clamp<qint64>(passed + random.below(8 * thousand), 0, parts - 1);
    const auto *const next = std::upper_bound(earlier.begin(), earlier.end(), part / thousand);
    const auto hour = std::size_t(next - earlier.begin()) - 1;
    const qint64 within = part - earlier[hour] * thousand;  // of hours[hour] thousands
    const qint64 micro = within * secondsPerHour * thousand / hours[hour] + random.below(thousand);
    const qint64 start = ((firstDay + qint64(day)) * secondsPerDay + qint64(hour) * secondsPerHour)
                       * microsecondsPerSecond;
    return Timestamp::fromMicroseconds(
        start + std::min(micro, secondsPerHour * microsecondsPerSecond - 1));
}

}  // namespace roster
