// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tablemodelprivate.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int page = TableWindow::pageRows;
/// Rows kept ready on either side of what is looked at.
constexpr int margin = page;
/// Nearer than this the window walks by key instead of jumping.
constexpr int walkable = 2 * page;
/// Rows read at least in front of the target of a jump, and behind it.
constexpr int leastLead = page / 8;
/// Up to this size a whole table is surveyed even where no index gives its order.
constexpr qint64 smallTable = 100000;
/// By then the first rows are on the screen, and nobody has reached for the scroll bar.
constexpr std::chrono::milliseconds afterPaint(50);

}  // namespace

TableModel::Private::Private(TableModel &model, Connections &theConnections)
    : q(&model), connections(&theConnections), loader(theConnections)
{
    QObject::connect(&loader, &TableLoader::pageRead, q,
                     [this](const PageAnswer &answer) { onPageRead(answer); });
    QObject::connect(&loader, &TableLoader::pageFailed, q,
                     [this](const Error &error) { onPageFailed(error); });
    QObject::connect(&loader, &TableLoader::busyChanged, q, [this] { tellLoading(); });
    QObject::connect(&loader, &TableLoader::estimated, q, [this](qint64 rows) {
        if (!totalExact)
            setTotal(std::max(rows, window.end() + (window.atEnd ? 0 : 1)), false);
        // Not beside the first paint: the server and it want the same processors.
        if (total > TableWindow::capacity)
            QTimer::singleShot(afterPaint, q, [this] { loader.sample(); });
    });
    QObject::connect(&loader, &TableLoader::filterWeighed, q,
                     [this](bool isIndexed) { setFilterIndexed(isIndexed); });
    QObject::connect(&loader, &TableLoader::serverIsReadOnly, q, [this](bool readOnly) {
        if (std::exchange(serverReadOnly, readOnly) != readOnly)
            Q_EMIT q->readOnlyChanged();
    });
    QObject::connect(&loader, &TableLoader::counted, q, [this](qint64 rows) {
        setTotal(rows, true);
        updateTotal();
    });
    QObject::connect(&loader, &TableLoader::countFailed, q,
                     [this](const Error &error) { Q_EMIT q->failed(error); });
    QObject::connect(&loader, &TableLoader::surveyed, q, [this](qint64 rows) {
        setTotal(rows, true);
        updateTotal();
    });
    QObject::connect(&loader, &TableLoader::surveyEnded, q, [this] { settle(); });
    QObject::connect(&loader, &TableLoader::located, q,
                     [this](const QByteArray &identity, qint64 position) {
                         cannotLocate = position < 0;
                         if (cannotLocate)
                             return;
                         const int at = window.indexOf(identity);
                         if (at < 0) {
                             settle();
                             return;
                         }
                         window.isExact = true;
                         moveFirst(position - at);
                         updateTotal();
                         Q_EMIT q->windowChanged();
                     });
    QObject::connect(connections, &Connections::connected, q, [this] { onConnected(); });
}

void TableModel::Private::step()
{
    if (loader.isBusy() || !pager || pendingPager)
        return;
    if (const std::optional<PageRequest> request = nextRequest())
        send(*request);
    else
        settle();
}

/// The rows around those that were jumped to come once these are painted.
void TableModel::Private::stepLater()
{
    QTimer::singleShot(0, q, [this] { step(); });
}

void TableModel::Private::send(const PageRequest &request)
{
    wantedAtRequest = wanted;
    loader.request(pager, request);
}

PageRequest TableModel::Private::beside(PageRequest::Kind kind, int rows) const
{
    PageRequest request;
    request.kind = kind;
    request.rows = rows;
    if (kind == PageRequest::Kind::Before) {
        request.position = std::max<qint64>(0, window.first - rows);
        request.rows = pager->isKeyed() ? rows : int(window.first - request.position);
    } else {
        request.position = window.end();
    }
    if (pager->isKeyed()) {
        const LoadedRow &row = window.at(kind == PageRequest::Kind::Before ? 0 : window.size() - 1);
        request.key = pager->keyOf(row.rows, row.row);
    }
    return request;
}

