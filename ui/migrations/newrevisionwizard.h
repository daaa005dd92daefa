// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_NEWREVISIONWIZARD_H
#define ROSTER_MIGRATIONS_NEWREVISIONWIZARD_H

#include "models/migration/revisionfile.h"
#include "ui/migrations/newrevisionjobs.h"

#include <QWizard>

namespace roster {

class RevisionChangesPage;
class RevisionEditorPage;
class RevisionMessagePage;

/// From a message over what differs to a file of a revision. Nothing is written before Save, and
/// closing it stops what runs.
class NewRevisionWizard : public QWizard
{
    Q_OBJECT

public:
    /// `connections` must outlive the wizard.
    NewRevisionWizard(Connections &connections, const NewRevisionTarget &target,
                      QWidget *parent = nullptr);

    int nextId() const override;
    void accept() override;

Q_SIGNALS:
    void saved(const roster::RevisionDraft::Saved &revision,
               const roster::NewRevisionTarget &target);

private:
    enum Page { MessagePage, ChangesPage, EditorPage };
    void fillEditor(int page);

    NewRevisionTarget m_target;
    NewRevision m_revision;  ///< keeps its id and time, whatever the pages change
    RevisionMessagePage *m_message;
    RevisionChangesPage *m_changes;
    RevisionEditorPage *m_editor;
    bool m_isSaving = false;
};

}  // namespace roster

#endif
