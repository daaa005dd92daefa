// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_REVISIONEDITORPAGE_H
#define ROSTER_MIGRATIONS_REVISIONEDITORPAGE_H

#include "ui/migrations/newrevisionjobs.h"

#include <QTimer>
#include <QWizardPage>

class QLabel;
class QPlainTextEdit;
class QTextBrowser;
class QUrl;

namespace roster {

/// Last of the wizard: the file, to be edited; header, grammar and lint are looked at while it is
/// written.
class RevisionEditorPage : public QWizardPage
{
    Q_OBJECT

public:
    /// `target` must outlive the page.
    RevisionEditorPage(Connections &connections, const NewRevisionTarget &target,
                       QWidget *parent = nullptr);
    ~RevisionEditorPage() override;

    /// What the wizard's other pages made of it. What was written by hand stays, unless another
    /// text is made: then undo brings it back.
    void setGenerated(const QString &text);
    QString text() const;
    /// Why it could not be saved.
    void showError(const Error &error);
    void setSaving(bool saving);

    bool isComplete() const override;
    void cleanupPage() override;

private:
    void onEdited();
    void check();
    void stop();
    void onChecked(const Result<RevisionDraft::Check> &checked);
    void showFault(const Error &fault, FilePosition place);
    void mark(const QList<int> &lines, bool isFault);
    void jumpTo(const QUrl &place);

    Connections &m_connections;
    const NewRevisionTarget &m_target;
    QPlainTextEdit *m_editor;
    QTextBrowser *m_findings;
    QLabel *m_state;
    QTimer m_checkSoon;
    JobPointer m_checking;
    QString m_generated;
    bool m_isSound = false;
    bool m_isSaving = false;
};

}  // namespace roster

#endif
