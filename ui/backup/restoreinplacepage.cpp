// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restoreinplacepage.h"

#include "models/restore/restoreinplace.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/environmentbadge.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int barSteps = 1000;
}

RestoreInPlacePage::RestoreInPlacePage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_error(new ErrorBar(this)),
      m_text(new QLabel(this)),
      m_withoutBackup(new QCheckBox(
          tr("also &without a verified backup of it that is younger than an hour"), this)),
      m_ask(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_progress(new QWidget(this)),
      m_step(new QLabel(m_progress)),
      m_bar(new QProgressBar(m_progress)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), m_progress))
{
    setTitle(tr("In place"));
    setCommitPage(true);
    m_error->setObjectName(u"inPlaceError"_s);
    m_text->setObjectName(u"inPlaceLimits"_s);
    m_withoutBackup->setObjectName(u"inPlaceWithoutBackup"_s);
    m_name->setObjectName(u"inPlaceTypedName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_ask->setBuddy(m_name);
    m_step->setObjectName(u"inPlaceStep"_s);
    m_bar->setAccessibleName(tr("How far it is"));
    m_stop->setObjectName(u"stopInPlace"_s);
    m_stop->setAutoDefault(false);
    for (QLabel *label : {m_text, m_ask, m_step}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(m_step, 1);
    progress->addWidget(m_bar);
    progress->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_error);
    layout->addWidget(wizard.newBadge(this), 0, Qt::AlignLeft);
    layout->addWidget(m_text);
    layout->addWidget(m_withoutBackup);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addWidget(m_ask);
    layout->addWidget(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
}

void RestoreInPlacePage::initializePage()
{
    const QString name = m_wizard.plan().targetName();
    setSubTitle(tr("What the dump's schemas hold in %1 is dropped, the dump is run, checked, and "
                   "only then committed. Whatever fails before: nothing has changed.")
                    .arg(name));
    setButtonText(QWizard::CommitButton, tr("&Restore into %1").arg(mnemonicFree(name)));
    QString limits;
    for (const QString &limit : RestoreInPlace::limits())
        limits += u"⚠ "_s + limit + u'\n';
    m_text->setText(limits);
    m_ask->setText(tr("To go on, type the database's name, %1:").arg(name));
    m_error->clear();
    m_name->clear();
    setRunning(false);
    QTimer::singleShot(0, m_name, [this] { m_name->setFocus(); });
}

bool RestoreInPlacePage::isComplete() const
{
    return !m_job && m_name->text().trimmed() == m_wizard.plan().targetName();
}

void RestoreInPlacePage::setRunning(bool isRunning)
{
    m_progress->setVisible(isRunning);
    m_name->setEnabled(!isRunning);
    m_withoutBackup->setEnabled(!isRunning);
    m_wizard.setWorking(isRunning);
    Q_EMIT completeChanged();
}

bool RestoreInPlacePage::validatePage()
{
    RestorePlan &plan = m_wizard.plan();
    if (plan.receipt)
        return true;
    if (m_job || !plan.dump)
        return false;
    m_error->clear();
    auto running = m_wizard.seat().restoreInPlace(
        plan.request, plan.dump->scan.schemas, m_name->text().trimmed(),
        m_withoutBackup->isChecked() ? QString() : plan.backups);
    m_job = running.job;
    setRunning(true);
    m_wizard.announce(m_job);
    connect(m_job.get(), &Job::changed, this, &RestoreInPlacePage::updateProgress);
    running.future.then(this, [this](const Result<RestoreReceipt> &receipt) { onDone(receipt); });
    return false;
}

void RestoreInPlacePage::updateProgress()
{
    if (!m_job)
        return;
    const Progress::State state = m_job->state();
    m_step->setText(state.text);
    m_bar->setRange(0, state.total > 0 ? barSteps : 0);
    if (state.total > 0)
        m_bar->setValue(int(double(state.done) / double(state.total) * barSteps));
}

void RestoreInPlacePage::onDone(const Result<RestoreReceipt> &receipt)
{
    m_job.reset();
    setRunning(false);
    if (!receipt) {
        m_error->showError(receipt.error());
        return;
    }
    m_wizard.plan().receipt = *receipt;
    m_wizard.next();
    Q_EMIT m_wizard.finishedWell(*receipt);
}

}  // namespace roster
