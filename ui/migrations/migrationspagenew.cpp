// SPDX-License-Identifier: GPL-3.0-or-later
// MigrationsPage: a new revision.
#include "models/views/migrationlistmodel.h"
#include "ui/common/icons.h"
#include "ui/migrations/migrationspage.h"
#include "ui/migrations/newrevisionwizard.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

void MigrationsPage::addNewRevision(QHBoxLayout *head)
{
    m_newAction = new QAction(themedIcon(u"add"_s), tr("&New revision…"), this);
    m_newAction->setObjectName(u"newRevision"_s);
    m_newAction->setToolTip(tr("Write a revision from what differs (Ctrl+N)"));
    m_newAction->setShortcut(QKeySequence(u"Ctrl+N"_s));
    m_newAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_newAction->setEnabled(false);
    addAction(m_newAction);
    connect(m_newAction, &QAction::triggered, this, &MigrationsPage::openNewRevision);
    auto *button = new QToolButton(this);
    button->setObjectName(u"newRevisionButton"_s);
    button->setDefaultAction(m_newAction);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    head->addWidget(button, 0, Qt::AlignTop);
}

void MigrationsPage::openNewRevision()
{
    const RevisionSources sources = sourcesOf(m_memory);
    const NewRevisionTarget target{m_model->history(), sources.folder, sources.alembic};
    auto *wizard = new NewRevisionWizard(m_connections, target, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &NewRevisionWizard::saved, this,
            [this](const RevisionDraft::Saved &saved, const NewRevisionTarget &chosen) {
                m_chooseNext = saved.revision.id;
                Q_EMIT statusMessage(
                    saved.twins.isEmpty()
                        ? tr("Saved: %1").arg(saved.revision.path)
                        : tr("Saved: %1, and for Alembic: %2")
                              .arg(saved.revision.path, saved.twins.join(u", "_s)));
                setSources({chosen.folder, chosen.alembic, true});
            });
    wizard->open();
}

}  // namespace roster
