// SPDX-License-Identifier: GPL-3.0-or-later
// What was committed before, and how to take it back.
#include "models/history/changelog.h"
#include "models/views/editrecovery.h"
#include "models/views/tablemodelprivate.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace roster {

namespace {

/// What has to be staged so that a commit takes this one back.
JournalContents inverseOf(const CommitReceipt &receipt, const TableSchema &schema)
{
    JournalContents inverse;
    inverse.primaryKey = receipt.primaryKey;
    qint64 number = 0;
    for (const ReceiptRow &row : receipt.rows) {
        if (row.kind == ReceiptRow::Kind::Delete) {
            JournalledNew again{number++, row.before};
            again.values.removeIf([&schema](const auto &field) {
                const ColumnSchema *column = schema.column(field.key());
                return column && !column->generated.isEmpty();
            });
            inverse.added << again;
            continue;
        }
        const bool isDeletion = row.kind == ReceiptRow::Kind::Insert;
        inverse.rows << JournalledRow{
            row.keyNow(receipt.primaryKey), {}, isDeletion, number++, row.after, row.before};
    }
    return inverse;
}

Result<QList<ReceiptSummary>> historyOf(Session &session, const ReceiptStore &store,
                                        const TableName &table, const RowKey &row, int most)
{
    store.settle(session, table);
    QList<ReceiptSummary> all =
        row.isEmpty() ? store.list(table, most) : store.listOfRow(table, row, most);
    const auto logged = ChangeLog::list(session, table, row, most);
    if (!logged)
        return fail(logged.error());
    QSet<QString> known;
    for (const ReceiptSummary &one : std::as_const(all))
        known.insert(one.id);
    for (const ReceiptSummary &one : *logged) {
        if (!known.contains(one.id))
            all << one;
    }
    std::ranges::stable_sort(
        all, [](const ReceiptSummary &a, const ReceiptSummary &b) { return a.when > b.when; });
    return all.first(qMin<qsizetype>(most, all.size()));
}

}  // namespace

void TableModel::keepHistoryIn(const QString &folder, int days)
{
    d->historyFolder = folder;
    d->historyDays = days;
}

void TableModel::readHistory(
    const RowKey &row, int most, QObject *context,
    const std::function<void(const Result<QList<ReceiptSummary>> &)> &ready)
{
    if (!d->connections)
        return;
    auto running = d->connections->background().run(
        tr("Read the history of %1").arg(d->schema.name.name),
        [store = ReceiptStore(d->historyFolder), table = d->schema.name, row, most](
            Session &session, Progress &) { return historyOf(session, store, table, row, most); },
        Job::Visibility::Quiet);
    running.future.then(context, ready);
}

void TableModel::readReceipt(const QString &id, QObject *context,
                             const std::function<void(const Result<CommitReceipt> &)> &ready)
{
    if (!d->connections)
        return;
    auto running = d->connections->background().run(
        tr("Read the history of %1").arg(d->schema.name.name),
        [store = ReceiptStore(d->historyFolder), table = d->schema.name,
         id](Session &session, Progress &) -> Result<CommitReceipt> {
            Result<CommitReceipt> receipt = store.read(table, id);
            return receipt || receipt.error().kind != Error::Kind::NotFound
                     ? receipt
                     : ChangeLog::read(session, table, id);
        },
        Job::Visibility::Quiet);
    running.future.then(context, ready);
}

void TableModel::stageUndoOf(const CommitReceipt &receipt, QObject *context,
                             const std::function<void(const Result<TakenBack> &)> &ready)
{
    const bool isCut = std::ranges::any_of(receipt.rows, &ReceiptRow::isCut);
    if (isCut || !d->pager || !d->connections || !readOnlyReason().isEmpty()) {
        const Error error =
            fail(Error::Kind::Refused,
                 isCut ? tr("A value of this commit was too long to be kept, so it cannot be "
                            "undone.")
                       : tr("Rows of %1 cannot be changed now.").arg(d->schema.name.name),
                 readOnlyReason())
                .value();
        QMetaObject::invokeMethod(
            context, [ready, error] { ready(fail(error)); }, Qt::QueuedConnection);
        return;
    }
    auto running = d->connections->background().run(
        tr("Undo a commit to %1").arg(d->schema.name.name),
        [pager = d->pager, edits = d->edits,
         inverse = inverseOf(receipt, d->schema)](Session &session, Progress &progress) {
            return recoverEdits(session, progress, *pager, edits, inverse);
        });
    d->setWorking(running.job);
    running.future.then(
        this, [this, asker = QPointer(context), ready, job = running.job,
               basedOn = d->edits.version()](const Result<RecoveredEdits> &recovered) {
            d->stopWorking(job);
            const Result<TakenBack> answer =
                recovered ? d->adopt(*recovered, {}, tr("undo of a commit"), basedOn)
                          : Result<TakenBack>(tl::unexpected(recovered.error()));
            if (asker)
                ready(answer);
        });
}

}  // namespace roster
