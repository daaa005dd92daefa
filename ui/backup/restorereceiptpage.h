// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_RESTORERECEIPTPAGE_H
#define ROSTER_BACKUP_RESTORERECEIPTPAGE_H

#include <QWizardPage>

class QPlainTextEdit;
class QPushButton;

namespace roster {

class RestoreWizard;
struct RestoreReceipt;

/// Last of the wizard: what was done and checked, and the way back.
class RestoreReceiptPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit RestoreReceiptPage(RestoreWizard &wizard);

    void initializePage() override;

private:
    static QString textOf(const RestoreReceipt &receipt, bool isClean);

    RestoreWizard &m_wizard;
    QPlainTextEdit *m_text;
    QPushButton *m_undo;
};

}  // namespace roster

#endif
