// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_EDITRECOVERY_H
#define ROSTER_VIEWS_EDITRECOVERY_H

#include "models/core/progress.h"
#include "models/views/journaltext.h"

#include <memory>

namespace roster {

/// Edits of a program that was killed, staged anew upon the rows as they are now.
struct RecoveredEdits
{
    std::shared_ptr<StagedEdits> edits;  ///< those staged before, and these
    StagedStep step;
    int staged = 0;     ///< changes that are staged again
    int contested = 0;  ///< of them: rows that somebody changed since where they were edited
    int present = 0;    ///< changes that the table holds already
    bool wasCommitted = false;  ///< the program was killed after its commit: nothing is staged
    QString lost;               ///< a line for each value without a place: key, column, value
    int lostCount = 0;
};

/// Reads the rows and stages on a copy of `edits`. Errors: those of the server, Cancelled; Conflict
/// while the server still works at the commit that was under way.
Result<RecoveredEdits> recoverEdits(Session &session, Progress &progress, const Pager &pager,
                                    const StagedEdits &edits, const JournalContents &journal);

}  // namespace roster

#endif
