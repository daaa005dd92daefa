// SPDX-License-Identifier: GPL-3.0-or-later
// Staging what is done to many rows at once, loaded or not.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What was staged on a copy of the edits.
struct Outcome
{
    std::shared_ptr<StagedEdits> edits;
    StagedStep step;
    int rows = 0;
};

/// More rows than these are remembered as a whole, not one by one.
constexpr int manyRows = 5000;

StagedEdits::Target targetOf(const Pager &pager, const LoadedRow &row)
{
    return {row.identity, primaryKeyOf(pager, row), row.xmin(pager)};
}

tl::unexpected<Error> tooMany(const QString &hint)
{
    return fail(Error::Kind::Refused,
                TableModel::tr("These are too many rows to change at once: at most %1.")
                    .arg(QLocale().toString(TableModel::mostRowsStaged)),
                hint);
}

template <class Stage>
Result<Outcome> stageAll(const RowsReader &reader, Session *session, Progress &progress,
                         const Stage &stage)
{
    Outcome outcome{std::make_shared<StagedEdits>(reader.edits), {}, 0};
    ROSTER_TRY(
        reader.visit(session, progress, [&](qint64 position, const LoadedRow *row) -> Result<void> {
            if (++outcome.rows > TableModel::mostRowsStaged)
                return tooMany(TableModel::tr("Select fewer rows, commit, and go on."));
            return stage(session, reader, *outcome.edits, position, row);
        }));
    outcome.step = outcome.edits->takeStep();
    if (outcome.step.rows.size() > manyRows) {
        outcome.step.rows.clear();
        outcome.step.whole = {reader.edits.rows(), outcome.edits->rows()};
    }
    return outcome;
}

}  // namespace

/// Works on a copy, which takes the place of the edits once all of it is done.
void TableModel::Private::stage(const Runs &positions, const QList<int> &columns, const Act &act,
                                const Stage &stage, QObject *context, const Staged &ready)
{
    const RowsReader reader = readerOf(positions);
    const QPointer<QObject> asker(context);
    const auto finish = [this, asker, ready, act,
                         basedOn = edits.version()](const Result<Outcome> &outcome) {
        Result<int> answer = outcome.map([](const Outcome &one) { return one.rows; });
        if (outcome && edits.version() != basedOn) {
            answer = fail(Error::Kind::Conflict,
                          tr("Other edits were made while the rows were being read, so nothing was "
                             "changed."),
                          tr("Do it once more."));
        } else if (outcome) {
            edits = std::move(*outcome->edits);
            dropAdded(act.gone);
            allChanged();
            told(act.name, outcome->step);
        }
        if (asker)
            ready(answer);
    };
    if (qint64 rows = reader.count(); rows > mostRowsStaged && totalExact) {
        QMetaObject::invokeMethod(
            q, [finish] { finish(tooMany(tr("Select fewer rows, commit, and go on."))); },
            Qt::QueuedConnection);
        return;
    }
    if (isAtHand(reader, columns)) {
        Progress progress;
        const Result<Outcome> outcome = stageAll(reader, nullptr, progress, stage);
        QMetaObject::invokeMethod(q, [finish, outcome] { finish(outcome); }, Qt::QueuedConnection);
        return;
    }
    auto running = connections->background().run(
        act.title, [reader, stage](Session &session, Progress &progress) {
            return stageAll(reader, &session, progress, stage);
        });
    setWorking(running.job);
    running.future.then(q, [this, finish, job = running.job](const Result<Outcome> &outcome) {
        stopWorking(job);
        finish(outcome);
    });
}

Result<void> TableModel::Private::checkSelected(const QMap<int, SqlValue> &values) const
{
    if (const QString reason = q->readOnlyReason(); !reason.isEmpty())
        return fail(Error::Kind::Refused, reason);
    if (committing) {
        return fail(Error::Kind::Refused,
                    tr("Edits of %1 are being committed.").arg(schema.name.name),
                    tr("Wait until that is done."));
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const ColumnSchema &column = schema.columns.at(it.key());
        if (const Result<void> valid = validate(schema, it.key(), it.value()); !valid) {
            Error error = valid.error();
            error.hint = tr("Nothing was changed. Select other columns.");
            return fail(error);
        }
        if (!column.updatable) {
            return fail(
                Error::Kind::Permission,
                tr("%1.%2: you may not change this column.").arg(schema.name.name, column.name),
                tr("Select other columns."));
        }
    }
    return {};
}

