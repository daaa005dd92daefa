// SPDX-License-Identifier: GPL-3.0-or-later
// Staging what is done to many rows at once, loaded or not.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <functional>

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

template <class Stage, class End>
Result<Outcome> stageAll(const RowsReader &reader, Session *session, Progress &progress,
                         const Stage &stage, const End &end)
{
    Outcome outcome{std::make_shared<StagedEdits>(reader.edits), {}, 0};
    ROSTER_TRY(
        reader.visit(session, progress, [&](qint64 position, const LoadedRow *row) -> Result<void> {
            if (++outcome.rows > TableModel::mostRowsStaged)
                return tooMany(TableModel::tr("Select fewer rows, commit, and go on."));
            return stage(session, reader, *outcome.edits, position, row);
        }));
    if (end)
        ROSTER_TRY(end(session, reader, *outcome.edits));
    outcome.step = outcome.edits->takeStep();
    if (outcome.step.rows.size() > manyRows) {
        outcome.step.rows.clear();
        outcome.step.whole = {reader.edits.rows(), outcome.edits->rows()};
    }
    return outcome;
}

}  // namespace

Result<void> checkKept(qint64 bytes)
{
    if (bytes <= TableModel::mostText)
        return {};
    return fail(Error::Kind::Refused,
                TableModel::tr("The values to be replaced take more than %1 of memory.")
                    .arg(QLocale().formattedDataSize(TableModel::mostText)),
                TableModel::tr("Select fewer rows, commit, and go on."));
}

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
    if (!act.asksServer && isAtHand(reader, columns)) {
        Progress progress;
        const Result<Outcome> outcome = stageAll(reader, nullptr, progress, stage, act.end);
        QMetaObject::invokeMethod(q, [finish, outcome] { finish(outcome); }, Qt::QueuedConnection);
        return;
    }
    auto running = connections->background().run(
        act.title, [reader, stage, end = act.end](Session &session, Progress &progress) {
            return stageAll(reader, &session, progress, stage, end);
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

namespace {

/// The value of a cell; nullopt: it stays as it is.
using ValueAt = std::function<std::optional<SqlValue>(qint64 position, int column)>;

/// What gives the cells of a row their values.
auto setter(const QList<int> &columns, const ValueAt &valueAt)
{
    auto kept = std::make_shared<qint64>(0);  // bytes of the values that are replaced
    return [columns, valueAt, kept](Session *session, const RowsReader &reader, StagedEdits &edits,
                                    qint64 position, const LoadedRow *row) -> Result<void> {
        const StagedEdits::Row *staged = row ? edits.find(row->identity) : nullptr;
        if (staged && staged->change.kind == RowChange::Kind::Delete)
            return {};
        for (const int column : columns) {
            const std::optional<SqlValue> value = valueAt(position, column);
            if (!value)
                continue;
            if (!row) {
                edits.setAdded(int(position), column, *value);
                continue;
            }
            const Result<SqlValue> before = reader.stored(session, *row, column);
            if (!before)
                return fail(before.error());
            *kept += *before ? (*before)->size() : 0;
            ROSTER_TRY(checkKept(*kept));
            edits.set(targetOf(*reader.pager, *row), column, *before, *value);
        }
        return {};
    };
}

QString nameOfEdit(const TableSchema &schema, const QList<int> &columns)
{
    return columns.size() == 1
             ? TableModel::tr("edit of %1").arg(schema.columns.at(columns.constFirst()).name)
             : TableModel::tr("edit of %n column(s)", nullptr, int(columns.size()));
}

}  // namespace

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
    const ValueAt valueAt = [cells, values](qint64 position,
                                            int column) -> std::optional<SqlValue> {
        if (!cells.contains(position, column))
            return std::nullopt;
        return values.value(column);
    };
    d->stage(cells.rows(), values.keys(),
             {tr("Change the selected rows of %1").arg(schema().name.name),
              nameOfEdit(schema(), values.keys()),
              {}},
             setter(values.keys(), valueAt), context, ready);
}

/// Each value by itself, since one that cannot be is named with its row.
Result<void> TableModel::Private::checkBlock(const QList<int> &columns,
                                             const QList<QList<SqlValue>> &rows, bool isNew) const
{
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Result<void> valid = validate(schema, columns.at(i), rows.at(row).at(i));
            if (valid)
                continue;
            Error error = valid.error();
            error.message = TableModel::tr("Row %1 of what is pasted: %2")
                                .arg(QString::number(row + 1), error.message);
            error.hint = TableModel::tr("Nothing was pasted.");
            return fail(error);
        }
    }
    if (isNew)
        return {};
    QMap<int, SqlValue> first;
    for (qsizetype i = 0; i < columns.size() && !rows.isEmpty(); ++i)
        first.insert(columns.at(i), rows.constFirst().at(i));
    return checkSelected(first);
}

