// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_SETVALUESDIALOG_H
#define ROSTER_PLAYERS_SETVALUESDIALOG_H

#include "models/views/tablemodel.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace roster {

class NoteLabel;

/// One value, or an expression such as `level + 1`, for the selected rows or for all that match the
/// filter: what it comes to in the first rows is shown while one types. Staged like any edit; more
/// rows than can be staged are changed by a statement of their own, whose rows are counted first.
class SetValuesDialog : public QDialog
{
    Q_OBJECT

public:
    SetValuesDialog(TableModel &model, GridSelection selection, int column,
                    QWidget *parent = nullptr);

    /// Stops what runs; closes where nothing does.
    void reject() override;

Q_SIGNALS:
    void staged(int rows);
    void changed(qint64 rows);

private:
    enum Kind { Value, Expression, Null };

    void layOut();
    QWidget *valueRow();
    QWidget *scopeRows();
    QTableWidget *makeTrials();
    void fillColumns(int column);
    int column() const;
    Kind kind() const;
    /// Nothing while it is not written yet.
    std::optional<ColumnChange> change() const;
    bool isEverywhere() const;
    TableModel::Runs rows() const;
    /// Of the rows chosen; nothing while they are being counted.
    std::optional<qint64> count() const;
    bool isForServer() const;
    void onColumn();
    void update();
    void updateTexts();
    void tryOut();
    void showTrials(const Result<QList<TableModel::Trial>> &trials);
    void apply();
    void setRunning(bool running);
    void explain();
    void fail(const Error &error);

    TableModel &m_model;
    GridSelection m_selection;
    QComboBox *m_column;
    QComboBox *m_kind;
    QLineEdit *m_text;
    QRadioButton *m_selected;
    QRadioButton *m_all;
    QTableWidget *m_trials;
    NoteLabel *m_note;
    QPushButton *m_apply = nullptr;
    QTimer m_typing;
    quint64 m_tries = 0;  ///< only the answer to the last one is shown
    QString m_failure;    ///< of the last click, until something else is wanted
    bool m_isRefused = false;
    bool m_isRunning = false;
};

}  // namespace roster

#endif
