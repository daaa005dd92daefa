// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_CELLEDIT_H
#define ROSTER_DELEGATES_CELLEDIT_H

#include "models/schema/tableschema.h"

#include <QLineEdit>

class QLabel;

namespace roster {

/// The editor of one line in a cell. It takes what is typed or pasted whole, says at once what is
/// wrong with it, and never shortens it.
class CellEdit : public QLineEdit
{
    Q_OBJECT

public:
    CellEdit(TableSchema schema, int column, QWidget *parent);
    ~CellEdit() override;

    /// What keeps the text in it from being saved; empty: nothing.
    QString complaint() const { return m_complaint; }
    /// An empty editor of a type that has no empty value means NULL.
    bool meansNull() const;

    /// More characters than this are for the large editor.
    static constexpr int longest = 10'000;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void pasteWhole();
    void check();
    void say(const QString &text, bool isComplaint);
    void placeNote();

    TableSchema m_schema;
    int m_column;
    QString m_complaint;
    QLabel *m_note;  ///< a sibling below the editor, so that no tooltip's timer takes it away
};

}  // namespace roster

#endif
