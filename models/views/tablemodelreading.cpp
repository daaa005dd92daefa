// SPDX-License-Identifier: GPL-3.0-or-later
// Values for copying and the large editor.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Rows = QList<QList<SqlValue>>;

/// Up to so many cells are dealt with at once; more of them would be felt.
constexpr qint64 fewCells = 5000;

template <class T, class Ready>
void answerLater(QObject *context, const Ready &ready, Result<T> answer)
{
    QMetaObject::invokeMethod(
        context, [ready, answer = std::move(answer)] { ready(answer); }, Qt::QueuedConnection);
}

/// A clipboard holds its text in memory, here and in whatever it is pasted into.
tl::unexpected<Error> tooMuchText(qint64 rows)
{
    return fail(Error::Kind::Refused,
                TableModel::tr("The text is too long for the clipboard: %1 are full after %n "
                               "row(s).",
                               nullptr, int(std::min<qint64>(rows, 2000000000)))
                    .arg(QLocale().formattedDataSize(TableModel::mostText)),
                TableModel::tr("Select fewer rows or columns, or write them to a file."));
}

Result<TableModel::RowsText> writeText(const RowsReader &reader, Session *session,
                                       Progress &progress, const QList<int> &columns,
                                       RowFormat::Kind kind)
{
    const RowFormat format(kind, reader.pager->schema(), columns);
    QByteArray text = format.begin();
    TableModel::RowsText made;
    QList<SqlValue> first;
    ROSTER_TRY(
        reader.visit(session, progress, [&](qint64 position, const LoadedRow *row) -> Result<void> {
            auto values = reader.shown(session, position, row, columns);
            if (!values)
                return fail(values.error());
            if (made.rows++ > 0)
                text += format.between();
            format.append(text, *values);
            if (text.size() > TableModel::mostText)
                return tooMuchText(made.rows);
            if (made.rows == 1 && columns.size() == 1)
                first = *std::move(values);
            return {};
        }));
    if (made.rows > 0 || kind == RowFormat::Kind::Json)
        text += format.end();
    // A single cell is what stands in it, nothing quoted.
    if (kind == RowFormat::Kind::Tsv && made.rows == 1 && columns.size() == 1)
        text = first.constFirst().value_or(QByteArray());
    made.text = QString::fromUtf8(text);
    if (kind == RowFormat::Kind::Csv)
        made.csv = std::move(text);
    return made;
}

}  // namespace

void TableModel::Private::setWorking(const JobPointer &job)
{
    workJob = job;
    Q_EMIT q->workingChanged(true);
}

void TableModel::Private::stopWorking(const JobPointer &job)
{
    if (workJob != job)
        return;
    workJob.reset();
    Q_EMIT q->workingChanged(q->isWorking());
}

/// What reads these positions; one that lies beyond an end that is known stops there.
RowsReader TableModel::Private::readerOf(const Runs &positions) const
{
    RowsReader reader;
    if (!pager || !connections)
        return reader;
    const qint64 rows = q->totalRows();
    for (const auto &[first, last] : positions) {
        const qint64 end = totalExact ? rows - 1 : last >= rows - 1 ? GridSelection::toEnd : last;
        const QPair<qint64, qint64> run(std::max<qint64>(0, first), std::min(last, end));
        if (run.first <= run.second)
            reader.runs << run;
    }
    reader.total = rows;
    reader.pager = pager;
    reader.window = window;
    reader.edits = edits;
    if (reader.runs.isEmpty())
        return reader;
    const auto milestones = loader.milestonesFor(reader.runs.constFirst().first);
    if (milestones && milestones->exact)
        reader.milestones = milestones;
    return reader;
}

/// Done at once, without the worker: little of it, or there is no server to ask.
bool TableModel::Private::isAtHand(const RowsReader &reader, const QList<int> &columns) const
{
    const Connections *reached = connections.data();
    if (!reached || !reader.pager || reader.runs.isEmpty())
        return true;
    return reader.isLoaded(columns)
        && (reader.count() * std::max<qsizetype>(1, columns.size()) <= fewCells
            || reached->state() == Connections::State::Lost);
}

