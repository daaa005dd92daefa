// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_SCHEDULEDIALOG_H
#define ROSTER_BACKUP_SCHEDULEDIALOG_H

#include "models/backup/backupschedule.h"
#include "models/backup/retention.h"
#include "models/database/connectionprofile.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QTimeEdit;

namespace roster {

class ErrorBar;

/// Backups by the clock: what would be written, word by word, before it is; what is installed, and
/// its removal.
class ScheduleDialog : public QDialog
{
    Q_OBJECT

public:
    ScheduleDialog(ConnectionProfile server, const QString &database, const QString &folder,
                   QWidget *parent);

Q_SIGNALS:
    /// One was installed or removed: what is promised is another.
    void changed();

private:
    struct State
    {
        BackupSchedule::Keeper keeper = BackupSchedule::Keeper::Nobody;
        QList<BackupSchedule::Installed> installed;
    };

    QWidget *buildNew();
    QWidget *buildInstalled();
    void addFields(QFormLayout *form);
    QWidget *buildAges();
    void look();
    void onLooked(const Result<State> &state);
    void check();
    void install();
    void remove();
    void showInstalled();
    BackupSchedule::Plan plan() const;
    QString problem() const;
    QString command() const;

    ConnectionProfile m_server;
    std::optional<State> m_state;
    bool m_isBusy = false;
    QTabWidget *m_tabs;
    ErrorBar *m_error;
    QComboBox *m_every;
    QTimeEdit *m_at;
    QLineEdit *m_folder;
    QList<QSpinBox *> m_ages;  ///< as Retention has them
    QLineEdit *m_onSuccess;
    QLineEdit *m_onFailure;
    QLabel *m_where;
    QPlainTextEdit *m_text;
    QPushButton *m_install;
    QComboBox *m_installed;
    QPlainTextEdit *m_installedText;
    QPushButton *m_remove;
};

}  // namespace roster

#endif
