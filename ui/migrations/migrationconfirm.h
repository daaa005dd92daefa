// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_MIGRATIONCONFIRM_H
#define ROSTER_MIGRATIONS_MIGRATIONCONFIRM_H

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace roster {

/// What is about to be sent, before it is: the SQL to read, and on production the database's name
/// to be typed. Cancel is the default.
class MigrationConfirm : public QDialog
{
    Q_OBJECT

public:
    enum class Backup { None, Offered, Advised };

    struct Question
    {
        QString title;
        QString text;                  ///< what will happen, plain
        QString sql;                   ///< empty: no SQL is shown
        QString goOn;                  ///< the button's words
        QString database;              ///< to be typed; empty: nothing has to be
        Backup backup = Backup::None;  ///< one that is made first; advised: unless one says no
    };

    MigrationConfirm(const Question &question, QWidget *parent);

    /// As it was typed.
    QString typed() const;
    bool wantsBackup() const;

private:
    QWidget *sqlView(const QString &sql);

    QLineEdit *m_name;
    QCheckBox *m_backup;
    QPushButton *m_goOn;
};

}  // namespace roster

#endif
