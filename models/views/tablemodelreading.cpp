// SPDX-License-Identifier: GPL-3.0-or-later
// Values for copying and the large editor.
#include "models/views/rowsreader.h"
#include "models/views/tablemodelprivate.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

void TableModel::readRows(const QList<QPair<qint64, qint64>> &positions, QObject *context,
                          const std::function<void(const Result<QList<QList<SqlValue>>> &)> &ready)
{
    using Rows = RowsReader::Rows;
    const auto answerLater = [context, ready](Result<Rows> rows) {
        QMetaObject::invokeMethod(
            context, [ready, rows = std::move(rows)] { ready(rows); }, Qt::QueuedConnection);
    };
    RowsReader reader;
    qint64 count = 0;
    for (const auto &[first, last] : positions) {
        const QPair<qint64, qint64> run(std::max<qint64>(0, first),
                                        std::min(last, totalRows() - 1));
        if (run.second < run.first)
            continue;
        reader.runs << run;
        count += run.second - run.first + 1;
    }
    if (count > mostRowsRead) {
        answerLater(fail(Error::Kind::Refused,
                         tr("%n row(s) are too many to copy: at most %1 fit.", nullptr,
                            int(std::min<qint64>(count, std::numeric_limits<int>::max())))
                             .arg(mostRowsRead),
                         tr("Select fewer rows, or export them to a file.")));
        return;
    }
    if (!d->pager || !d->connections || reader.runs.isEmpty()) {
        answerLater(Rows());
        return;
    }
    reader.pager = d->pager;
    reader.window = d->window;
    reader.edits = d->edits;
    if (const auto milestones = d->loader.milestonesFor(reader.runs.constFirst().first);
        milestones && milestones->exact) {
        reader.milestones = milestones;
    }
    if (reader.isLoaded()) {
        answerLater(reader.loadedOnly());
        return;
    }
    auto running = d->connections->background().run(
        tr("Read %n row(s) of %1", nullptr, int(count)).arg(d->schema.name.name),
        [reader](Session &session, Progress &progress) { return reader.read(session, progress); },
        count > TableWindow::capacity ? Job::Visibility::Listed : Job::Visibility::Quiet);
    running.future.then(context, [ready](const Result<Rows> &rows) { ready(rows); });
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
