// SPDX-License-Identifier: GPL-3.0-or-later
// Staging edits and writing them.
#include "models/database/jobfuture.h"
#include "models/views/receiptkeeper.h"
#include "models/views/tablemodelprivate.h"

#include <QSet>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !d->has(index) || !d->isEditable(index.row(), index.column())) {
        return false;
    }
    // An invalid QVariant is NULL; a QString, be it empty or null, is text.
    const SqlValue wanted = value.isValid() ? SqlValue(value.toString().toUtf8()) : SqlValue();
    const int row = index.row();
    const int column = index.column();
    if (wanted == d->value(row, column) && d->cellState(row, column) != Failed
        && !d->isDefault(row, column)) {
        return true;
    }
    if (wanted != d->original(row, column) || d->isAdded(row)) {
        if (const Result<void> valid = validate(d->schema, column, wanted); !valid) {
            Q_EMIT rejected(index, valid.error());
            return false;
        }
    }
    if (d->isAdded(row))
        d->edits.setAdded(row, column, wanted);
    else
        d->edits.set(d->target(row), column, d->loaded(row).value(column), wanted);
    d->rowChanged(row);
    d->told(tr("edit of %1").arg(d->schema.columns.at(column).name));
    return true;
}

bool TableModel::setNull(const QModelIndex &index)
{
    return setData(index, QVariant());
}

bool TableModel::insertRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || count < 1 || !canInsert())
        return false;
    const int at = std::clamp(row, 0, d->edits.addedCount());
    QMap<int, SqlValue> values;
    for (int column = 0; column < d->schema.columns.size(); ++column) {
        if (const auto value = clientDefaultValue(d->schema.columns.at(column)))
            values.insert(column, *value);
    }
    const bool shown = d->window.atStart;
    if (shown)
        beginInsertRows({}, at, at + count - 1);
    for (int added = 0; added < count; ++added)
        d->edits.insert(at, values);
    if (shown)
        endInsertRows();
    Q_EMIT windowChanged();
    Q_EMIT totalChanged();
    d->told(tr("%n new row(s)", nullptr, count));
    return true;
}

bool TableModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > d->rowCount() || d->committing)
        return false;
    const int added = std::clamp(d->addedShown() - row, 0, count);
    if (count > added && !canDelete())
        return false;
    for (int at = row + added; at < row + count; ++at) {
        d->edits.remove(d->target(at));
        d->rowChanged(at);
    }
    if (added > 0)
        d->removeAdded(row, added);
    d->told(tr("deletion of %n row(s)", nullptr, count));
    return true;
}

void TableModel::Private::removeAdded(int row, int count)
{
    q->beginRemoveRows({}, row, row + count - 1);
    for (int at = 0; at < count; ++at)
        edits.removeAdded(row);
    q->endRemoveRows();
    Q_EMIT q->windowChanged();
    Q_EMIT q->totalChanged();
}

SqlValue TableModel::value(int row, int column) const
{
    return d->value(row, column);
}

RowKey TableModel::primaryKey(int row) const
{
    return d->isAdded(row) ? RowKey() : primaryKeyOf(*d->pager, d->loaded(row));
}

int TableModel::stagedCount() const
{
    return d->edits.count();
}

TableChanges TableModel::changes() const
{
    return d->edits.changes();
}

QString TableModel::previewSql() const
{
    return roster::previewSql(d->schema, d->edits.changes());
}

void TableModel::makePreview(QObject *context,
                             const std::function<void(const QString &)> &ready) const
{
    JobFuture<QString> writing(QtConcurrent::run([schema = d->schema, edits = d->edits] {
        return roster::previewSql(schema, edits.changes());
    }));
    writing.then(context, ready);
}

void TableModel::revert(const QModelIndexList &cells)
{
    if (d->committing)
        return;
    for (const QModelIndex &cell : cells) {
        if (!d->has(cell))
            continue;
        if (d->isAdded(cell.row()))
            d->edits.unsetAdded(cell.row(), cell.column());
        else
            d->edits.revertCell(d->loaded(cell.row()).identity, cell.column());
        d->rowChanged(cell.row());
    }
    d->told(tr("revert"));
}

void TableModel::revertRow(int row)
{
    if (d->committing || row < 0 || row >= d->rowCount())
        return;
    if (d->isAdded(row)) {
        d->removeAdded(row, 1);
    } else {
        d->edits.revert(d->loaded(row).identity);
        d->rowChanged(row);
    }
    d->told(tr("revert"));
}

void TableModel::discard()
{
    if (d->committing)
        return;
    d->dropEdits();
    d->told(tr("discard"));
}

