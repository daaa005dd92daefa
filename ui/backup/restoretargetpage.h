// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTORETARGETPAGE_H
#define ROSTER_BACKUP_RESTORETARGETPAGE_H

#include <QWizardPage>

class QLabel;
class QLineEdit;
class QRadioButton;

namespace roster {

class RestoreWizard;

/// Second of the wizard: in the place of the live database, as a new one, or into it.
class RestoreTargetPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreTargetPage(RestoreWizard &wizard);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    QString newName() const;
    void check();
    void onTarget();

    RestoreWizard &m_wizard;
    QRadioButton *m_asNew;
    QRadioButton *m_replace;
    QRadioButton *m_inPlace;
    QLineEdit *m_name;
    QLabel *m_problem;
    QLabel *m_rights;
};

}  // namespace roster

#endif
