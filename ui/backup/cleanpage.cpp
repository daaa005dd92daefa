// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/cleanpage.h"

#include "ui/backup/restorewizard.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

CleanPage::CleanPage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_withoutBackup(new QCheckBox(
          tr("On production: also &without a verified backup that is younger than an hour"), this))
{
    setTitle(tr("Empty %1").arg(wizard.plan().database));
    setSubTitle(tr("The same database without its rows; what is there now is kept for undo."));
    setButtonText(QWizard::NextButton, tr("&Build it empty"));
    m_withoutBackup->setObjectName(u"withoutBackup"_s);
    auto *text = new QLabel(
        tr("An empty database is built beside it: by the revisions up to the head or, where "
           "Alembic made it, with the same schema and the same revision. You see what would be "
           "lost before it takes the place of %1, and type its name then.\n\n"
           "A production database wants a verified backup that is younger than an hour: cancel "
           "and press “Back up now…” first. Doing without is written to the server's log.")
            .arg(wizard.plan().database),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_withoutBackup);
    layout->addStretch(1);
}

bool CleanPage::validatePage()
{
    m_wizard.plan().clean.withoutBackup = m_withoutBackup->isChecked();
    return true;
}

}  // namespace roster
