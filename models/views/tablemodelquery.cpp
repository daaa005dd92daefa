// SPDX-License-Identifier: GPL-3.0-or-later
// What arrives from the server, and what goes wrong.
#include "models/views/tablemodelprivate.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

void TableModel::Private::start(const TableQuery &newQuery)
{
    lastQuery = newQuery;
    queryWaits = false;
    Result<Pager> made = Pager::make(schema, newQuery);
    if (!made) {
        reportLater(made.error());
        return;
    }
    loader.cancel();
    reloading = false;
    pendingPager = std::make_shared<const Pager>(std::move(*made));
    loader.request(pendingPager,
                   PageRequest{PageRequest::Kind::First, {}, 0, TableWindow::pageRows});
    setFilterIndexed(true);
    loader.weighFilter(pendingPager);
}

void TableModel::Private::setFilterIndexed(bool isIndexed)
{
    if (std::exchange(filterIndexed, isIndexed) != isIndexed)
        Q_EMIT q->filterWeighed();
}

void TableModel::Private::reload()
{
    if (pendingPager)
        return;
    if (!pager || queryWaits) {
        start(lastQuery);
        return;
    }
    loader.doubtMilestones();
    reloading = true;
    PageRequest request;
    request.rows = std::max(window.size(), TableWindow::pageRows);
    if (window.atStart || window.isEmpty()) {
        request.kind = PageRequest::Kind::First;
    } else {
        request = beside(PageRequest::Kind::Reload, request.rows);
        request.position = window.first;
        if (pager->isKeyed()) {
            const LoadedRow &row = window.at(0);
            request.key = pager->keyOf(row.rows, row.row);
        }
    }
    send(request);
}

void TableModel::Private::onFirstPage(const PageAnswer &answer)
{
    pager = std::exchange(pendingPager, nullptr);
    loader.setPager(pager);
    wanted.reset();
    surveyWanted = false;
    total = pager->query().isFiltered() ? 0 : std::max<qint64>(0, schema.estimatedRows);
    totalExact = false;
    rebaseEdits(answer.rows);
    reset(answer);
    updateTotal();
    if (!totalExact)
        loader.estimate();
    Q_EMIT q->windowChanged();
    Q_EMIT q->totalChanged();
    Q_EMIT q->loaded();
    lookForEdits();
    if (keyWanted)
        q->goToKey(*std::exchange(keyWanted, std::nullopt));
    step();
}

void TableModel::Private::onPageRead(const PageAnswer &answer)
{
    using Kind = PageRequest::Kind;
    lostConnection = false;
    setCommitting(isCommitOpen());  // rows written before are here again
    if (pendingPager) {
        onFirstPage(answer);
        return;
    }
    if (answer.sampled)
        loader.setSampled(answer.sampled);
    const bool jumped = answer.kind == Kind::Jump && wanted == wantedAtRequest;
    if (answer.kind == Kind::Jump)
        surveyWanted = true;
    rebaseEdits(answer.rows);
    const bool reloaded = std::exchange(reloading, false);
    if (reloaded)
        merge(answer);
    else if (answer.kind == Kind::After)
        append(answer);
    else if (answer.kind == Kind::Before)
        prepend(answer);
    else
        reset(answer);
    updateTotal();
    if (reloaded && !totalExact)
        loader.estimate();
    Q_EMIT q->windowChanged();
    if (answer.found >= 0)
        Q_EMIT q->found(q->firstPosition() + addedShown() + answer.found);
    if (jumped)
        stepLater();
    else
        step();
}

void TableModel::Private::onPageFailed(const Error &error)
{
    lostConnection = error.kind == Error::Kind::Connection;
    queryWaits = lostConnection && pendingPager;
    pendingPager.reset();
    keyWanted.reset();
    wanted.reset();
    reloading = false;
    setCommitting(isCommitOpen());
    Error shown = error;
    if (error.sqlState == u"42P01"_s) {
        shown.message = TableModel::tr("%1: the table is no longer there.").arg(schema.name.name);
        shown.hint = TableModel::tr("Refresh once it is back; staged edits are kept until then.");
    } else if (error.sqlState == u"42703"_s && !q->query().where.isEmpty()) {
        shown.hint =
            TableModel::tr("Correct the WHERE condition, or refresh if the table changed.");
    } else if (error.sqlState == u"42703"_s) {
        shown.hint = TableModel::tr("The table's columns changed: refresh to see them.");
    }
    Q_EMIT q->failed(shown);
}

