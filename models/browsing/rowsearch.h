// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_ROWSEARCH_H
#define ROSTER_BROWSING_ROWSEARCH_H

#include <QString>

namespace roster {

/// What to look for among the rows of a query, without limiting them to it. Upper and lower case
/// are the same.
struct RowSearch
{
    QString text;
    int column = -1;            ///< of the schema; -1: any column
    bool atBeginning = false;   ///< of the column's text; else anywhere in it
    bool backward = false;      ///< towards the first row
    bool includesFrom = false;  ///< the row to start from may be the one
    bool operator==(const RowSearch &) const = default;
};

}  // namespace roster

#endif
