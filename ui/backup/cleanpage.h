// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_CLEANPAGE_H
#define ROSTER_BACKUP_CLEANPAGE_H

#include <QWizardPage>

class QCheckBox;

namespace roster {

class RestoreWizard;

/// First page where a database is to be emptied: what that means, and under which conditions.
class CleanPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit CleanPage(RestoreWizard &wizard);

    bool validatePage() override;

private:
    RestoreWizard &m_wizard;
    QCheckBox *m_withoutBackup;
};

}  // namespace roster

#endif
