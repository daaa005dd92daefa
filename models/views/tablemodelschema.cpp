// SPDX-License-Identifier: GPL-3.0-or-later
// Which table it is, and whether it still looks the same.
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
    const bool isSameTable = newSchema.name == schema.name;
    stopChecking();
    stopSearching();
    loader.cancel();
    loader.setPager(nullptr);
    q->beginResetModel();
    if (!isSameTable) {
        edits.clear();
        if (workJob)
            workJob->cancel();
        commitJob.reset();  // it goes on, but its outcome is about rows no longer shown
        committing = false;
    } else if (newSchema.primaryKey != schema.primaryKey) {
        edits.forgetRows();  // their keys name no rows any more
    } else if (newSchema.columns != schema.columns) {
        QMap<int, int> columns;
        for (int column = 0; column < schema.columns.size(); ++column) {
            if (const int to = newSchema.indexOf(schema.columns.at(column).name); to >= 0)
                columns.insert(column, to);
        }
        edits.renumber(columns);
    }
    schema = newSchema;
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
    start(newQuery);
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
    if (workJob)
        workJob->cancel();
    commitJob.reset();
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
    const TableSchema now = withDeclaration(live, schema);
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