void TableModel::setBlock(qint64 position, const QList<int> &columns,
                          const QList<QList<SqlValue>> &rows, QObject *context, const Staged &ready)
{
    Result<void> valid = d->checkBlock(columns, rows, false);
    const qint64 last = position + rows.size() - 1;
    const auto endsBefore = [count = rows.size()]() -> Result<void> {
        return fail(Error::Kind::Refused,
                    tr("%1 rows are pasted, and the table ends before.").arg(count),
                    tr("Nothing was pasted. Ctrl+Shift+V adds them as new rows."));
    };
    if (valid && (!d->pager || (d->totalExact && last >= totalRows())))
        valid = endsBefore();
    if (!valid) {
        QMetaObject::invokeMethod(
            context, [ready, error = valid.error()] { ready(fail(error)); }, Qt::QueuedConnection);
        return;
    }
    // How many rows there are may be an estimate: what was not reached tells.
    auto reached = std::make_shared<qint64>(-1);
    const ValueAt valueAt = [=](qint64 at, int column) -> std::optional<SqlValue> {
        if (at > last)
            return std::nullopt;
        return rows.at(at - position).at(columns.indexOf(column));
    };
    const auto setRow = [reached, set = setter(columns, valueAt)](
                            Session *session, const RowsReader &reader, StagedEdits &edits,
                            qint64 at, const LoadedRow *row) {
        *reached = std::max(*reached, at);
        return set(session, reader, edits, at, row);
    };
    const auto check = [reached, last, endsBefore](Session *, const RowsReader &,
                                                   StagedEdits &) -> Result<void> {
        return *reached < last ? endsBefore() : Result<void>();
    };
    d->stage({{position, last}}, columns,
             {tr("Paste into %1").arg(schema().name.name), tr("paste"), {}, check}, setRow, context,
             ready);
}

Result<int> TableModel::addRows(const QList<int> &columns, const QList<QList<SqlValue>> &rows)
{
    if (!canInsert() || rows.isEmpty())
        return 0;
    if (rows.size() > mostRowsStaged)
        return tooMany(tr("Paste fewer rows, commit, and go on."));
    ROSTER_TRY(d->checkBlock(columns, rows, true));
    QMap<int, SqlValue> defaults;
    for (int column = 0; column < d->schema.columns.size(); ++column) {
        if (const auto value = clientDefaultValue(d->schema.columns.at(column)))
            defaults.insert(column, *value);
    }
    const bool isShown = d->window.atStart;
    if (isShown)
        beginInsertRows({}, 0, int(rows.size()) - 1);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QMap<int, SqlValue> values = defaults;
        for (qsizetype i = 0; i < columns.size(); ++i)
            values.insert(columns.at(i), rows.at(row).at(i));
        d->edits.insert(int(row), values);
    }
    if (isShown)
        endInsertRows();
    Q_EMIT windowChanged();
    Q_EMIT totalChanged();
    d->told(tr("%n new row(s)", nullptr, int(rows.size())));
    return int(rows.size());
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
