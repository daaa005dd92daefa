// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_FILTERLANGUAGE_H
#define ROSTER_BROWSING_FILTERLANGUAGE_H

#include "models/browsing/bindings.h"
#include "models/core/result.h"
#include "models/schema/tableschema.h"

#include <QString>

namespace roster {

/// The filter row's little language as an SQL condition on one column; empty for an empty filter.
///
///     >10  >=10  <10  <=10        compared; !=10 and <>10: all others, NULLs too
///     10..20  10..  ..20          from, to, both included (not for text)
///     10..<20                     the same without 20
///     =Arne                       exactly this
///     arne                        text: contains it, in any case; others: equal to it
///     arn*  *ne  a*e              text: begins, ends, both; in this case (an index can serve arn*)
///     true false yes no           boolean
///     2026  2026-01  2026-01-02 10:30   times: within that year, month … second
///     null  !null                 without a value, with one
///     a|b                         one of these
///     "a|b"                       taken literally; a quote inside is doubled
///
/// Enums, arrays, json, bytea and whatever else has no numbers or times are searched in their text.
/// InvalidInput names the column (`table.column`) and says what it accepts.
Result<QString> filterCondition(const QString &table, const ColumnSchema &column,
                                const QString &filter, Bindings &bindings);

}  // namespace roster

#endif
