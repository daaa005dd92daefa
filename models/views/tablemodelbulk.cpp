// SPDX-License-Identifier: GPL-3.0-or-later
// The same change of many rows: a value, or an expression that the server works out.
#include "models/browsing/valuetext.h"
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Rows of which the server is asked at once.
constexpr qsizetype rowsAtOnce = 500;

/// Works out what rows get, some at a time, and stages it.
class RowChanger
{
public:
    RowChanger(ColumnChange change, QList<int> columns)
        : m_change(std::move(change)), m_columns(std::move(columns))
    {
    }

    Result<void> add(Session *session, const RowsReader &reader, StagedEdits &edits,
                     qint64 position, const LoadedRow *row)
    {
        const StagedEdits::Row *staged = row ? edits.find(row->identity) : nullptr;
        if (staged && staged->change.kind == RowChange::Kind::Delete)
            return {};
        Waiting one{position, row ? std::optional(*row) : std::nullopt, {}};
        if (row) {
            const Result<SqlValue> before = reader.stored(session, *row, m_change.column);
            if (!before)
                return fail(before.error());
            one.before = *before;
        }
        auto values = reader.shown(session, position, row, m_columns);
        if (!values)
            return fail(values.error());
        for (const SqlValue &value : *values)
            m_kept += value ? value->size() : 0;
        m_kept += one.before ? one.before->size() : 0;
        ROSTER_TRY(checkKept(m_kept));
        m_waiting << std::move(one);
        m_rows << *std::move(values);
        return m_rows.size() < rowsAtOnce ? Result<void>() : flush(session, reader, edits);
    }

    Result<void> flush(Session *session, const RowsReader &reader, StagedEdits &edits)
    {
        if (m_rows.isEmpty())
            return {};
        const TableSchema &schema = reader.pager->schema();
        const auto values = evaluate(*session, schema, m_change, m_columns, m_rows);
        if (!values)
            return fail(values.error());
        for (qsizetype i = 0; i < m_waiting.size(); ++i) {
            const Waiting &one = m_waiting.at(i);
            const SqlValue &value = values->at(i);
            if (const Result<void> valid = validate(schema, m_change.column, value); !valid)
                return refused(valid.error(), reader, one);
            if (!one.row) {
                edits.setAdded(int(one.position), m_change.column, value);
                continue;
            }
            edits.set({one.row->identity, primaryKeyOf(*reader.pager, *one.row),
                       one.row->xmin(*reader.pager)},
                      m_change.column, one.before, value);
        }
        m_waiting.clear();
        m_rows.clear();
        return {};
    }

private:
    struct Waiting
    {
        qint64 position = 0;
        std::optional<LoadedRow> row;  ///< none: a new one
        SqlValue before;
    };

    static tl::unexpected<Error> refused(Error error, const RowsReader &reader, const Waiting &one)
    {
        const TableSchema &schema = reader.pager->schema();
        error.message = one.row ? TableModel::tr("Row %1: %2")
                                      .arg(keyText(schema, primaryKeyOf(*reader.pager, *one.row)),
                                           error.message)
                                : TableModel::tr("New row: %1").arg(error.message);
        error.hint = TableModel::tr("Nothing was changed.");
        return fail(error);
    }

    ColumnChange m_change;
    QList<int> m_columns;
    QList<Waiting> m_waiting;
    QList<QList<SqlValue>> m_rows;
    qint64 m_kept = 0;  ///< bytes
};

/// The first of them, at most so many rows.
TableModel::Runs beginning(const TableModel::Runs &positions, qint64 rows)
{
    TableModel::Runs few;
    for (const auto &[first, last] : positions) {
        if (rows <= 0)
            break;
        few << qMakePair(first, std::min(last, first + rows - 1));
        rows -= few.constLast().second - first + 1;
    }
    return few;
}

