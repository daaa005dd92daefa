// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SIGNUPS_H
#define ROSTER_SEEDING_SIGNUPS_H

#include "models/schema/timestamp.h"
#include "models/seeding/randomsource.h"

namespace roster {

/// When the player of this number joined: more and more each day from 2020-01-01 on (twice as many
/// every 97 days), fewer on working days, most in the evening. The 1,000th joins after a year, the
/// ten millionth in 2024. Later numbers join later, but for some minutes. Whole numbers only, so it
/// is the same on every machine; the first 2³¹ numbers are spread, later ones join on the last day.
Timestamp signUpTime(RandomSource &random, qint64 number);

}  // namespace roster

#endif
