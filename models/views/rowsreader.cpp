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

bool RowsReader::isLoaded(qint64 first, qint64 last) const
{
    return first >= window.first && last < window.end();
}

bool RowsReader::isLoaded() const
{
    for (const auto &[first, last] : runs) {
        const qint64 from = std::max<qint64>(0, first - edits.addedCount());
        const qint64 to = last - edits.addedCount();
        if (to < 0)
            continue;
        if (!isLoaded(from, to))
            return false;
        for (qint64 position = from; position <= to; ++position) {
            const LoadedRow &row = window.at(int(position - window.first));
            for (int column = 0; column < pager->schema().columns.size(); ++column) {
                if (row.isCut(*pager, column))
                    return false;
            }
        }
    }
    return true;
}

void RowsReader::appendAdded(Rows &rows, qint64 first, qint64 last) const
{
    const int columns = int(pager->schema().columns.size());
    for (qint64 at = first; at <= std::min<qint64>(last, edits.addedCount() - 1); ++at) {
        QList<SqlValue> values;
        for (int column = 0; column < columns; ++column)
            values << edits.added(int(at)).row.values.value(column);
        rows << values;
    }
}

void RowsReader::append(Rows &rows, const LoadedRow &row) const
{
    const StagedEdits::Row *edit = edits.isEmpty() ? nullptr : edits.find(row.identity);
    QList<SqlValue> values;
    const int columns = int(pager->schema().columns.size());
    values.reserve(columns);
    for (int column = 0; column < columns; ++column) {
        const bool isEdited = edit && edit->change.after.contains(column);
        values << (isEdited ? edit->change.after.value(column) : row.value(column));
    }
    rows << values;
}

Result<void> RowsReader::appendWhole(Session &session, Rows &rows, const LoadedRow &row) const
{
    LoadedRow whole = row;
    for (int column = 0; column < pager->schema().columns.size(); ++column) {
        if (!row.isCut(*pager, column))
            continue;
        const Result<SqlValue> value = pager->cell(session, primaryKeyOf(*pager, row), column);
        if (!value)
            return fail(value.error());
        whole.whole.insert(column, *value);
    }
    append(rows, whole);
    return {};
}

RowsReader::Rows RowsReader::loadedOnly() const
{
    Rows rows;
    for (const auto &[first, last] : runs) {
        appendAdded(rows, first, last);
        const qint64 from = std::max<qint64>(0, first - edits.addedCount());
        for (qint64 at = from; at <= last - edits.addedCount(); ++at)
            append(rows, window.at(int(at - window.first)));
    }
    return rows;
}

Result<RowsReader::Rows> RowsReader::read(Session &session, Progress &progress) const
{
    Rows rows;
    progress.setTotal(count());
    for (const auto &[first, last] : runs) {
        appendAdded(rows, first, last);
        const qint64 from = std::max<qint64>(0, first - edits.addedCount());
        const qint64 to = last - edits.addedCount();
        if (to < from)
            continue;
        if (isLoaded(from, to)) {
            for (qint64 at = from; at <= to; ++at)
                ROSTER_TRY(appendWhole(session, rows, window.at(int(at - window.first))));
        } else if (pager->isKeyed()) {
            ROSTER_TRY(walk(session, progress, rows, from, to));
        } else {
            ROSTER_TRY(walkForward(session, progress, rows, from, to));
        }
    }
    return rows;
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

Result<void> RowsReader::walk(Session &session, Progress &progress, Rows &rows, qint64 first,
                              qint64 last) const
{
    Result<Place> found = placeBefore(session, first);
    if (!found)
        return fail(found.error());
    Place place = *std::move(found);
    if (place.row < 0 && !window.isExact && !window.isEmpty()) {
        // Positions are guesses that only the window anchors: go back from there.
        const LoadedRow &top = window.at(0);
        const qint64 missing = window.first - first;
        const Result<Page> back =
            pager->before(session, pager->keyOf(top.rows, top.row), int(missing));
        if (!back)
            return fail(back.error());
        if (!back->rows.isEmpty())
            place = {pager->keyOf(back->rows, 0), window.first - back->rows.rows(), true};
    }
    qint64 at = std::max<qint64>(0, place.row);
    while (at <= last) {
        const int count = int(std::min<qint64>(chunk, last - at + 1));
        const Result<Page> page = place.row < 0
                                    ? pager->first(session, count)
                                    : pager->after(session, place.key, count, place.inclusive);
        if (!page)
            return fail(page.error());
        if (page->rows.isEmpty())
            break;
        for (const LoadedRow &row : loadedRows(*pager, page->rows)) {
            if (at >= first)
                ROSTER_TRY(appendWhole(session, rows, row));
            ++at;
        }
        place = {pager->keyOf(page->rows, page->rows.rows() - 1), at - 1, false};
        progress.setDone(rows.size());
        if (page->reachesEnd)
            break;
    }
    return {};
}

Result<void> RowsReader::walkForward(Session &session, Progress &progress, Rows &rows, qint64 first,
                                     qint64 last) const
{
    // Pages of their own would read the rows before them again and again: few and large ones.
    constexpr int most = 50000;
    for (qint64 at = first; at <= last;) {
        const Result<Page> page =
            pager->forward(session, at, int(std::min<qint64>(most, last - at + 1)));
        if (!page)
            return fail(page.error());
        if (page->rows.isEmpty())
            break;
        for (const LoadedRow &row : loadedRows(*pager, page->rows))
            append(rows, row);
        at += page->rows.rows();
        progress.setDone(rows.size());
        if (page->reachesEnd)
            break;
    }
    return {};
}

}  // namespace roster
