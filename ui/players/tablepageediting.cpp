// SPDX-License-Identifier: GPL-3.0-or-later
// TablePage: what is staged, and what becomes of it.
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"
#include "ui/players/conflictdialog.h"
#include "ui/players/previewdialog.h"
#include "ui/players/setvaluesdialog.h"
#include "ui/players/tablepageprivate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

void TablePage::Private::connectEditing()
{
    connect(actions.add, &QAction::triggered, m_editing, &GridEditing::addRow);
    connect(actions.duplicate, &QAction::triggered, m_editing, &GridEditing::duplicateRows);
    connect(actions.remove, &QAction::triggered, m_editing, &GridEditing::deleteRows);
    connect(actions.setNull, &QAction::triggered, m_editing, &GridEditing::setNull);
    connect(actions.paste, &QAction::triggered, m_editing, &GridEditing::paste);
    connect(actions.pasteAsRows, &QAction::triggered, m_editing, &GridEditing::pasteAsRows);
    connect(actions.fillDown, &QAction::triggered, m_editing, &GridEditing::fillDown);
    connect(actions.revert, &QAction::triggered, m_editing, &GridEditing::revertSelection);
    connect(actions.largeEditor, &QAction::triggered, m_editing,
            [this] { m_editing->openLargeEditor(m_view->currentCell()); });
    connect(m_view, &TableView::largeEditorRequested, m_editing, &GridEditing::openLargeEditor);
    connect(m_view, &TableView::clearRequested, m_editing, &GridEditing::clearCells);
    connect(actions.commit, &QAction::triggered, &page, [this] { commit(); });
    connect(actions.preview, &QAction::triggered, &page, [this] { showPreview(); });
    connect(actions.setValues, &QAction::triggered, &page, [this] { setValues(); });
    connect(actions.history, &QAction::triggered, &page, [this] { showHistory({}); });
    connect(actions.rowHistory, &QAction::triggered, &page, [this] {
        if (const QModelIndex cell = m_view->currentCell(); cell.isValid())
            showHistory(model.primaryKey(cell.row()));
    });
    connect(actions.discard, &QAction::triggered, &page, [this] { askDiscard(); });

    m_undo->drive(actions.undo, actions.redo);
    connect(m_undo, &StagedUndo::message, &page, [this](const QString &text) { say(text); });
    connect(m_editing, &GridEditing::message, &page, [this](const QString &text) { say(text); });
    connect(m_editing, &GridEditing::failed, &page,
            [this](const Error &error) { complain(error, m_editComplaint); });
    connect(&model, &TableModel::stagedChanged, &page, [this](int count) { onStaged(count); });
    connect(&model, &TableModel::rejected, &page,
            [this](const QModelIndex &index, const Error &error) {
                complain(error, m_editComplaint);
                const QPersistentModelIndex cell(index);
                m_errors->setAction(TablePage::tr("Jump to cell"), [this, cell] {
                    if (cell.isValid())
                        m_view->goTo(model.firstPosition() + cell.row(), cell.column());
                    m_view->setFocus();
                });
            });
    connect(&model, &TableModel::stagedLost, &page,
            [this](const QString &message, const QString &values) {
                m_lost = {message, values};
                showLost();
            });
    connect(&model, &TableModel::committed, &page,
            [this](const CommitReport &report) { onCommitted(report); });
    connect(&model, &TableModel::commitFailed, &page,
            [this](const CommitFailure &failure, const QModelIndex &cell) {
                onCommitFailed(failure, cell);
            });
}

/// Stays through what is loaded next: it is not about that.
void TablePage::Private::showLost()
{
    if (m_lost.first.isEmpty())
        return;
    m_errors->showMessage(Theme::Meaning::Warning, m_lost.first,
                          TablePage::tr("All else stays staged."));
    m_errors->setAction(TablePage::tr("Copy what was staged"), [values = m_lost.second] {
        QGuiApplication::clipboard()->setText(values);
    });
}

/// Shows an error until what it is about goes right.
void TablePage::Private::complain(const Error &error, QString &complaint)
{
    m_errors->showError(error);
    complaint = m_errors->message();
}

