// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_STAGEDUNDO_H
#define ROSTER_PLAYERS_STAGEDUNDO_H

#include "models/views/tablemodel.h"

#include <QUndoStack>

class QAction;

namespace roster {

/// Undo and redo of what is staged in a TableModel. A commit ends the history: what was written is
/// undone by other means.
class StagedUndo : public QObject
{
    Q_OBJECT

public:
    StagedUndo(TableModel &model, QObject *parent);
    ~StagedUndo() override;

    /// Makes the two actions do their work, and name it.
    void drive(QAction *undo, QAction *redo);
    /// While a commit is under way nothing can be undone.
    void setBlocked(bool blocked);

Q_SIGNALS:
    void message(const QString &text);

private:
    void push(const StagedStepPointer &step, const QString &text);
    void update();

    TableModel &m_model;
    QUndoStack m_stack;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    bool m_blocked = false;
};

}  // namespace roster

#endif
