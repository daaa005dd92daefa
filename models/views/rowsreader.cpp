// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/rowsreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace roster {

namespace {
constexpr int chunk = 1000;
}

qint64 RowsReader::count() const
{
    qint64 rows = 0;
    for (const auto &[first, last] : runs)
        rows += last - first + 1;
    return rows;
}

bool RowsReader::isInWindow(qint64 first, qint64 last) const
{
    return first >= window.first && (last < window.end() || window.atEnd);
}

bool RowsReader::isLoaded(const QList<int> &columns) const
{
    for (const auto &[first, last] : runs) {
        const qint64 from = std::max<qint64>(0, first - edits.addedCount());
        const qint64 to = std::min(last - edits.addedCount(), window.end() - 1);
        if (last < edits.addedCount())
            continue;
        if (!isInWindow(from, last - edits.addedCount()))
            return false;
        for (qint64 position = from; position <= to; ++position) {
            const LoadedRow &row = window.at(int(position - window.first));
            for (const int column : columns) {
                if (row.isCut(*pager, column))
                    return false;
            }
        }
    }
    return true;
}

Result<SqlValue> RowsReader::stored(Session *session, const LoadedRow &row, int column) const
{
    if (!session || !row.isCut(*pager, column))
        return row.value(column);
    return pager->cell(*session, primaryKeyOf(*pager, row), column);
}

Result<QList<SqlValue>> RowsReader::shown(Session *session, qint64 position, const LoadedRow *row,
                                          const QList<int> &columns) const
{
    QList<SqlValue> values;
    values.reserve(columns.size());
    const StagedEdits::Row *edit = row && !edits.isEmpty() ? edits.find(row->identity) : nullptr;
    for (const int column : columns) {
        if (!row) {
            values << edits.added(int(position)).row.values.value(column);
        } else if (edit && edit->change.after.contains(column)) {
            values << edit->change.after.value(column);
        } else {
            auto value = stored(session, *row, column);
            if (!value)
                return fail(value.error());
            values << *std::move(value);
        }
    }
    return values;
}

Result<void> RowsReader::step(Walk &walk, qint64 position, const LoadedRow &row) const
{
    if (walk.progress.isCancelled())
        return fail(Error::Kind::Cancelled, QCoreApplication::translate("RowsReader", "Stopped."));
    ++walk.done;
    return walk.visit(position + edits.addedCount(), &row);
}

Result<void> RowsReader::visit(Session *session, Progress &progress, const Visit &visit) const
{
    const qint64 rows = count();
    progress.setTotal(total > 0 ? std::min(rows, total) : rows);
    const int addedRows = edits.addedCount();
    qint64 done = 0;
    for (const auto &[first, last] : runs) {
        for (qint64 at = first; at <= std::min<qint64>(last, addedRows - 1); ++at)
            ROSTER_TRY(visit(at, nullptr));
        if (last < addedRows)
            continue;
        const qint64 from = std::max<qint64>(0, first - addedRows);
        const qint64 to = last - addedRows;
        if (isInWindow(from, to)) {
            for (qint64 at = from; at <= std::min(to, window.end() - 1); ++at)
                ROSTER_TRY(visit(at + addedRows, &window.at(int(at - window.first))));
        } else if (session) {
            Walk walked{*session, progress, visit, done};
            ROSTER_TRY(pager->isKeyed() ? walk(walked, from, to) : walkForward(walked, from, to));
            done = walked.done;
        }
    }
    return {};
}

/// The nearest known place at or before a position. The window's own rows go first: what a person
/// selected is what they saw, even where its position is a guess.
Result<RowsReader::Place> RowsReader::placeBefore(Session &session, qint64 position) const
{
    Place place;
    place.row = -1;
    if (!window.isEmpty() && window.first <= position) {
        const int at = int(std::min(position, window.end() - 1) - window.first);
        const LoadedRow &row = window.at(at);
        place = {pager->keyOf(row.rows, row.row), window.first + at, true};
    }
    if (!window.isExact)
        return place;
    if (milestones) {
        for (const Milestone &one : milestones->places) {
            if (one.row > position)
                break;
            if (one.row > place.row)
                place = {one.key, one.row, true};
        }
    }
    if (place.row < 0 && position > chunk) {
        const Result<Page> page = pager->forward(session, position, 1);
        if (!page)
            return fail(page.error());
        if (!page->rows.isEmpty())
            place = {pager->keyOf(page->rows, 0), position, true};
    }
    return place;
}

/// Where the walk to a position begins.
Result<RowsReader::Place> RowsReader::startOf(Session &session, qint64 position) const
{
    Result<Place> place = placeBefore(session, position);
    if (!place || place->row >= 0 || window.isExact || window.isEmpty())
        return place;
    // Positions are guesses that only the window anchors: go back from there.
    const LoadedRow &top = window.at(0);
    RowKey key = pager->keyOf(top.rows, top.row);
    for (qint64 row = window.first; row > position;) {
        const Result<Page> back =
            pager->before(session, key, int(std::min<qint64>(row - position, chunk)));
        if (!back)
            return fail(back.error());
        if (back->rows.isEmpty())
            break;
        row -= back->rows.rows();
        key = pager->keyOf(back->rows, 0);
        place = Place{key, row, true};
    }
    return place;
}

Result<void> RowsReader::walk(Walk &walk, qint64 first, qint64 last) const
{
    Result<Place> found = startOf(walk.session, first);
    if (!found)
        return fail(found.error());
    Place place = *std::move(found);
    qint64 at = std::max<qint64>(0, place.row);
    while (at <= last) {
        const int count = int(std::min<qint64>(chunk, last - at + 1));
        const Result<Page> page = place.row < 0
                                    ? pager->first(walk.session, count)
                                    : pager->after(walk.session, place.key, count, place.inclusive);
        if (!page)
            return fail(page.error());
        if (page->rows.isEmpty())
            break;
        for (const LoadedRow &row : loadedRows(*pager, page->rows)) {
            if (at >= first)
                ROSTER_TRY(step(walk, at, row));
            ++at;
        }
        walk.progress.setDone(walk.done);
        if (page->reachesEnd)
            break;
        place = {pager->keyOf(page->rows, page->rows.rows() - 1), at - 1, false};
    }
    return {};
}

Result<void> RowsReader::walkForward(Walk &walk, qint64 first, qint64 last) const
{
    // Pages of their own would read the rows before them again and again: few and large ones.
    constexpr int most = 50000;
    for (qint64 at = first; at <= last;) {
        const Result<Page> page =
            pager->forward(walk.session, at, int(std::min<qint64>(most, last - at + 1)));
        if (!page)
            return fail(page.error());
        if (page->rows.isEmpty())
            break;
        for (const LoadedRow &row : loadedRows(*pager, page->rows))
            ROSTER_TRY(step(walk, at++, row));
        walk.progress.setDone(walk.done);
        if (page->reachesEnd)
            break;
    }
    return {};
}

}  // namespace roster