void TableModel::Private::onConnected()
{
    if (unresolved)
        resolveCommit();
    if (std::exchange(lostConnection, false))
        q->refresh();
}

void TableModel::Private::reportLater(const Error &error)
{
    QMetaObject::invokeMethod(q, [this, error] { Q_EMIT q->failed(error); }, Qt::QueuedConnection);
}

void TableModel::Private::rebaseEdits(const QList<LoadedRow> &rows)
{
    if (edits.isEmpty() || !pager)
        return;
    for (const LoadedRow &row : rows) {
        if (!edits.find(row.identity))
            continue;
        edits.rebase(row.identity, row.xmin(*pager),
                     [&row](int column) { return row.value(column); });
    }
}

void TableModel::Private::merge(const PageAnswer &answer)
{
    if (answer.reachesStart && !window.atStart) {  // fewer rows than before: simply anew
        reset(answer);
        return;
    }
    if (pager->isKeyed())
        mergeByKey(answer.rows);
    else
        mergeByPlace(answer.rows);
    window.atEnd = answer.reachesEnd;
    if (answer.total >= 0)
        setTotal(answer.total, true);
    else if (!window.atEnd)
        setTotal(total, false);
    if (!window.atStart && pager->isKeyed()) {
        window.isExact = false;
        cannotLocate = false;
    }
    allChanged();
}

void TableModel::Private::mergeByKey(const QList<LoadedRow> &fresh)
{
    QHash<QByteArray, int> places;
    for (int row = 0; row < fresh.size(); ++row)
        places.insert(fresh.at(row).identity, row);
    for (int row = window.size() - 1; row >= 0; --row) {
        const QByteArray &identity = window.at(row).identity;
        if (!places.contains(identity) || window.indexOf(identity) != row)
            removeLoaded(row, 1);
    }
    reorder(places);
    for (int row = 0; row < fresh.size();) {
        if (row < window.size() && window.at(row).identity == fresh.at(row).identity) {
            window.replace(row, fresh.at(row));
            ++row;
            continue;
        }
        int end = row + 1;
        while (end < fresh.size()
               && (row >= window.size() || window.at(row).identity != fresh.at(end).identity)) {
            ++end;
        }
        insertLoaded(row, fresh.mid(row, end - row));
        row = end;
    }
}

void TableModel::Private::mergeByPlace(const QList<LoadedRow> &fresh)
{
    const int common = std::min(window.size(), int(fresh.size()));
    for (int row = 0; row < common; ++row)
        window.replace(row, fresh.at(row));
    if (window.size() > common)
        removeLoaded(common, window.size() - common);
    if (fresh.size() > common)
        insertLoaded(common, fresh.mid(common));
}

void TableModel::Private::reorder(const QHash<QByteArray, int> &places)
{
    const auto place = [&places](const LoadedRow &row) { return places.value(row.identity); };
    QList<LoadedRow> sorted = window.rows();
    const auto before = [&place](const LoadedRow &a, const LoadedRow &b) {
        return place(a) < place(b);
    };
    if (std::is_sorted(sorted.cbegin(), sorted.cend(), before))
        return;
    Q_EMIT q->layoutAboutToBeChanged();
    std::stable_sort(sorted.begin(), sorted.end(), before);
    QHash<QByteArray, int> rows;
    for (int row = 0; row < sorted.size(); ++row)
        rows.insert(sorted.at(row).identity, row + addedShown());
    const QModelIndexList old = q->persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex &index : old) {
        moved << (isAdded(index.row())
                      ? index
                      : q->index(rows.value(loaded(index.row()).identity), index.column()));
    }
    window.assign(sorted);
    q->changePersistentIndexList(old, moved);
    Q_EMIT q->layoutChanged();
}

void TableModel::Private::removeLoaded(int row, int count)
{
    const int first = addedShown() + row;
    q->beginRemoveRows({}, first, first + count - 1);
    window.remove(row, count);
    q->endRemoveRows();
}

void TableModel::Private::insertLoaded(int row, const QList<LoadedRow> &rows)
{
    const int first = addedShown() + row;
    q->beginInsertRows({}, first, first + int(rows.size()) - 1);
    window.insert(row, rows);
    q->endInsertRows();
}

}  // namespace roster
