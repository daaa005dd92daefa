// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_PLAYERS_PREVIEWDIALOG_H
#define ROSTER_PLAYERS_PREVIEWDIALOG_H

#include <QDialog>

class QLabel;
class QPushButton;

namespace roster {

/// The statements that a commit would run, to read and to copy.
class PreviewDialog : public QDialog
{
    Q_OBJECT

public:
    PreviewDialog(int changes, QWidget *parent);

    /// The statements, once they are written; of very many the beginning is shown.
    void setSql(const QString &sql);

private:
    class SqlText;

    void fitWidth();

    QString m_sql;
    SqlText *m_text;
    QLabel *m_note;
    QPushButton *m_copy;
};

}  // namespace roster

#endif
