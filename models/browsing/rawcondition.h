// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_RAWCONDITION_H
#define ROSTER_BROWSING_RAWCONDITION_H

#include "models/core/result.h"

#include <QString>

namespace roster {

/// Refuses a WHERE that a person typed when it is more than one condition: a semicolon, a
/// parameter, quotes or comments that do not end, parentheses that close what they did not open.
/// What passes cannot change the statement around it once it stands in parentheses with a line end
/// before the closing one; everything else the server judges. Reads as PostgreSQL's lexer does with
/// standard_conforming_strings on (src/backend/parser/scan.l). InvalidInput.
Result<void> checkRawCondition(const QString &where);

/// The same of an expression over the columns of a row.
Result<void> checkRawExpression(const QString &expression);

/// Either in its parentheses, for use in a statement.
QString enclosed(const QString &typed);

}  // namespace roster

#endif
