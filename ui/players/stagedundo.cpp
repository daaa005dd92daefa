// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/stagedundo.h"

#include <QAction>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Steps kept; the oldest go first. A step of a hundred thousand rows shares them with the next.
constexpr int mostSteps = 500;

class Command : public QUndoCommand
{
public:
    Command(TableModel &model, StagedStepPointer step, const QString &text)
        : QUndoCommand(text), m_model(model), m_step(std::move(step))
    {
    }
    void undo() override { m_model.replay(m_step, true); }
    void redo() override
    {
        // Pushed after it was done.
        if (std::exchange(m_wasPushed, true))
            m_model.replay(m_step, false);
    }

private:
    TableModel &m_model;
    StagedStepPointer m_step;
    bool m_wasPushed = false;
};

void name(QAction &action, const QString &text)
{
    action.setText(text);
    static const QRegularExpression mnemonic(u"&(.)"_s);
    action.setToolTip(u"%1 (%2)"_s.arg(QString(text).replace(mnemonic, u"\\1"_s),
                                       action.shortcut().toString(QKeySequence::NativeText)));
}

}  // namespace

StagedUndo::StagedUndo(TableModel &model, QObject *parent) : QObject(parent), m_model(model)
{
    m_stack.setUndoLimit(mostSteps);
    connect(&m_model, &TableModel::acted, this, &StagedUndo::push);
    connect(&m_model, &TableModel::stepsForgotten, &m_stack, &QUndoStack::clear);
    connect(&m_stack, &QUndoStack::indexChanged, this, &StagedUndo::update);
}

StagedUndo::~StagedUndo()
{
    m_stack.disconnect(this);  // it clears itself, and the actions may be gone
}

void StagedUndo::push(const StagedStepPointer &step, const QString &text)
{
    m_stack.push(new Command(m_model, step, text));
}

void StagedUndo::drive(QAction *undo, QAction *redo)
{
    m_undo = undo;
    m_redo = redo;
    connect(undo, &QAction::triggered, this, [this] {
        const QString what = m_stack.undoText();
        m_stack.undo();
        Q_EMIT message(tr("Undone: %1").arg(what));
    });
    connect(redo, &QAction::triggered, this, [this] {
        const QString what = m_stack.redoText();
        m_stack.redo();
        Q_EMIT message(tr("Done again: %1").arg(what));
    });
    update();
}

void StagedUndo::setBlocked(bool blocked)
{
    m_blocked = blocked;
    update();
}

void StagedUndo::update()
{
    if (!m_undo)
        return;
    m_undo->setEnabled(m_stack.canUndo() && !m_blocked);
    m_redo->setEnabled(m_stack.canRedo() && !m_blocked);
    const QString undone = m_stack.undoText().replace(u'&', u"&&"_s);
    const QString redone = m_stack.redoText().replace(u'&', u"&&"_s);
    name(*m_undo, undone.isEmpty() ? tr("&Undo") : tr("&Undo %1").arg(undone));
    name(*m_redo, redone.isEmpty() ? tr("R&edo") : tr("R&edo %1").arg(redone));
}

}  // namespace roster
