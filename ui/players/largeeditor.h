// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_LARGEEDITOR_H
#define ROSTER_PLAYERS_LARGEEDITOR_H

#include "models/database/session.h"
#include "models/schema/tableschema.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace roster {

class NoteLabel;

/// One value with all its lines. Starts empty and locked until the whole value is there.
class LargeEditor : public QDialog
{
    Q_OBJECT

public:
    LargeEditor(const TableSchema &schema, int column, QWidget *parent);

    void setValue(const SqlValue &value, bool readOnly);
    void showError(const Error &error);

Q_SIGNALS:
    /// OK with another text than before. Whoever stages it closes the dialog.
    void saved(const roster::SqlValue &value);

private:
    void check();
    void save();

    TableSchema m_schema;
    int m_column;
    QPlainTextEdit *m_text;
    NoteLabel *m_note;
    QPushButton *m_save = nullptr;
    QPushButton *m_null = nullptr;
};

}  // namespace roster

#endif
