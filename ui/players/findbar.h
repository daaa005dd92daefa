// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_FINDBAR_H
#define ROSTER_PLAYERS_FINDBAR_H

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace roster {

/// A line under the grid that looks for a text in the whole table and leaves all rows there.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// Its buttons are these actions.
    FindBar(QAction *next, QAction *previous, QWidget *parent = nullptr);

    QString text() const;
    /// Shows the line, its text selected.
    void start();
    /// What came of it; empty: nothing yet.
    void setNote(const QString &note, bool isWarning);

Q_SIGNALS:
    void nextRequested();
    void previousRequested();
    /// Closed by Esc: the grid has the focus again.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_text;
    QLabel *m_note;
};

}  // namespace roster

#endif