void TablePage::Private::withdraw(QString &complaint)
{
    if (!complaint.isEmpty() && m_errors->message() == complaint)
        m_errors->clear();
    complaint.clear();
}

void TablePage::Private::onStaged(int count)
{
    withdraw(m_editComplaint);
    if (count == 0 && m_kept && m_kept->message() == m_takenBack)
        m_kept->clear();
    const bool wasDirty = m_staged > 0;
    m_staged = count;
    m_footer->setStaged(count);
    updateActions();
    showEmptyState();
    m_view->verticalHeader()->viewport()->update();
    if (wasDirty != (count > 0))
        Q_EMIT page.dirtyChanged(count > 0);
}

void TablePage::Private::updateActions()
{
    const QString reason = model.readOnlyReason();
    QStringList notices;
    if (!reason.isEmpty())
        notices << reason;
    const QStringList &hidden = model.schema().privileges.unreadable;
    if (!hidden.isEmpty())
        notices << TablePage::tr("Not shown, since your role may not read them: %1.")
                       .arg(hidden.join(u", "_s));
    const QString notice = notices.join(u' ');
    const Tone tone = Theme::tone(Theme::Meaning::Info);
    QPalette colours = page.palette();
    colours.setColor(QPalette::Window, tone.background);
    colours.setColor(QPalette::WindowText, tone.foreground);
    m_readOnly->setPalette(colours);
    m_readOnly->setText(notice);
    m_readOnly->setAccessibleName(notice);
    m_readOnly->setVisible(!notice.isEmpty());

    const bool chosen = !m_view->selection().isEmpty();
    const bool editable = reason.isEmpty() && !model.isCommitting();
    const bool dirty = m_staged > 0 && !model.isCommitting();
    actions.add->setEnabled(model.canInsert());
    actions.duplicate->setEnabled(model.canInsert() && chosen);
    actions.remove->setEnabled(chosen && (model.canDelete() || dirty));
    actions.setNull->setEnabled(editable && chosen);
    actions.rowHistory->setEnabled(m_view->currentCell().isValid()
                                   && !model.schema().primaryKey.isEmpty());
    actions.setValues->setEnabled(editable && model.totalRows() > 0);
    actions.paste->setEnabled(editable && chosen);
    actions.pasteAsRows->setEnabled(model.canInsert());
    actions.fillDown->setEnabled(editable && m_view->selectedRows() > 1);
    actions.revert->setEnabled(dirty && chosen);
    actions.largeEditor->setEnabled(m_view->currentPosition() >= 0);
    m_undo->setBlocked(model.isCommitting());
    for (QAction *action : {actions.commit, actions.preview, actions.discard})
        action->setEnabled(dirty);
    for (QAction *action : {actions.copy, actions.copyWithHeader, actions.copyCsv, actions.copyJson,
                            actions.copyInsert})
        action->setEnabled(chosen);
    actions.goToRow->setEnabled(!model.schema().primaryKey.isEmpty());
    actions.selectAll->setEnabled(model.totalRows() > 0);
}

void TablePage::Private::commit()
{
    if (!m_view->finishEditing())
        return;
    m_errors->clear();
    model.commit();
    m_slow.start();
    updateActions();
}

void TablePage::Private::onCommitted(const CommitReport &report)
{
    keepStop();
    QStringList parts;
    if (report.updated > 0)
        parts << TablePage::tr("%n row(s) changed", nullptr, int(report.updated));
    if (report.inserted > 0)
        parts << TablePage::tr("%n row(s) added", nullptr, int(report.inserted));
    if (report.deleted > 0)
        parts << TablePage::tr("%n row(s) deleted", nullptr, int(report.deleted));
    say(parts.isEmpty() ? TablePage::tr("The table holds these values already.")
                        : TablePage::tr("Committed: %1").arg(parts.join(u", "_s)));
    if (!report.notKept.isEmpty()) {
        m_errors->showMessage(Theme::Meaning::Warning, report.notKept,
                              TablePage::tr("The commit itself is saved; it cannot be looked up or "
                                            "undone later."));
    }
    updateActions();
}

