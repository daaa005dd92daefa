// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/stagedstep.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace roster {

namespace {

/// The values whose column is not among those that are left.
void collect(QList<StagedEdits::Lost> &lost, const RowKey &key, const QMap<int, SqlValue> &values,
             const QMap<int, int> &left)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!left.contains(it.key()))
            lost.append({key, it.key(), it.value()});
    }
}

}  // namespace

TableChanges StagedEdits::changes() const
{
    QList<const Row *> rows;
    rows.reserve(m_rows.size());
    for (const Row &row : m_rows)
        rows << &row;
    std::sort(rows.begin(), rows.end(),
              [](const Row *a, const Row *b) { return a->order < b->order; });

    TableChanges result;
    for (const Row *row : std::as_const(rows)) {
        result.rows << row->change;
        if (row->change.kind == RowChange::Kind::Delete) {
            result.rows.last().before.clear();
            result.rows.last().after.clear();
        }
    }
    for (const Added &added : m_added)
        result.inserts << added.row;
    return result;
}

void StagedEdits::clear()
{
    // To free very many takes longer than a window may be held up.
    constexpr qsizetype many = 5000;
    touchAdded();
    QHash<QByteArray, Row> rows;
    m_rows.swap(rows);
    if (m_touched.isEmpty() && !m_cleared)
        m_cleared = rows;
    else if (!m_cleared) {
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            if (!m_touched.contains(it.key()))
                m_touched.insert(it.key(), *it);
        }
    }
    if (rows.size() > many)
        QThreadPool::globalInstance()->start([rows = std::move(rows)] {});
    m_added.clear();
}

void StagedEdits::revert(const QByteArray &identity)
{
    touch(identity);
    m_rows.remove(identity);
}

void StagedEdits::removeAdded(int at)
{
    touchAdded();
    m_added.removeAt(at);
}

QList<StagedEdits::Lost> StagedEdits::forgetRows()
{
    QList<Lost> lost;
    for (const Row &row : std::as_const(m_rows)) {
        const RowChange &change = row.change;
        if (change.kind == RowChange::Kind::Delete)
            lost.append({change.primaryKey, -1, {}});
        else
            collect(lost, change.primaryKey, change.after, {});
    }
    m_rows.clear();
    ++m_version;
    return lost;
}

const StagedEdits::Row *StagedEdits::find(const QByteArray &identity) const
{
    const auto at = m_rows.constFind(identity);
    return at == m_rows.cend() ? nullptr : &*at;
}

void StagedEdits::set(const Target &target, int column, const SqlValue &original,
                      const SqlValue &value)
{
    touch(target.identity);
    auto at = m_rows.find(target.identity);
    if (at == m_rows.end()) {
        Row row;
        row.change.primaryKey = target.primaryKey;
        row.change.xmin = target.xmin;
        row.order = m_next++;
        at = m_rows.insert(target.identity, row);
    }
    RowChange &change = at->change;
    if (!change.before.contains(column))
        change.before.insert(column, original);
    at->errors.cells.remove(column);
    at->errors.row.clear();
    if (change.before.value(column) == value)
        revertCell(target.identity, column);
    else
        change.after.insert(column, value);
}

void StagedEdits::settle(const Target &target, int column, const SqlValue &theirs,
                         const SqlValue &value)
{
    touch(target.identity);
    const auto at = m_rows.find(target.identity);
    if (at == m_rows.end())
        return;
    at->change.xmin = target.xmin;
    at->change.before.insert(column, theirs);
    at->errors.cells.remove(column);
    at->errors.row.clear();
    if (value == theirs)
        revertCell(target.identity, column);
    else
        at->change.after.insert(column, value);
}

void StagedEdits::remove(const Target &target)
{
    touch(target.identity);
    auto at = m_rows.find(target.identity);
    if (at == m_rows.end()) {
        Row row;
        row.change.primaryKey = target.primaryKey;
        row.change.xmin = target.xmin;
        row.order = m_next++;
        at = m_rows.insert(target.identity, row);
    }
    at->change.kind = RowChange::Kind::Delete;
    at->change.xmin = target.xmin;  // whoever deletes it again deletes it as it is now
    at->errors = {};
}

