// SPDX-License-Identifier: GPL-3.0-or-later
// Values for copying and the large editor.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using Rows = RowsReader::Rows;

/// Reads where that is needed, makes something of the rows on the same thread, and hands it over.
template <class Make, class Ready>
void readAndMake(Connections &connections, const RowsReader &reader, const Make &make,
                 QObject *context, const Ready &ready)
{
    using Made = std::invoke_result_t<Make, const Rows &>;
    const qint64 count = reader.count();
    auto running = connections.background().run(
        TableModel::tr("Read %n row(s) of %1", nullptr, int(count))
            .arg(reader.pager->schema().name.name),
        [reader, make](Session &session, Progress &progress) -> Result<Made> {
            return reader.read(session, progress).map(make);
        },
        count > TableWindow::capacity ? Job::Visibility::Listed : Job::Visibility::Quiet);
    running.future.then(context, ready);
}

template <class T, class Ready>
void answerLater(QObject *context, const Ready &ready, Result<T> answer)
{
    QMetaObject::invokeMethod(
        context, [ready, answer = std::move(answer)] { ready(answer); }, Qt::QueuedConnection);
}

}  // namespace

/// What reads these positions; Refused where they are too many.
Result<RowsReader> TableModel::Private::readerOf(
    const QList<QPair<qint64, qint64>> &positions) const
{
    RowsReader reader;
    for (const auto &[first, last] : positions) {
        const QPair<qint64, qint64> run(std::max<qint64>(0, first),
                                        std::min(last, q->totalRows() - 1));
        if (run.first <= run.second)
            reader.runs << run;
    }
    if (const qint64 count = reader.count(); count > mostRowsRead) {
        return fail(Error::Kind::Refused,
                    tr("%n row(s) are too many to copy: at most %1 fit.", nullptr,
                       int(std::min<qint64>(count, std::numeric_limits<int>::max())))
                        .arg(mostRowsRead),
                    tr("Select fewer rows, or export them to a file."));
    }
    if (!pager || !connections)
        reader.runs.clear();
    if (reader.runs.isEmpty())
        return reader;
    reader.pager = pager;
    reader.window = window;
    reader.edits = edits;
    const auto milestones = loader.milestonesFor(reader.runs.constFirst().first);
    if (milestones && milestones->exact)
        reader.milestones = milestones;
    return reader;
}

void TableModel::readRows(const QList<QPair<qint64, qint64>> &positions, QObject *context,
                          const std::function<void(const Result<QList<QList<SqlValue>>> &)> &ready)
{
    const Result<RowsReader> reader = d->readerOf(positions);
    if (!reader) {
        answerLater<Rows>(context, ready, fail(reader.error()));
    } else if (reader->isLoaded()) {
        answerLater<Rows>(context, ready, reader->loadedOnly());
    } else {
        readAndMake(
            *d->connections, *reader, [](const Rows &rows) { return rows; }, context, ready);
    }
}

void TableModel::readText(const QList<QPair<qint64, qint64>> &positions,
                          const std::function<QByteArray(const QList<QList<SqlValue>> &)> &format,
                          QObject *context,
                          const std::function<void(const Result<QByteArray> &)> &ready)
{
    const Result<RowsReader> reader = d->readerOf(positions);
    if (!reader)
        answerLater<QByteArray>(context, ready, fail(reader.error()));
    else if (reader->isLoaded())
        answerLater<QByteArray>(context, ready, format(reader->loadedOnly()));
    else
        readAndMake(*d->connections, *reader, format, context, ready);
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
