// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restoretargetpage.h"

#include "models/migration/revisionfiles.h"
#include "models/restore/restoreinplace.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/environmentbadge.h"

#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QLabel *explanation(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setIndent(label->fontMetrics().horizontalAdvance(u'm') * 2);
    return label;
}

}  // namespace

RestoreTargetPage::RestoreTargetPage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_asNew(new QRadioButton(tr("as a &new database, named"), this)),
      m_replace(new QRadioButton(
          tr("in the &place of %1").arg(mnemonicFree(wizard.plan().database)), this)),
      m_inPlace(new QRadioButton(
          tr("&into %1 itself, in one transaction").arg(mnemonicFree(wizard.plan().database)),
          this)),
      m_name(new QLineEdit(this)),
      m_problem(new QLabel(this)),
      m_rights(new QLabel(this))
{
    setTitle(tr("Where it goes"));
    setSubTitle(tr("The first two are restored into a database of their own, and checked there."));
    m_inPlace->setObjectName(u"restoreInPlace"_s);
    m_rights->setObjectName(u"restoreRights"_s);
    m_rights->setTextFormat(Qt::PlainText);
    m_rights->setWordWrap(true);
    m_rights->hide();
    m_asNew->setObjectName(u"restoreAsNew"_s);
    m_replace->setObjectName(u"restoreReplace"_s);
    m_name->setObjectName(u"restoreNewName"_s);
    m_name->setAccessibleName(tr("Name of the new database"));
    m_problem->setObjectName(u"restoreTargetProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(wizard.newBadge(this), 0, Qt::AlignLeft);
    layout->addWidget(m_rights);
    layout->addWidget(m_replace);
    layout->addWidget(
        explanation(tr("You see what would be lost and won before it counts, and type "
                       "its name then. What is there now is kept, to be brought "
                       "back. Owner, grants and settings stay."),
                    this));
    layout->addSpacing(fontMetrics().lineSpacing() / 2);
    layout->addWidget(m_asNew);
    layout->addWidget(m_name);
    layout->addWidget(explanation(tr("To look into it, or to take single rows out of it. Nothing "
                                     "that is there now is touched."),
                                  this));
    layout->addWidget(m_problem);
    layout->addSpacing(fontMetrics().lineSpacing() / 2);
    layout->addWidget(m_inPlace);
    layout->addWidget(explanation(tr("Only where no second database can be made. It is checked "
                                     "before it counts, but: %1")
                                      .arg(RestoreInPlace::limits().join(u' ')),
                                  this));
    layout->addStretch(1);
    connect(m_inPlace, &QRadioButton::toggled, this, &RestoreTargetPage::check);
    connect(&wizard, &RestoreWizard::targetKnown, this, &RestoreTargetPage::onTarget);
    m_replace->setChecked(true);
    connect(m_asNew, &QRadioButton::toggled, this, &RestoreTargetPage::check);
    connect(m_name, &QLineEdit::textChanged, this, &RestoreTargetPage::check);
}

void RestoreTargetPage::initializePage()
{
    if (m_name->text().isEmpty()) {
        m_name->setText(m_wizard.plan().database + u'_'
                        + QDate::currentDate().toString(u"yyyyMMdd"_s));
    }
    onTarget();
    check();
}

QString RestoreTargetPage::newName() const
{
    return m_name->text().trimmed();
}

void RestoreTargetPage::check()
{
    m_name->setEnabled(m_asNew->isChecked());
    const bool isWrong = m_asNew->isChecked() && !RestoreNames::isPossible(newName());
    m_problem->setText(isWrong ? tr("A name has 1 to 63 bytes.") : QString());
    Q_EMIT completeChanged();
}

void RestoreTargetPage::onTarget()
{
    const std::optional<RestoreTarget> &target = m_wizard.plan().target;
    if (!target || target->canCreate)
        return;
    m_rights->setText(tr("The role %1 may not create databases (ALTER ROLE … CREATEDB would let "
                         "it): only the last way is open.")
                          .arg(target->role));
    m_rights->show();
    m_inPlace->setChecked(true);
    m_replace->setEnabled(false);
    m_asNew->setEnabled(false);
}

bool RestoreTargetPage::isComplete() const
{
    return !m_asNew->isChecked() || RestoreNames::isPossible(newName());
}

bool RestoreTargetPage::validatePage()
{
    RestorePlan &plan = m_wizard.plan();
    if (!plan.dump)
        return false;
    RestoreRequest request;
    request.server = plan.server;
    request.target = m_asNew->isChecked() ? RestoreRequest::Target::NewDatabase
                                          : RestoreRequest::Target::Replace;
    request.isInPlace = m_inPlace->isChecked();
    request.database = m_asNew->isChecked() ? newName() : plan.database;
    request.from = plan.dump->file.label();
    request.needs = plan.dump->scan.needs;
    request.missingRoles = plan.request.missingRoles;
    for (const Revision &revision : RevisionFiles::embedded().revisions)
        request.checks.knownRevisions.insert(revision.id);
    if (const auto &manifest = plan.dump->manifest) {
        for (const BackupManifest::Rows &table : manifest->rows)
            request.checks.expectedRows.insert(table.schema + u'.' + table.table, table.rows);
    }
    request.fill =
        fillFromDump(plan.dump->file, LocalPaths::standard().binaries, plan.dump->scan.builds);
    plan.request = request;
    return true;
}

}  // namespace roster
