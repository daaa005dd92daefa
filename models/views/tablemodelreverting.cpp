// SPDX-License-Identifier: GPL-3.0-or-later
// Un-staging what was done to many rows, loaded or not.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <algorithm>

namespace roster {

void TableModel::revertSelected(const GridSelection &cells, QObject *context, const Staged &ready)
{
    const auto answerLater = [context, ready](int rows) {
        QMetaObject::invokeMethod(context, [ready, rows] { ready(rows); }, Qt::QueuedConnection);
    };
    if (d->committing || d->edits.isEmpty() || !d->pager) {
        answerLater(0);
        return;
    }
    const int columns = int(schema().columns.size());
    const auto revertRow = [cells, columns](StagedEdits &edits, qint64 position,
                                            const QByteArray &identity) {
        const StagedEdits::Row *staged = edits.find(identity);
        if (!staged)
            return;
        const bool deleted = staged->change.kind == RowChange::Kind::Delete;
        for (int column = 0; column < columns; ++column) {
            if (!cells.contains(position, column))
                continue;
            if (deleted) {
                edits.revert(identity);
                return;
            }
            edits.revertCell(identity, column);
        }
    };
    if (d->isEverything(cells)) {
        const int rows = d->edits.count();
        discard();
        answerLater(rows);
        return;
    }
    const QList<qint64> gone = d->revertAdded(cells);
    const QList<QByteArray> identities = d->edits.identities();
    const bool allLoaded =
        identities.size() <= TableWindow::capacity
        && std::all_of(identities.cbegin(), identities.cend(), [this](const QByteArray &identity) {
               return d->window.indexOf(identity) >= 0;
           });
    if (allLoaded) {
        const int addedRows = d->edits.addedCount();
        for (const QByteArray &identity : identities) {
            const qint64 position = d->window.first + d->window.indexOf(identity) + addedRows;
            revertRow(d->edits, position, identity);
        }
        d->dropAdded(gone);
        d->allChanged();
        d->told(tr("revert"));
        answerLater(0);
        return;
    }
    d->stage(
        cells.rows(), {},
        {tr("Find the selected edits of %1").arg(schema().name.name), tr("revert"), gone},
        [revertRow](Session *, const RowsReader &, StagedEdits &edits, qint64 position,
                    const LoadedRow *row) -> Result<void> {
            if (row)
                revertRow(edits, position, row->identity);
            return {};
        },
        context, ready);
}

/// Whatever is staged lies among these cells, without a look at each row.
bool TableModel::Private::isEverything(const GridSelection &cells) const
{
    const Runs runs = cells.rows();
    return runs.size() == 1 && !pager->query().isFiltered()
        && cells.isWholeRows(int(schema.columns.size())) && runs.constFirst().first == 0
        && (runs.constFirst().second == GridSelection::toEnd
            || (totalExact && runs.constFirst().second >= q->totalRows() - 1));
}

/// New rows: cells go back to nothing at once; those selected whole are returned by their marks.
QList<qint64> TableModel::Private::revertAdded(const GridSelection &cells)
{
    QList<qint64> whole;
    const int columns = int(schema.columns.size());
    for (int at = 0; at < edits.addedCount(); ++at) {
        int selected = 0;
        for (int column = 0; column < columns; ++column)
            selected += cells.contains(at, column) ? 1 : 0;
        if (selected == columns)
            whole << edits.added(at).row.id;
        for (int column = 0; selected < columns && column < columns; ++column) {
            if (cells.contains(at, column))
                edits.unsetAdded(at, column);
        }
    }
    return whole;
}

void TableModel::Private::dropAdded(const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    for (const qint64 id : ids) {
        const int at = edits.addedIndex(id);
        if (at >= 0 && window.atStart)
            removeAdded(at, 1);
        else if (at >= 0)
            edits.removeAdded(at);
    }
    Q_EMIT q->windowChanged();
    Q_EMIT q->totalChanged();
}

}  // namespace roster
