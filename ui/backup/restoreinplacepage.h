// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTOREINPLACEPAGE_H
#define ROSTER_BACKUP_RESTOREINPLACEPAGE_H

#include "ui/backup/restoreseat.h"

#include <QWizardPage>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace roster {

class ErrorBar;
class RestoreWizard;

/// Where there is no rehearsal: the limits once more, the name to be typed, and the one
/// transaction.
class RestoreInPlacePage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreInPlacePage(RestoreWizard &wizard);

    void initializePage() override;
    bool isComplete() const override;
    /// Starts it; goes on by itself when it is done.
    bool validatePage() override;

private:
    void setRunning(bool isRunning);
    void updateProgress();
    void onDone(const Result<RestoreReceipt> &receipt);

    RestoreWizard &m_wizard;
    ErrorBar *m_error;
    QLabel *m_text;
    QCheckBox *m_withoutBackup;
    QLabel *m_ask;
    QLineEdit *m_name;
    QWidget *m_progress;
    QLabel *m_step;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    JobPointer m_job;
};

}  // namespace roster

#endif
