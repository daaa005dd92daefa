// SPDX-License-Identifier: GPL-3.0-or-later
// What was staged as steps that can be undone and done again.
#include "models/views/tablemodelprivate.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace roster {

void TableModel::beginAct(const QString &text)
{
    if (d->openActs++ == 0)
        d->actName = text;
}

void TableModel::endAct()
{
    if (--d->openActs == 0)
        d->told(d->actName);
}

void TableModel::Private::told(const QString &text, StagedStep step)
{
    if (openActs > 0) {
        Q_EMIT q->stagedChanged(edits.count());
        return;
    }
    step.join(edits.takeStep());
    Q_EMIT q->stagedChanged(edits.count());
    if (step.isEmpty())
        return;
    const auto done = std::make_shared<const StagedStep>(std::move(step));
    if (journal)
        journal->note(done, false, edits);
    Q_EMIT q->acted(done, text);
}

void TableModel::Private::forgetSteps()
{
    static_cast<void>(edits.takeStep());
    Q_EMIT q->stepsForgotten();
}

bool TableModel::replay(const StagedStepPointer &step, bool undo)
{
    if (d->committing)
        return false;
    if (step->added)
        d->replaceAdded(undo ? step->added->before : step->added->after);
    d->edits.replay(*step, undo);
    if (!d->window.isEmpty())
        d->rebaseEdits(d->window.rows());
    static_cast<void>(d->edits.takeStep());
    if (d->journal)
        d->journal->note(step, undo, d->edits);
    d->allChanged();
    Q_EMIT windowChanged();
    Q_EMIT totalChanged();
    Q_EMIT stagedChanged(d->edits.count());
    return true;
}

/// Row by row, so that views keep their current index; the values follow.
void TableModel::Private::replaceAdded(const QList<StagedEdits::Added> &rows)
{
    QSet<qint64> kept;
    for (const StagedEdits::Added &one : rows)
        kept.insert(one.row.id);
    const bool isShown = window.atStart;
    QList<StagedEdits::Added> now = edits.allAdded();
    for (qsizetype last = now.size(); last-- > 0;) {
        if (kept.contains(now.at(last).row.id))
            continue;
        qsizetype first = last;
        while (first > 0 && !kept.contains(now.at(first - 1).row.id))
            --first;
        if (isShown)
            q->beginRemoveRows({}, int(first), int(last));
        now.remove(first, last - first + 1);
        edits.replaceAdded(now);
        if (isShown)
            q->endRemoveRows();
        last = first;
    }
    for (qsizetype first = 0; first < rows.size(); ++first) {
        const auto isThere = [&](qsizetype at) {
            return first < now.size() && now.at(first).row.id == rows.at(at).row.id;
        };
        if (isThere(first))
            continue;
        qsizetype end = first + 1;
        while (end < rows.size() && !isThere(end))
            ++end;
        if (isShown)
            q->beginInsertRows({}, int(first), int(end) - 1);
        now = rows.first(end) + now.sliced(first);
        edits.replaceAdded(now);
        if (isShown)
            q->endInsertRows();
        first = end - 1;
    }
}

}  // namespace roster
