// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_COMMITREBASE_H
#define ROSTER_BROWSING_COMMITREBASE_H

#include "models/browsing/tablechanges.h"

namespace roster {

/// Changes upon the rows as they are now.
struct RebasedChanges
{
    TableChanges changes;  ///< guarded by what the rows are now, where nobody is in the way
    QList<RowConflict> conflicts;
};

/// Reads the rows whose guard failed (indexes into TableChanges::rows) once more. Only a field that
/// was edited and holds something else than what was seen is a conflict; where it holds the edit
/// already it is left out; a change of any other field is nobody's concern.
Result<RebasedChanges> rebase(Session &session, const TableSchema &schema,
                              const TableChanges &changes, const QList<int> &missed);

}  // namespace roster

#endif
