// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_HISTORYDIALOG_H
#define ROSTER_PLAYERS_HISTORYDIALOG_H

#include "models/browsing/commitreceipt.h"
#include "models/history/receiptstore.h"
#include "models/views/tablemodel.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QPushButton;
class QTableWidget;

namespace roster {

class NoteLabel;

/// The commits to a table, or to one row of it: who, when, what each field was before and after;
/// and the way to take one back, which stages ordinary edits.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `row`: empty: of all rows. `days`: how long receipts are kept; 0: for ever.
    HistoryDialog(TableModel &model, RowKey row, int days, QWidget *parent = nullptr);

Q_SIGNALS:
    void daysChosen(int days);
    void undone(const roster::TableModel::TakenBack &staged);

private:
    void layOut(int days);
    QComboBox *makeDays(int days);
    QTableWidget *makeTable(const QString &name, const QStringList &columns);
    void load();
    void showCommits(const Result<QList<ReceiptSummary>> &commits);
    void choose();
    void showReceipt(const Result<CommitReceipt> &receipt);
    void addFields(const ReceiptRow &row);
    void undo();
    static QString what(const ReceiptSummary &commit);

    TableModel &m_model;
    RowKey m_row;
    QCheckBox *m_onlyRow;
    QTableWidget *m_commits;
    QTableWidget *m_fields;
    NoteLabel *m_note;
    QPushButton *m_undo = nullptr;
    QList<ReceiptSummary> m_listed;
    std::optional<CommitReceipt> m_receipt;  ///< that is shown
    quint64 m_asked = 0;                     ///< only the answer to the last question counts
};

}  // namespace roster

#endif
