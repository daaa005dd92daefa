// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_LINT_H
#define ROSTER_MIGRATION_LINT_H

#include "models/migration/revision.h"

namespace roster {

class Session;

/// What a statement of a revision would do to those who use the database meanwhile, and how it is
/// done better.
struct LintFinding
{
    /// By what it locks and how large the table is.
    enum class Severity { Note, Warning, Danger };

    QString rule;    ///< as `allow:` names it
    QString object;  ///< `table` or `table.column`
    Severity severity = Severity::Note;
    FilePosition position;
    QString message;  ///< the lock, what happens under it, the table's size
    QString rewrite;  ///< SQL that does it without, or what else to do; empty: nothing is better
};

/// The findings of one half, by the tables as they are: silent on tables that are empty or made by
/// the revision itself, and on what `allow:` names. Statements that the grammar cannot read are
/// passed over. Errors: those of statementsOf and Session::query.
Result<QList<LintFinding>> lint(Session &session, const Revision &revision,
                                Direction direction = Direction::Upgrade);

}  // namespace roster

#endif