void TablePage::Private::onCommitFailed(const CommitFailure &failure, const QModelIndex &cell)
{
    keepStop();
    m_errors->showError(failure.error);
    if (failure.error.kind == Error::Kind::Connection)
        m_lostSaid = m_errors->message();  // until it is back
    const QPersistentModelIndex at(cell);
    if (cell.isValid()) {
        const auto jump = [this, at] {
            if (at.isValid())
                m_view->goTo(model.firstPosition() + at.row(), at.column());
            m_view->setFocus();
        };
        m_errors->setAction(TablePage::tr("Jump to cell"), jump);
        jump();
    } else if (failure.primaryKey && !failure.primaryKey->isEmpty()) {
        m_errors->setAction(TablePage::tr("Jump to row"), [this, key = *failure.primaryKey] {
            m_view->expectMove();
            model.goToKey(key);
        });
    }
    if (!failure.conflicts.isEmpty()) {
        m_errors->setAction(TablePage::tr("Decide…"),
                            [this, conflicts = failure.conflicts] { showConflicts(conflicts); });
        showConflicts(failure.conflicts);
    }
    updateActions();
}

void TablePage::Private::showConflicts(const QList<RowConflict> &conflicts)
{
    auto *dialog = new ConflictDialog(model.schema(), conflicts, &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::decided, &page,
            [this](const QList<TableModel::Decision> &decisions, bool writes) {
                m_errors->clear();
                model.settle(decisions);
                if (writes)
                    commit();
            });
    dialog->open();
}

void TablePage::stage(const RowDifference &difference)
{
    d->stage(difference);
}

void TablePage::Private::stage(const RowDifference &difference)
{
    if (model.isLoading()) {
        // What may be edited is known once the first rows are there.
        connect(
            &model, &TableModel::loadingChanged, &page, [this, difference] { stage(difference); },
            Qt::SingleShotConnection);
        return;
    }
    m_view->finishEditing();
    const Result<int> staged = model.stageDifference(difference);
    if (!staged) {
        complain(staged.error(), m_editComplaint);
        return;
    }
    m_errors->showMessage(
        Theme::Meaning::Info,
        TablePage::tr("%n row(s) from the backup are staged. Nothing is written yet.", nullptr,
                      *staged),
        TablePage::tr("Review them, then commit or discard them as any other edit."));
    using Kind = RowDifference::Row::Kind;
    const auto row =
        std::find_if(difference.rows.cbegin(), difference.rows.cend(),
                     [](const RowDifference::Row &one) { return one.kind != Kind::Same; });
    if (row == difference.rows.cend())
        return;
    m_view->expectMove();
    if (row->kind == Kind::Differs)
        model.goToKey(row->key);
    else
        model.goToStart();
}

void TablePage::Private::askDiscard()
{
    m_view->finishEditing();
    auto *box =
        new QMessageBox(QMessageBox::Warning, TablePage::tr("Discard all"),
                        TablePage::tr("Discard %n staged change(s) to %1?", nullptr, m_staged)
                            .arg(model.schema().name.name),
                        QMessageBox::Cancel, &page);
    box->setObjectName(u"discardDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(TablePage::tr(
        "The table itself stays as it is. Undo (Ctrl+Z) brings the changes back until "
        "the table is closed."));
    QPushButton *discard = box->addButton(TablePage::tr("&Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(u"confirmDiscard"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    connect(discard, &QPushButton::clicked, &page, [this] {
        model.discard();
        m_errors->clear();
    });
    box->open();
}

void TablePage::Private::showPreview()
{
    if (!m_view->finishEditing())
        return;
    auto *dialog = new PreviewDialog(m_staged, &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    model.makePreview(dialog, [dialog](const QString &sql) { dialog->setSql(sql); });
    dialog->open();
}

void TablePage::Private::setValues()
{
    if (!m_view->finishEditing())
        return;
    auto *dialog =
        new SetValuesDialog(model, m_view->selection(), m_view->currentCell().column(), &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SetValuesDialog::staged, &page, [this](int rows) {
        say(TablePage::tr("%n row(s) edited; nothing is sent before you commit", nullptr, rows));
    });
    connect(dialog, &SetValuesDialog::changed, &page, [this](qint64 rows) {
        say(TablePage::tr("%1 rows were changed").arg(QLocale().toString(rows)));
    });
    dialog->open();
}

}  // namespace roster
