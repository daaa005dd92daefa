// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that somebody else changed, too.
#include "models/browsing/valuetext.h"
#include "models/views/tablemodelprivate.h"

using namespace Qt::StringLiterals;

namespace roster {

/// What a cell, or the row where the column is -1, says of it.
QString TableModel::Private::conflictText(const RowConflict &conflict, int column)
{
    if (conflict.isGone)
        return TableModel::tr("Somebody else deleted the row.");
    for (const RowConflict::Field &field : conflict.fields) {
        if (field.column == column)
            return TableModel::tr("Somebody else changed it: it was %1 and is %2 now.")
                .arg(valueExcerpt(field.before), valueExcerpt(field.theirs));
    }
    return TableModel::tr("Somebody else changed the row since it was marked for deletion.");
}

void TableModel::settle(const QList<Decision> &decisions)
{
    if (d->committing)
        return;
    for (const Decision &one : decisions) {
        const RowConflict &conflict = one.conflict;
        const StagedEdits::Target target{identityOf(conflict.primaryKey), conflict.primaryKey,
                                         conflict.xmin};
        const bool isDeletion = conflict.kind == RowChange::Kind::Delete;
        if (conflict.isGone || (isDeletion && !one.deletes))
            d->edits.revert(target.identity);
        else if (isDeletion)
            d->edits.remove(target);
        for (const RowConflict::Field &field : conflict.fields) {
            if (!conflict.isGone && !isDeletion)
                d->edits.settle(target, field.column, field.theirs,
                                one.values.value(field.column, field.theirs));
        }
    }
    d->allChanged();
    d->told(tr("decision about %n row(s)", nullptr, int(decisions.size())));
    refresh();
}

}  // namespace roster