void TableModel::readRows(const Runs &positions, QObject *context,
                          const std::function<void(const Result<QList<QList<SqlValue>>> &)> &ready)
{
    const RowsReader reader = d->readerOf(positions);
    QList<int> columns(schema().columns.size());
    std::iota(columns.begin(), columns.end(), 0);
    const auto read = [reader, columns](Session *session, Progress &progress) -> Result<Rows> {
        Rows rows;
        ROSTER_TRY(reader.visit(
            session, progress, [&](qint64 position, const LoadedRow *row) -> Result<void> {
                auto values = reader.shown(session, position, row, columns);
                if (!values)
                    return fail(values.error());
                if (rows.size() == mostRowsRead) {
                    return fail(Error::Kind::Refused,
                                tr("These are too many rows: at most %1.").arg(mostRowsRead),
                                tr("Select fewer rows."));
                }
                rows << *std::move(values);
                return {};
            }));
        return rows;
    };
    if (d->isAtHand(reader, columns)) {
        Progress none;
        answerLater<Rows>(context, ready, read(nullptr, none));
        return;
    }
    auto running = d->connections->background().run(
        tr("Read rows of %1").arg(schema().name.name),
        [read](Session &session, Progress &progress) { return read(&session, progress); },
        Job::Visibility::Quiet);
    running.future.then(context, ready);
}

void TableModel::readText(const Runs &positions, const QList<int> &columns, RowFormat::Kind kind,
                          QObject *context,
                          const std::function<void(const Result<RowsText> &)> &ready)
{
    const RowsReader reader = d->readerOf(positions);
    if (!reader.pager) {
        answerLater<RowsText>(context, ready, RowsText());
        return;
    }
    if (d->isAtHand(reader, columns)) {
        Progress none;
        answerLater<RowsText>(context, ready, writeText(reader, nullptr, none, columns, kind));
        return;
    }
    auto running = d->connections->background().run(
        tr("Copy rows of %1").arg(schema().name.name),
        [reader, columns, kind](Session &session, Progress &progress) {
            return writeText(reader, &session, progress, columns, kind);
        },
        reader.count() > TableWindow::capacity ? Job::Visibility::Listed : Job::Visibility::Quiet);
    d->setWorking(running.job);
    running.future.then(this, [this, job = running.job, asker = QPointer<QObject>(context),
                               ready](const Result<RowsText> &text) {
        d->stopWorking(job);
        if (asker)
            ready(text);
    });
}

void TableModel::readCell(const QModelIndex &index, QObject *context,
                          const std::function<void(const Result<SqlValue> &)> &ready)
{
    if (!d->has(index) || !d->connections)
        return;
    const int row = index.row();
    const int column = index.column();
    if (!d->isCut(row, column)) {
        QMetaObject::invokeMethod(
            context, [ready, value = d->value(row, column)] { ready(value); },
            Qt::QueuedConnection);
        return;
    }
    const LoadedRow &loaded = d->loaded(row);
    auto running = d->connections->page().run(
        tr("Read %1.%2").arg(d->schema.name.name, d->schema.columns.at(column).name),
        [pager = d->pager, key = primaryKeyOf(*d->pager, loaded),
         column](Session &session, Progress &) { return pager->cell(session, key, column); },
        Job::Visibility::Quiet);
    const QPointer<TableModel> self(this);
    running.future.then(context, [this, self, ready, column, pager = d->pager,
                                  identity = loaded.identity](const Result<SqlValue> &value) {
        if (!self.isNull() && value && d->pager == pager)
            d->setWhole(identity, column, *value);
        ready(value);
    });
}

/// A cut cell is here in full: it may be edited in place now.
void TableModel::Private::setWhole(const QByteArray &identity, int column, const SqlValue &value)
{
    const int row = window.indexOf(identity);
    if (row < 0)
        return;
    window.setWhole(row, column, value);
    rowChanged(addedShown() + row);
}

}  // namespace roster