/// All that is staged goes, new rows visibly.
void TableModel::Private::dropEdits()
{
    const int added = addedShown();
    if (added > 0)
        q->beginRemoveRows({}, 0, added - 1);
    edits.clear();
    if (added > 0)
        q->endRemoveRows();
    allChanged();
    Q_EMIT q->windowChanged();
    Q_EMIT q->totalChanged();
}

bool TableModel::isCommitting() const
{
    return d->committing;
}

void TableModel::commit()
{
    if (d->committing || d->edits.isEmpty() || !d->connections)
        return;
    d->setCommitting(true);
    d->edits.clearErrors();
    d->allChanged();
    using Outcome = tl::expected<CommitReport, CommitFailure>;
    auto failure = std::make_shared<CommitFailure>();
    const auto keeper =
        std::make_shared<ReceiptKeeper>(ReceiptStore(d->historyFolder), d->historyDays,
                                        d->journal ? d->journal->commitNoter() : nullptr);
    auto running = d->connections->jobs().run(
        tr("Commit %n change(s) to %1", nullptr, d->edits.count()).arg(d->schema.name.name),
        [schema = d->schema, edits = d->edits, failure,
         keeper](Session &session, Progress &) mutable -> Result<CommitReport> {
            // Made into statements here, and freed: both take long where there are many.
            const TableChanges changes = std::exchange(edits, {}).changes();
            Outcome outcome = roster::commit(
                session, schema, changes, [keeper](Session &within, const CommitReceipt &receipt) {
                    return keeper->prepare(within, receipt);
                });
            keeper->finish(outcome);
            if (outcome)
                return *outcome;
            *failure = outcome.error();
            return fail(failure->error);
        });
    d->commitJob = running.job;
    running.future.then(
        this, [this, failure, job = running.job](const Result<CommitReport> &report) {
            if (job != d->commitJob)
                return;  // another table was opened meanwhile
            d->commitJob.reset();
            if (report) {
                d->onCommitted(*report);
                return;
            }
            failure->error = report.error();  // also where there was no connection to fail on
            if (!failure->unknownTransaction.isEmpty())
                d->unresolved = *failure;
            d->setCommitting(d->isCommitOpen());
            d->onCommitFailed(*failure);
        });
}

void TableModel::Private::onCommitted(const CommitReport &report)
{
    // What was written is shown at once; the rows as the server has them follow.
    // By the window's rows: there are few of them, however many were written.
    QSet<QByteArray> deleted;
    for (int row = 0; row < window.size(); ++row) {
        const StagedEdits::Row *edit = edits.find(window.at(row).identity);
        if (!edit)
            continue;
        if (edit->change.kind == RowChange::Kind::Delete) {
            deleted.insert(window.at(row).identity);
            continue;
        }
        const QMap<int, SqlValue> &after = edit->change.after;
        for (auto it = after.cbegin(); it != after.cend(); ++it)
            window.setWhole(row, it.key(), it.value());
    }
    const qint64 now = std::max<qint64>(0, total + report.inserted - report.deleted);
    dropEdits();
    forgetSteps();
    if (journal)
        journal->end();
    for (int row = window.size() - 1; row >= 0; --row) {
        if (deleted.contains(window.at(row).identity))
            removeLoaded(row, 1);
    }
    setTotal(now, totalExact);
    Q_EMIT q->stagedChanged(0);
    Q_EMIT q->windowChanged();
    Q_EMIT q->committed(report);
    unresolved.reset();
    reload();
    setCommitting(loader.isBusy());
}

void TableModel::Private::onCommitFailed(const CommitFailure &failure)
{
    const QString text = failure.error.message;
    int row = -1;
    if (failure.newRow) {
        if (const int added = edits.addedIndex(*failure.newRow); added >= 0) {
            edits.markAddedError(added, failure.column, text);
            row = window.atStart ? added : -1;
        }
    } else if (failure.primaryKey) {
        const QByteArray identity = identityOf(*failure.primaryKey);
        edits.markError(identity, failure.column, text);
        const int at = window.indexOf(identity);
        row = at < 0 ? -1 : addedShown() + at;
    }
    for (const RowConflict &conflict : failure.conflicts) {
        const QByteArray identity = identityOf(conflict.primaryKey);
        if (conflict.isGone || conflict.fields.isEmpty())
            edits.markError(identity, -1, conflictText(conflict, -1));
        for (const RowConflict::Field &field : conflict.fields)
            edits.markError(identity, field.column, conflictText(conflict, field.column));
    }
    allChanged();
    const QModelIndex cell = row < 0 ? QModelIndex() : q->index(row, std::max(0, failure.column));
    Q_EMIT q->commitFailed(failure, cell);
}

}  // namespace roster
