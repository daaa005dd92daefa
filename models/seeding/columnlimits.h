// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_COLUMNLIMITS_H
#define ROSTER_SEEDING_COLUMNLIMITS_H

#include "models/schema/tableschema.h"

#include <QString>
#include <QStringList>

namespace roster {

/// What the checks on a table ask of one column, as far as they are understood: comparisons with
/// constants, lists of values, lengths. The server judges the rest.
struct ColumnLimits
{
    QString least;  ///< as the check spells it; empty: none
    QString greatest;
    bool leastExcluded = false;
    bool greatestExcluded = false;
    QStringList values;  ///< one of these; empty: any
    int minLength = -1;
    int maxLength = -1;
    bool notNull = false;
};

ColumnLimits limitsOf(const TableSchema &table, const QString &column);

}  // namespace roster

#endif