void StagedEdits::revertCell(const QByteArray &identity, int column)
{
    const auto at = m_rows.find(identity);
    if (at == m_rows.end())
        return;
    touch(identity);
    at->change.before.remove(column);
    at->change.after.remove(column);
    at->errors.cells.remove(column);
    if (at->change.after.isEmpty() && at->change.kind == RowChange::Kind::Update)
        m_rows.erase(at);
}

void StagedEdits::rebase(const QByteArray &identity, const QString &xmin,
                         const std::function<SqlValue(int)> &current)
{
    const auto at = m_rows.find(identity);
    if (at == m_rows.end() || at->change.xmin == xmin)
        return;
    RowChange &change = at->change;
    if (change.kind == RowChange::Kind::Delete)
        return;  // somebody changed what was to be deleted: that is for the person to see
    for (auto it = change.before.cbegin(); it != change.before.cend(); ++it) {
        if (current(it.key()) != it.value())
            return;
    }
    change.xmin = xmin;
    ++m_version;
}

int StagedEdits::addedIndex(qint64 id) const
{
    const auto at = std::find_if(m_added.cbegin(), m_added.cend(),
                                 [id](const Added &added) { return added.row.id == id; });
    return at == m_added.cend() ? -1 : int(at - m_added.cbegin());
}

void StagedEdits::insert(int at, const QMap<int, SqlValue> &values)
{
    touchAdded();
    Added added;
    added.row.id = ++m_next;
    added.row.values = values;
    m_added.insert(at, added);
}

void StagedEdits::setAdded(int at, int column, const SqlValue &value)
{
    touchAdded();
    m_added[at].row.values.insert(column, value);
    m_added[at].errors.cells.remove(column);
    m_added[at].errors.row.clear();
}

void StagedEdits::unsetAdded(int at, int column)
{
    touchAdded();
    m_added[at].row.values.remove(column);
    m_added[at].errors.cells.remove(column);
}

void StagedEdits::clearErrors()
{
    for (Row &row : m_rows)
        row.errors = {};
    for (Added &added : m_added)
        added.errors = {};
}

namespace {

void mark(StagedEdits::Errors &errors, int column, const QString &message)
{
    if (column < 0)
        errors.row = message;
    else
        errors.cells.insert(column, message);
}

QMap<int, SqlValue> renumbered(const QMap<int, SqlValue> &values, const QMap<int, int> &newColumns)
{
    QMap<int, SqlValue> result;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (const auto to = newColumns.constFind(it.key()); to != newColumns.cend())
            result.insert(*to, it.value());
    }
    return result;
}

}  // namespace

void StagedEdits::markError(const QByteArray &identity, int column, const QString &message)
{
    if (const auto at = m_rows.find(identity); at != m_rows.end())
        mark(at->errors, column, message);
}

void StagedEdits::markAddedError(int at, int column, const QString &message)
{
    mark(m_added[at].errors, column, message);
}

QList<StagedEdits::Lost> StagedEdits::renumber(const QMap<int, int> &newColumns)
{
    QList<Lost> lost;
    ++m_version;
    static_cast<void>(takeStep());  // speaks of columns by their old numbers
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        RowChange &change = it->change;
        collect(lost, change.primaryKey, change.after, newColumns);
        change.before = renumbered(change.before, newColumns);
        change.after = renumbered(change.after, newColumns);
        it->errors = {};
        if (change.kind == RowChange::Kind::Update && change.after.isEmpty())
            it = m_rows.erase(it);
        else
            ++it;
    }
    for (Added &added : m_added) {
        collect(lost, {}, added.row.values, newColumns);
        added.row.values = renumbered(added.row.values, newColumns);
        added.errors = {};
    }
    return lost;
}

}  // namespace roster