Result<QList<TableModel::Trial>> trials(const RowsReader &reader, Session &session,
                                        Progress &progress, const ColumnChange &change)
{
    const TableSchema &schema = reader.pager->schema();
    QList<int> columns = columnsNamedIn(schema, change.expression);
    columns << change.column;
    QList<TableModel::Trial> trials;
    QList<QList<SqlValue>> rows;
    const auto visit = [&](qint64 position, const LoadedRow *row) -> Result<void> {
        auto values = reader.shown(&session, position, row, columns);
        if (!values)
            return fail(values.error());
        trials << TableModel::Trial{
            row ? primaryKeyOf(*reader.pager, *row) : RowKey(), values->takeLast(), {}};
        rows << *std::move(values);
        return {};
    };
    ROSTER_TRY(reader.visit(&session, progress, visit));
    columns.removeLast();
    const auto values = evaluate(session, schema, change, columns, rows);
    if (!values)
        return fail(values.error());
    for (qsizetype i = 0; i < trials.size(); ++i) {
        ROSTER_TRY(validate(schema, change.column, values->at(i)));
        trials[i].after = values->at(i);
    }
    return trials;
}

template <class T, class Ready>
void answerLater(QObject *context, const Ready &ready, const Error &error)
{
    QMetaObject::invokeMethod(
        context, [ready, error] { ready(Result<T>(tl::unexpected(error))); }, Qt::QueuedConnection);
}

}  // namespace

TableModel::Runs TableModel::tableRows() const
{
    return {{d->edits.addedCount(), GridSelection::toEnd}};
}

Result<void> TableModel::Private::checkChange(const ColumnChange &change) const
{
    ROSTER_TRY(check(schema, change));
    if (!pager || !connections) {
        return fail(Error::Kind::Refused,
                    TableModel::tr("The rows of %1 are not there yet.").arg(schema.name.name),
                    TableModel::tr("Wait until they are shown."));
    }
    // What an expression gives is validated row by row.
    return change.isExpression() ? checkSelected({})
                                 : checkSelected({{change.column, change.value}});
}

void TableModel::changeRows(const Runs &positions, const ColumnChange &change, QObject *context,
                            const Staged &ready)
{
    if (const Result<void> valid = d->checkChange(change); !valid) {
        answerLater<int>(context, ready, valid.error());
        return;
    }
    const auto changer =
        std::make_shared<RowChanger>(change, columnsNamedIn(schema(), change.expression));
    const QString column = schema().columns.at(change.column).name;
    Private::Act act{
        tr("Change rows of %1").arg(schema().name.name), tr("change of %1").arg(column), {}};
    act.asksServer = true;
    act.end = [changer](Session *session, const RowsReader &reader, StagedEdits &edits) {
        return changer->flush(session, reader, edits);
    };
    d->stage(
        positions, {change.column}, act,
        [changer](Session *session, const RowsReader &reader, StagedEdits &edits, qint64 position,
                  const LoadedRow *row) {
            return changer->add(session, reader, edits, position, row);
        },
        context, ready);
}

void TableModel::tryChange(const Runs &positions, const ColumnChange &change, int rows,
                           QObject *context,
                           const std::function<void(const Result<QList<Trial>> &)> &ready)
{
    if (const Result<void> valid = d->checkChange(change); !valid) {
        answerLater<QList<Trial>>(context, ready, valid.error());
        return;
    }
    auto running = d->connections->background().run(
        tr("Change rows of %1").arg(schema().name.name),
        [reader = d->readerOf(beginning(positions, rows)), change](Session &session,
                                                                   Progress &progress) {
            return trials(reader, session, progress, change);
        },
        Job::Visibility::Quiet);
    // Only the last one counts, as long as somebody waits for it.
    if (d->trialJob)
        d->trialJob->cancel();
    d->trialJob = running.job;
    connect(context, &QObject::destroyed, this, [job = running.job] { job->cancel(); });
    running.future.then(context, ready);
}

void TableModel::changeOnServer(const ColumnChange &change, qint64 expectedRows, QObject *context,
                                const std::function<void(const Result<qint64> &)> &ready)
{
    if (const Result<void> valid = d->checkChange(change); !valid) {
        answerLater<qint64>(context, ready, valid.error());
        return;
    }
    auto running = d->connections->jobs().run(
        tr("Change rows of %1").arg(schema().name.name),
        [pager = d->pager, change, expectedRows](Session &session, Progress &) {
            return changeAll(session, *pager, change, expectedRows);
        });
    d->setWorking(running.job);
    running.future.then(this, [this, job = running.job, asker = QPointer<QObject>(context),
                               ready](const Result<qint64> &changed) {
        d->stopWorking(job);
        if (changed)
            refresh();
        if (asker)
            ready(changed);
    });
}

}  // namespace roster
