// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTOREPREFLIGHTPAGE_H
#define ROSTER_BACKUP_RESTOREPREFLIGHTPAGE_H

#include "ui/backup/restoreseat.h"

#include <QWizardPage>

class QTextBrowser;

namespace roster {

class RestoreWizard;
class RoleChoices;

/// Third of the wizard: what can be known before anything is begun.
class RestorePreflightPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestorePreflightPage(RestoreWizard &wizard);

    void initializePage() override;
    void cleanupPage() override;
    bool isComplete() const override { return m_isFree; }
    int nextId() const override;

private:
    void look();
    void onFound(const Result<RestorePreflight> &found);
    QString html(const RestorePreflight &found) const;

    RestoreWizard &m_wizard;
    QTextBrowser *m_text;
    RoleChoices *m_roles;
    JobPointer m_job;
    bool m_isFree = false;
};

}  // namespace roster

#endif
