// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_CONFLICTDIALOG_H
#define ROSTER_PLAYERS_CONFLICTDIALOG_H

#include "models/views/conflictmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace roster {

class ErrorBar;

/// What somebody else changed, too: before, theirs, mine for each value, and what shall stay.
/// Nothing is chosen beforehand, so that nothing is overwritten by a stroke of the Enter key.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    ConflictDialog(const TableSchema &schema, const QList<RowConflict> &conflicts,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    /// `commit`: and then write it.
    void decided(const QList<roster::TableModel::Decision> &decisions, bool commit);

private:
    void layOut();
    QWidget *choices();
    void choose(ConflictModel::Choice choice, bool everywhere);
    void update();
    void finish(bool commit);

    ConflictModel m_model;
    QTableView *m_view;
    ErrorBar *m_errors;
    QLabel *m_open;
    QPushButton *m_apply = nullptr;
    QPushButton *m_commit = nullptr;
};

}  // namespace roster

#endif
