// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restoretargetpage.h"

#include "models/migration/revisionfiles.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/restorewizard.h"

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
      m_name(new QLineEdit(this)),
      m_problem(new QLabel(this))
{
    setTitle(tr("Where it goes"));
    setSubTitle(
        tr("Either way it is restored into a database of its own first, and checked there."));
    m_asNew->setObjectName(u"restoreAsNew"_s);
    m_replace->setObjectName(u"restoreReplace"_s);
    m_name->setObjectName(u"restoreNewName"_s);
    m_name->setAccessibleName(tr("Name of the new database"));
    m_problem->setObjectName(u"restoreTargetProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_replace);
    layout->addWidget(
        explanation(tr("You see what would be lost and won before it counts, and type "
                       "its name then. What is there now is kept, to be brought "
                       "back. Owner, grants and settings stay."),
                    this));
    layout->addSpacing(fontMetrics().lineSpacing());
    layout->addWidget(m_asNew);
    layout->addWidget(m_name);
    layout->addWidget(explanation(tr("To look into it, or to take single rows out of it. Nothing "
                                     "that is there now is touched."),
                                  this));
    layout->addWidget(m_problem);
    layout->addStretch(1);
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

bool RestoreTargetPage::isComplete() const
{
    return m_replace->isChecked() || RestoreNames::isPossible(newName());
}

bool RestoreTargetPage::validatePage()
{
    RestorePlan &plan = m_wizard.plan();
    if (!plan.dump)
        return false;
    RestoreRequest request;
    request.server = plan.server;
    request.target = m_replace->isChecked() ? RestoreRequest::Target::Replace
                                            : RestoreRequest::Target::NewDatabase;
    request.database = m_replace->isChecked() ? plan.database : newName();
    request.from = plan.dump->file.label();
    request.needs = plan.dump->scan.needs;
    request.missingRoles = plan.request.missingRoles;
    for (const Revision &revision : RevisionFiles::embedded().revisions)
        request.checks.knownRevisions.insert(revision.id);
    if (const auto &manifest = plan.dump->manifest) {
        for (const BackupManifest::Rows &table : manifest->rows)
            request.checks.expectedRows.insert(table.schema + u'.' + table.table, table.rows);
    }
    request.fill = fillFromDump(plan.dump->file);
    plan.request = request;
    return true;
}

}  // namespace roster
