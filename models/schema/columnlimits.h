// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SCHEMA_COLUMNLIMITS_H
#define ROSTER_SCHEMA_COLUMNLIMITS_H

#include "models/schema/tableschema.h"

#include <QString>
#include <QStringList>

namespace roster {

/// What the checks on a table ask of one column, as far as they are understood: comparisons with
/// constants, lists of values, lengths, beginnings and patterns of texts, multiples. The server
/// judges the rest.
struct ColumnLimits
{
    QString least;  ///< as the check spells it; empty: none
    QString greatest;
    bool leastExcluded = false;
    bool greatestExcluded = false;
    QStringList values;     ///< one of these; empty: any
    qint64 multipleOf = 0;  ///< whole numbers: a multiple of it, and `rest` more; 0: any
    qint64 rest = 0;
    QString beginning;  ///< of a text: LIKE 'x%'
    QString pattern;    ///< of a text: a regular expression that it matches
    int minLength = -1;
    int maxLength = -1;
    bool notNull = false;
};

ColumnLimits limitsOf(const TableSchema &table, const QString &column);
/// The same of conditions as pg_get_constraintdef() writes them, with or without its CHECK; a
/// domain's speak of VALUE.
ColumnLimits limitsOf(const QStringList &conditions, const QString &column);
/// Limits of the same values from elsewhere, such as a column's domain: the tighter ones.
void tighten(ColumnLimits &limits, const ColumnLimits &others);

}  // namespace roster

#endif
