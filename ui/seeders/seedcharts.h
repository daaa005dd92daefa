// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDCHARTS_H
#define ROSTER_SEEDERS_SEEDCHARTS_H

#include "models/charts/chartdata.h"
#include "models/seeding/seedpreview.h"

namespace roster {

/// The histogram of a previewed column as the charts' canvas draws it.
ChartData chartOf(const SeedHistogram &histogram);

/// The same as words: the bars and their rows.
QString chartText(const SeedHistogram &histogram);

}  // namespace roster

#endif
