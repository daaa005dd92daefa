// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_TABLELIST_H
#define ROSTER_COMMON_TABLELIST_H

class QTableView;

namespace roster {

/// Makes a table view a list with columns: whole rows, one at a time, all of one height, no grid;
/// Tab leaves it.
void makeTableList(QTableView &table);

}  // namespace roster

#endif
