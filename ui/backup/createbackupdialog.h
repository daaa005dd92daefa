// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_CREATEBACKUPDIALOG_H
#define ROSTER_BACKUP_CREATEBACKUPDIALOG_H

#include "models/backup/backuprequest.h"
#include "models/database/connectionprofile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace roster {

/// What a backup is to be, before it is made.
class CreateBackupDialog : public QDialog
{
    Q_OBJECT

public:
    CreateBackupDialog(ConnectionProfile server, const QString &database, const QString &folder,
                       QWidget *parent);

    BackupRequest request() const;
    /// `roster backup create …` of what is chosen.
    QString command() const;

private:
    void addFields(QFormLayout *form);
    void chooseFolder();
    void check();

    ConnectionProfile m_server;
    QLineEdit *m_folder;
    QComboBox *m_format;
    QCheckBox *m_roles;
    QComboBox *m_encryption;
    QLineEdit *m_recipients;
    QLabel *m_problem;
    QPushButton *m_goOn = nullptr;
};

}  // namespace roster

#endif
