// SPDX-License-Identifier: GPL-3.0-or-later
// Staging the deletion of rows that may not be loaded.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QPointer>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int chunk = 1000;

/// Rows by their positions in the table as deletions need them, new rows not counted.
Result<QList<StagedEdits::Target>> readTargets(const RowsReader &reader, Session &session,
                                               Progress &progress)
{
    const auto rows = reader.read(session, progress);
    if (!rows)
        return fail(rows.error());
    const TableSchema &schema = reader.pager->schema();
    QList<StagedEdits::Target> targets;
    targets.reserve(rows->size());
    for (qsizetype from = 0; from < rows->size(); from += chunk) {
        QList<RowKey> keys;
        const qsizetype to = std::min(rows->size(), from + chunk);
        for (qsizetype row = from; row < to; ++row) {
            RowKey key;
            for (const QString &name : schema.primaryKey)
                key << rows->at(row).at(schema.indexOf(name));
            keys << key;
        }
        const Result<ResultSet> fresh = reader.pager->byPrimaryKey(session, keys);
        if (!fresh)
            return fail(fresh.error());
        for (const LoadedRow &row : loadedRows(*reader.pager, *fresh)) {
            targets << StagedEdits::Target{row.identity, primaryKeyOf(*reader.pager, row),
                                           row.xmin(*reader.pager)};
        }
    }
    return targets;
}

}  // namespace

void TableModel::removePositions(const QList<QPair<qint64, qint64>> &positions, QObject *context,
                                 const std::function<void(const Result<int> &)> &ready)
{
    const auto answerLater = [context, ready](const Result<int> &answer) {
        QMetaObject::invokeMethod(
            context, [ready, answer] { ready(answer); }, Qt::QueuedConnection);
    };
    qint64 count = 0;
    bool loaded = true;
    const qint64 first = firstPosition();
    for (const auto &[from, to] : positions) {
        count += std::min(to, totalRows() - 1) - from + 1;
        loaded = loaded && from >= first && to < first + rowCount();
    }
    if (loaded) {
        // From below: new rows among them go away and would move what comes after.
        auto runs = positions;
        std::sort(runs.begin(), runs.end(), std::greater<>());
        int removed = 0;
        for (const auto &[from, to] : std::as_const(runs)) {
            if (removeRows(int(from - first), int(to - from + 1)))
                removed += int(to - from + 1);
        }
        answerLater(removed);
        return;
    }
    if (count > mostRowsRemoved) {
        answerLater(fail(Error::Kind::Refused,
                         tr("%n row(s) are too many to delete at once: at most %1.", nullptr,
                            int(std::min<qint64>(count, std::numeric_limits<int>::max())))
                             .arg(mostRowsRemoved),
                         tr("Select fewer rows, commit, and go on.")));
        return;
    }
    if (!canDelete() || !d->pager || !d->connections) {
        answerLater(0);
        return;
    }
    d->removeUnloaded(positions, context, ready);
}

void TableModel::Private::removeUnloaded(const QList<QPair<qint64, qint64>> &positions,
                                         QObject *context,
                                         const std::function<void(const Result<int> &)> &ready)
{
    const int addedRows = edits.addedCount();
    RowsReader reader;
    reader.pager = pager;
    reader.window = window;
    if (const auto milestones = loader.milestonesFor(positions.constFirst().first);
        milestones && milestones->exact) {
        reader.milestones = milestones;
    }
    for (const auto &[from, to] : positions) {
        if (to >= addedRows)
            reader.runs << qMakePair(std::max<qint64>(0, from - addedRows), to - addedRows);
    }
    auto running = connections->background().run(
        TableModel::tr("Read the rows to delete from %1").arg(schema.name.name),
        [reader](Session &session, Progress &progress) {
            return readTargets(reader, session, progress);
        });
    const QPointer<QObject> asker(context);
    running.future.then(
        q, [this, asker, ready, asked = pager](const Result<QList<StagedEdits::Target>> &targets) {
            if (targets && asked == pager && !committing) {
                for (const StagedEdits::Target &target : *targets)
                    edits.remove(target);
                allChanged();
                Q_EMIT q->stagedChanged(edits.count());
            }
            if (!asker)
                return;
            if (targets)
                ready(int(asked == pager ? targets->size() : 0));
            else
                ready(tl::unexpected(targets.error()));
        });
}

}  // namespace roster
