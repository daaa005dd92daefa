// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/stagedstep.h"

#include <utility>

namespace roster {

namespace {

bool isSame(const StagedEdits::Row &a, const StagedEdits::Row &b)
{
    return a.order == b.order && a.change == b.change;
}

}  // namespace

void StagedStep::join(StagedStep other)
{
    for (auto it = other.rows.begin(); it != other.rows.end(); ++it) {
        if (const auto mine = rows.find(it.key()); mine != rows.end())
            mine->after = std::move(it->after);
        else
            rows.insert(it.key(), *it);
    }
    if (other.whole)
        whole = Whole{whole ? whole->before : std::move(other.whole->before), other.whole->after};
    if (other.added)
        added = Added{added ? added->before : other.added->before, other.added->after};
}

void StagedStep::forEachRow(
    const std::function<void(const QByteArray &, const Pair &)> &visit) const
{
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        visit(it.key(), *it);
    if (!whole)
        return;
    for (auto it = whole->after.cbegin(); it != whole->after.cend(); ++it) {
        const auto before = whole->before.constFind(it.key());
        if (before == whole->before.cend())
            visit(it.key(), {std::nullopt, *it});
        else if (!isSame(*before, *it))
            visit(it.key(), {*before, *it});
    }
    for (auto it = whole->before.cbegin(); it != whole->before.cend(); ++it) {
        if (!whole->after.contains(it.key()))
            visit(it.key(), {*it, std::nullopt});
    }
}

void StagedEdits::touch(const QByteArray &identity)
{
    ++m_version;
    if (m_cleared || m_touched.contains(identity))
        return;
    const Row *row = find(identity);
    m_touched.insert(identity, row ? std::optional(*row) : std::nullopt);
}

void StagedEdits::touchAdded()
{
    ++m_version;
    if (!m_addedBefore)
        m_addedBefore = m_added;
}

StagedStep StagedEdits::takeStep()
{
    StagedStep step;
    if (auto cleared = std::exchange(m_cleared, std::nullopt)) {
        if (!cleared->isEmpty())
            step.whole = StagedStep::Whole{*std::move(cleared), m_rows};
    }
    const auto touched = std::exchange(m_touched, {});
    for (auto it = touched.cbegin(); it != touched.cend(); ++it) {
        const Row *row = find(it.key());
        if ((row && *it && isSame(*row, **it)) || (!row && !*it))
            continue;
        step.rows.insert(it.key(), {*it, row ? std::optional(*row) : std::nullopt});
    }
    if (auto before = std::exchange(m_addedBefore, std::nullopt);
        before && (!before->isEmpty() || !m_added.isEmpty()))
        step.added = StagedStep::Added{*std::move(before), m_added};
    return step;
}

void StagedEdits::replay(const StagedStep &step, bool undo)
{
    ++m_version;
    if (step.whole)
        m_rows = undo ? step.whole->before : step.whole->after;
    for (auto it = step.rows.cbegin(); it != step.rows.cend(); ++it) {
        const std::optional<Row> &now = undo ? it->before : it->after;
        if (!now) {
            m_rows.remove(it.key());
            continue;
        }
        Row row = *now;
        row.errors = {};
        // The newest state of the row that the edits are known to stand on.
        if (const auto at = m_rows.constFind(it.key());
            at != m_rows.cend() && row.change.kind == RowChange::Kind::Update
            && at->change.kind == row.change.kind)
            row.change.xmin = at->change.xmin;
        m_rows.insert(it.key(), row);
    }
    if (step.added)
        replaceAdded(undo ? step.added->before : step.added->after);
}

void StagedEdits::replaceAdded(const QList<Added> &rows)
{
    ++m_version;
    m_added = rows;
    for (Added &added : m_added)
        added.errors = {};
}

}  // namespace roster
