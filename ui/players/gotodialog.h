// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_GOTODIALOG_H
#define ROSTER_PLAYERS_GOTODIALOG_H

#include "models/browsing/pager.h"

#include <QDialog>

class QLineEdit;

namespace roster {

class NoteLabel;

/// Asks for the primary key of a row: a field per column of the key.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    GoToDialog(const TableSchema &schema, QWidget *parent);

Q_SIGNALS:
    void chosen(const roster::RowKey &primaryKey);

private:
    void choose();

    TableSchema m_schema;
    QList<QLineEdit *> m_fields;
    NoteLabel *m_error;
};

}  // namespace roster

#endif
