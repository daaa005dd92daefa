// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTORERUNPAGE_H
#define ROSTER_BACKUP_RESTORERUNPAGE_H

#include "ui/backup/restoreseat.h"

#include <QWizardPage>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace roster {

class ErrorBar;
class RestoreWizard;

/// The rehearsal: a database beside the live one is built, filled and checked.
class RestoreRunPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreRunPage(RestoreWizard &wizard);

    void initializePage() override;
    void cleanupPage() override;
    bool isComplete() const override;

private:
    void start();
    void updateProgress();
    void onPrepared(const Result<RestoreRehearsal> &rehearsal);

    RestoreWizard &m_wizard;
    ErrorBar *m_error;
    QLabel *m_step;
    QProgressBar *m_bar;
    QLabel *m_remaining;
    QPlainTextEdit *m_log;
    QPushButton *m_stop;
    JobPointer m_job;
    QString m_lastStep;
};

}  // namespace roster

#endif