void TableModel::setSelected(const GridSelection &cells, const QMap<int, SqlValue> &values,
                             QObject *context, const Staged &ready)
{
    if (const Result<void> valid = d->checkSelected(values); !valid || !d->pager) {
        const Result<int> answer =
            valid ? Result<int>(0) : Result<int>(tl::unexpected(valid.error()));
        QMetaObject::invokeMethod(
            context, [ready, answer] { ready(answer); }, Qt::QueuedConnection);
        return;
    }
    auto kept = std::make_shared<qint64>(0);  // bytes of the values that are replaced
    const auto setRow = [cells, values, kept](Session *session, const RowsReader &reader,
                                              StagedEdits &edits, qint64 position,
                                              const LoadedRow *row) -> Result<void> {
        const StagedEdits::Row *staged = row ? edits.find(row->identity) : nullptr;
        if (staged && staged->change.kind == RowChange::Kind::Delete)
            return {};
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if (!cells.contains(position, it.key()))
                continue;
            if (!row) {
                edits.setAdded(int(position), it.key(), it.value());
                continue;
            }
            const Result<SqlValue> before = reader.stored(session, *row, it.key());
            if (!before)
                return fail(before.error());
            *kept += *before ? (*before)->size() : 0;
            if (*kept > mostText) {
                return fail(Error::Kind::Refused,
                            tr("The values to be replaced take more than %1 of memory.")
                                .arg(QLocale().formattedDataSize(mostText)),
                            tr("Select fewer rows, commit, and go on."));
            }
            edits.set(targetOf(*reader.pager, *row), it.key(), *before, it.value());
        }
        return {};
    };
    d->stage(cells.rows(), values.keys(),
             {tr("Change the selected rows of %1").arg(schema().name.name),
              values.size() == 1 ? tr("edit of %1").arg(schema().columns.at(values.firstKey()).name)
                                 : tr("edit of %n column(s)", nullptr, int(values.size())),
              {}},
             setRow, context, ready);
}

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

void TableModel::removePositions(const Runs &positions, QObject *context, const Staged &ready)
{
    const int addedRows = d->edits.addedCount();
    QList<qint64> gone;
    Runs existing;
    for (const auto &[first, last] : positions) {
        for (qint64 at = first; at <= std::min<qint64>(last, addedRows - 1); ++at)
            gone << d->edits.added(int(at)).row.id;
        if (last >= addedRows)
            existing << qMakePair(std::max<qint64>(first, addedRows), last);
    }
    if (d->committing || existing.isEmpty() || !d->pager || !canDelete()) {
        Result<int> answer = int(gone.size());
        if (d->committing || (!existing.isEmpty() && !canDelete()))
            answer = fail(Error::Kind::Permission,
                          tr("Rows of %1 cannot be deleted now.").arg(schema().name.name),
                          readOnlyReason());
        else if (!gone.isEmpty()) {
            d->dropAdded(gone);
            d->told(tr("deletion of %n row(s)", nullptr, int(gone.size())));
        }
        QMetaObject::invokeMethod(
            context, [ready, answer] { ready(answer); }, Qt::QueuedConnection);
        return;
    }
    d->stage(
        existing, {},
        {tr("Read the rows to delete from %1").arg(schema().name.name), tr("deletion"), gone},
        [](Session *, const RowsReader &reader, StagedEdits &edits, qint64,
           const LoadedRow *row) -> Result<void> {
            if (row)
                edits.remove(targetOf(*reader.pager, *row));
            return {};
        },
        context,
        [gone, ready](const Result<int> &rows) {
            ready(rows.map([&gone](int count) { return count + int(gone.size()); }));
        });
}

}  // namespace roster
