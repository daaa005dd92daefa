// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_FILTERPERIOD_H
#define ROSTER_BROWSING_FILTERPERIOD_H

#include "models/schema/tableschema.h"

#include <QString>

#include <optional>

namespace roster {

/// The stretch of time that an incomplete date or time means, in PostgreSQL's text form:
/// `2026-01` is from 2026-01-01 until before 2026-02-01.
struct FilterPeriod
{
    QString from;
    QString before;  ///< empty: `from` is one moment
};

/// Reads `2026`, `2026-01`, `2026-01-02`, `2026-01-02 10`, `… 10:30`, `… 10:30:05` (also with T),
/// moments with a fraction, a zone (timestamptz only) and ±infinity; `10:30` for times of day.
/// nullopt: it is none.
std::optional<FilterPeriod> parsePeriod(TypeKind kind, const QString &text);

}  // namespace roster

#endif