std::optional<PageRequest> TableModel::Private::nextRequest() const
{
    using Kind = PageRequest::Kind;
    if (!wanted || (window.isEmpty() && window.atStart && window.atEnd))
        return std::nullopt;
    const qint64 from = std::max<qint64>(0, wanted->position);
    const qint64 to = from + wanted->count;
    if (window.isEmpty() || from < window.first - walkable || to > window.end() + walkable) {
        const bool beforeIt = from < window.first;
        if (!window.isEmpty() && (beforeIt ? window.atStart : window.atEnd))
            return std::nullopt;
        if (from <= page)
            return PageRequest{Kind::First, {}, 0, page + int(to - from)};
        if (to >= total)
            return PageRequest{Kind::Last, {}, total - page, page + wanted->count};
        // No more than a page, so that it is there at once; stepLater() brings what lies around it.
        const int rows = std::max(page, wanted->count + 2 * leastLead);
        const qint64 start = std::max<qint64>(0, from - (rows - wanted->count) / 2);
        return PageRequest{Kind::Jump, {}, start, rows, loader.milestonesFor(start)};
    }
    const qint64 missingAfter = window.atEnd ? 0 : to - window.end();
    const qint64 missingBefore = window.atStart ? 0 : window.first - from;
    if (missingBefore > 0)
        return beside(Kind::Before, int(missingBefore) + page);
    if (missingAfter > -margin && !window.atEnd)
        return beside(Kind::After, std::max(page, int(missingAfter) + margin));
    if (missingBefore > -margin && !window.atStart)
        return beside(Kind::Before, page);
    return std::nullopt;
}

void TableModel::Private::reset(const PageAnswer &answer)
{
    q->beginResetModel();
    window = TableWindow();
    window.assign(answer.rows);
    window.atStart = answer.reachesStart;
    window.atEnd = answer.reachesEnd;
    window.isExact = answer.isExact;
    if (answer.total >= 0) {
        total = answer.total;
        totalExact = true;
    }
    window.first =
        answer.first >= 0 ? answer.first : std::max<qint64>(1, total - answer.rows.size());
    cannotLocate = false;
    q->endResetModel();
    keepWantedInside();
}

void TableModel::Private::append(const PageAnswer &answer)
{
    if (!answer.rows.isEmpty()) {
        q->beginInsertRows({}, rowCount(), rowCount() + int(answer.rows.size()) - 1);
        window.append(answer.rows);
        q->endInsertRows();
    }
    window.atEnd = answer.reachesEnd || answer.rows.isEmpty();
    dropFront();
}

void TableModel::Private::prepend(const PageAnswer &answer)
{
    const bool reachesStart = answer.reachesStart || answer.rows.isEmpty();
    const qint64 before = window.first - answer.rows.size();
    const int added = int(answer.rows.size()) + (reachesStart ? edits.addedCount() : 0);
    if (added > 0)
        q->beginInsertRows({}, 0, added - 1);
    window.prepend(answer.rows, reachesStart);
    if (added > 0)
        q->endInsertRows();
    if (wanted)
        wanted->position += window.first - before;
    dropBack();
}

void TableModel::Private::dropFront()
{
    const int count = window.size() - TableWindow::capacity;
    if (count <= 0)
        return;
    q->beginRemoveRows({}, 0, addedShown() + count - 1);
    window.dropFront(count);
    q->endRemoveRows();
}

void TableModel::Private::dropBack()
{
    const int count = window.size() - TableWindow::capacity;
    if (count <= 0)
        return;
    q->beginRemoveRows({}, rowCount() - count, rowCount() - 1);
    window.dropBack(count);
    q->endRemoveRows();
}

void TableModel::Private::moveFirst(qint64 first)
{
    const qint64 moved = std::max<qint64>(window.atStart ? 0 : 1, first) - window.first;
    window.first += moved;
    if (wanted)
        wanted->position += moved;
}

void TableModel::Private::keepWantedInside()
{
    if (!wanted || wanted != wantedAtRequest)
        return;
    // What was asked for came as near as it could: never ask for it again.
    const qint64 last = std::max(window.first, window.end() - wanted->count);
    wanted->position = std::clamp(wanted->position, window.first, last);
}

void TableModel::Private::settle()
{
    if (window.isExact || window.isEmpty() || !pager || !pager->isKeyed() || loader.isSurveying()
        || loader.isLocating() || cannotLocate || loader.isBusy()) {
        return;
    }
    const bool isCheap = pager->isOrderIndexed() || total <= smallTable;
    if (!isCheap)
        return;
    if (surveyWanted && !loader.hasTriedSurvey()) {
        loader.survey();
        return;
    }
    const LoadedRow &row = window.at(0);
    loader.locate(pager->keyOf(row.rows, row.row), row.identity);
}

void TableModel::Private::updateTotal()
{
    if (window.atEnd && window.isExact) {
        setTotal(window.end(), true);
    } else if (window.atEnd && (totalExact || !window.isExact)) {
        if (window.end() != total && total >= window.size()) {
            moveFirst(total - window.size());
            Q_EMIT q->windowChanged();
        }
        window.isExact = totalExact;
    } else if (total <= window.end() && !window.atEnd) {
        setTotal(window.end() + 1, false);
    }
}

void TableModel::Private::setTotal(qint64 rows, bool exact)
{
    if (total == rows && totalExact == exact)
        return;
    total = rows;
    totalExact = exact;
    Q_EMIT q->totalChanged();
}

void TableModel::Private::setCommitting(bool now)
{
    if (std::exchange(committing, now) != now)
        Q_EMIT q->readOnlyChanged();
}

}  // namespace roster
