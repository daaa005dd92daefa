// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTORECOMPAREPAGE_H
#define ROSTER_BACKUP_RESTORECOMPAREPAGE_H

#include "ui/backup/restoreseat.h"

#include <QWizardPage>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace roster {

class ErrorBar;
class RestoreWizard;

/// What would be lost and won, and the name to be typed: the last stop before it counts.
class RestoreComparePage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreComparePage(RestoreWizard &wizard);

    void initializePage() override;
    bool isComplete() const override;
    /// Starts the swap; goes on by itself when it was done.
    bool validatePage() override;
    int nextId() const override;

private:
    void showComparison(const DatabaseComparison &comparison);
    void showNew(const RestoreCheckReport &checks);
    void onFinished(const Result<RestoreReceipt> &receipt);
    QString wantedName() const;

    RestoreWizard &m_wizard;
    ErrorBar *m_error;
    QLabel *m_summary;
    QTreeWidget *m_tables;
    QLabel *m_ask;
    QLineEdit *m_name;
    bool m_isSwapping = false;
};

}  // namespace roster

#endif
