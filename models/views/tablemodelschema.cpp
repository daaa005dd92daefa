// SPDX-License-Identifier: GPL-3.0-or-later
// Which table it is, and whether it still looks the same.
#include "models/browsing/valuetext.h"
#include "models/schema/catalogue.h"
#include "models/views/tablemodelprivate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// What the catalogue says, with what only the declaration knows.
TableSchema withDeclaration(TableSchema live, const TableSchema &declared)
{
    for (ColumnSchema &column : live.columns) {
        if (const ColumnSchema *known = declared.column(column.name))
            column.clientDefault = known->clientDefault;
    }
    for (const IndexColumn &part : declared.defaultOrder) {
        if (live.column(part.column))
            live.defaultOrder << part;
    }
    return live;
}

bool isSameColumn(const ColumnSchema &a, const ColumnSchema &b)
{
    return a.name == b.name && a.type == b.type && a.nullable == b.nullable
        && a.generated == b.generated && a.identity == b.identity && a.enumLabels == b.enumLabels;
}

QList<QList<IndexColumn>> indexedColumns(const TableSchema &schema)
{
    QList<QList<IndexColumn>> result;
    for (const IndexSchema &index : schema.indexes)
        result << index.columns;
    return result;
}

/// The rows of one can be shown and paged as those of the other.
bool looksTheSame(const TableSchema &a, const TableSchema &b)
{
    return a.kind == b.kind && a.primaryKey == b.primaryKey && a.hasXmin == b.hasXmin
        && std::equal(a.columns.cbegin(), a.columns.cend(), b.columns.cbegin(), b.columns.cend(),
                      isSameColumn)
        && indexedColumns(a) == indexedColumns(b);
}

/// Without the columns that are gone.
TableQuery fitting(TableQuery query, const TableSchema &schema)
{
    query.order.removeIf([&schema](const SortColumn &one) { return !schema.column(one.column); });
    query.filters.removeIf([&schema](const QMap<QString, QString>::iterator &one) {
        return !schema.column(one.key());
    });
    return query;
}

}  // namespace

void TableModel::Private::openTable(const TableSchema &newSchema, const TableQuery &newQuery)
{
    const TableSchema now = newSchema.readablePart();
    const bool isSameTable = now.name == schema.name;
    QList<StagedEdits::Lost> lost;
    stopChecking();
    stopSearching();
    loader.cancel();
    loader.setPager(nullptr);
    q->beginResetModel();
    if (!isSameTable) {
        edits.clear();
        forgetSteps();
        if (workJob)
            workJob->cancel();
        commitJob.reset();  // it goes on, but its outcome is about rows no longer shown
        unresolved.reset();
        committing = false;
    } else if (now.primaryKey != schema.primaryKey) {
        lost = edits.forgetRows();  // their keys name no rows any more
        forgetSteps();
    } else if (now.columns != schema.columns) {
        QMap<int, int> columns;
        for (int column = 0; column < schema.columns.size(); ++column) {
            if (const int to = now.indexOf(schema.columns.at(column).name); to >= 0)
                columns.insert(column, to);
        }
        lost = edits.renumber(columns);
        forgetSteps();
    }
    const TableSchema before = std::exchange(schema, now);
    if (!isSameTable)
        openJournal();
    else if (now.columns != before.columns || now.primaryKey != before.primaryKey)
        noteAll();
    window = TableWindow();
    pager.reset();
    wanted.reset();
    keyWanted.reset();
    total = std::max<qint64>(0, schema.estimatedRows);
    totalExact = false;
    serverReadOnly = false;
    q->endResetModel();
    Q_EMIT q->stagedChanged(edits.count());
    Q_EMIT q->totalChanged();
    if (!lost.isEmpty())
        tellLost(before, lost);
    start(newQuery);
}

void TableModel::Private::tellLost(const TableSchema &before,
                                   const QList<StagedEdits::Lost> &lost) const
{
    QStringList columns;
    QString values;
    for (const StagedEdits::Lost &one : lost) {
        if (one.column < 0) {
            values += deletionLine(one.primaryKey);
            continue;
        }
        const QString &column = before.columns.at(one.column).name;
        if (!columns.contains(column))
            columns << column;
        values += fieldLine(one.primaryKey, column, one.value);
    }
    const QString message =
        schema.primaryKey != before.primaryKey
            ? TableModel::tr("%1 has another primary key now: %n change(s) staged for its rows "
                             "have no place any more.",
                             nullptr, int(lost.size()))
                  .arg(before.name.name)
            : TableModel::tr("%1 has no column %2 any more: %n value(s) staged for it have no "
                             "place.",
                             nullptr, int(lost.size()))
                  .arg(before.name.name, columns.join(u", "_s));
    Q_EMIT q->stagedLost(message, values);
}

void TableModel::Private::clear()
{
    stopChecking();
    stopSearching();
    loader.cancel();
    loader.setPager(nullptr);
    q->beginResetModel();
    schema = {};
    window = TableWindow();
    edits.clear();
    forgetSteps();
    if (workJob)
        workJob->cancel();
    commitJob.reset();
    unresolved.reset();
    journal.reset();
    committing = false;
    pager.reset();
    pendingPager.reset();
    wanted.reset();
    keyWanted.reset();
    total = 0;
    totalExact = false;
    q->endResetModel();
    Q_EMIT q->stagedChanged(0);
    Q_EMIT q->totalChanged();
}

void TableModel::Private::stopChecking()
{
    if (const JobPointer job = std::exchange(schemaJob, nullptr)) {
        job->cancel();
        tellLoading();
    }
}

void TableModel::Private::checkSchema()
{
    if (schemaJob || !connections || schema.name.name.isEmpty())
        return;
    if (schema.name.schema.isEmpty()) {  // wherever the search path finds it
        reload();
        return;
    }
    auto running = connections->page().run(
        tr("Look at %1").arg(schema.name.name),
        [name = schema.name](Session &session, Progress &) { return readTable(session, name); },
        Job::Visibility::Quiet);
    schemaJob = running.job;
    tellLoading();
    running.future.then(q, [this, job = running.job](const Result<TableSchema> &live) {
        if (job != schemaJob)
            return;
        schemaJob.reset();
        if (live)
            adopt(*live);
        else
            onPageFailed(live.error());
        tellLoading();
    });
}

void TableModel::Private::adopt(const TableSchema &live)
{
    const TableSchema now = withDeclaration(live, schema).readablePart();
    if (!looksTheSame(now, schema)) {
        openTable(now, fitting(lastQuery, now));
        return;
    }
    const bool mayDiffer = now.privileges != schema.privileges;
    schema.privileges = now.privileges;
    if (mayDiffer)
        Q_EMIT q->readOnlyChanged();
    totalExact = false;  // others may have added and deleted since it was counted
    reload();
}

void TableModel::Private::tellLoading()
{
    if (const bool loading = q->isLoading(); std::exchange(toldLoading, loading) != loading)
        Q_EMIT q->loadingChanged(loading);
}

}  // namespace roster
