// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restorerunpage.h"

#include "models/backup/staleness.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/errorbar.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int barSteps = 1000;
constexpr int logLines = 5000;
constexpr qint64 estimateAfterMs = 3000;  ///< before, it would be a guess
constexpr double estimateFrom = 0.02;
}  // namespace

RestoreRunPage::RestoreRunPage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_error(new ErrorBar(this)),
      m_step(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_remaining(new QLabel(this)),
      m_log(new QPlainTextEdit(this)),
      m_stop(new QPushButton(themedIcon(u"stop"_s), tr("&Stop"), this))
{
    setTitle(wizard.plan().isClean ? tr("Building it empty") : tr("Restoring beside it"));
    setSubTitle(tr("%1 stays as it is meanwhile.").arg(wizard.plan().database));
    m_error->setObjectName(u"restoreRunError"_s);
    m_step->setObjectName(u"restoreStep"_s);
    m_step->setTextFormat(Qt::PlainText);
    m_step->setWordWrap(true);
    m_bar->setObjectName(u"restoreProgress"_s);
    m_bar->setAccessibleName(tr("How far it is"));
    m_remaining->setObjectName(u"restoreRemaining"_s);
    m_remaining->setTextFormat(Qt::PlainText);
    m_log->setObjectName(u"restoreLog"_s);
    m_log->setAccessibleName(tr("Steps"));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setMaximumBlockCount(logLines);
    m_stop->setObjectName(u"stopRestore"_s);
    m_stop->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_bar, 1);
    line->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_error);
    layout->addWidget(m_step);
    layout->addLayout(line);
    layout->addWidget(m_remaining);
    layout->addWidget(m_log, 1);
}

void RestoreRunPage::initializePage()
{
    start();
}

void RestoreRunPage::cleanupPage()
{
    m_job.reset();
    m_wizard.seat().discard();  // its lock would be in the way of the next attempt
    m_wizard.setWorking(false);
    m_wizard.plan().rehearsal.reset();
}

void RestoreRunPage::start()
{
    RestorePlan &plan = m_wizard.plan();
    plan.rehearsal.reset();
    m_error->clear();
    m_log->clear();
    m_lastStep.clear();
    m_bar->setRange(0, 0);
    m_bar->show();
    m_stop->setEnabled(true);
    m_wizard.setWorking(true);
    auto running = plan.isClean
                     ? m_wizard.seat().prepareClean(plan.clean, plan.sources, plan.backups)
                     : m_wizard.seat().prepare(plan.request);
    m_job = running.job;
    m_wizard.announce(m_job);
    connect(m_job.get(), &Job::changed, this, &RestoreRunPage::updateProgress);
    running.future.then(this, [this, job = running.job](const Result<RestoreRehearsal> &made) {
        if (job == m_job)
            onPrepared(made);
    });
    Q_EMIT completeChanged();
}

void RestoreRunPage::updateProgress()
{
    if (!m_job)
        return;
    const Progress::State state = m_job->state();
    if (!state.text.isEmpty() && state.text != m_lastStep) {
        m_lastStep = state.text;
        m_step->setText(state.text);
        m_log->appendPlainText(state.text);
    }
    m_remaining->clear();
    if (state.total <= 0) {
        m_bar->setRange(0, 0);
        return;
    }
    const double share = double(state.done) / double(state.total);
    m_bar->setRange(0, barSteps);
    m_bar->setValue(int(share * barSteps));
    if (share > estimateFrom && m_job->elapsedMs() > estimateAfterMs) {
        const auto left = qint64(double(m_job->elapsedMs()) * (1 - share) / share / 1000);
        m_remaining->setText(tr("about %1 more for the file").arg(Staleness::ageText(left)));
    }
}

void RestoreRunPage::onPrepared(const Result<RestoreRehearsal> &rehearsal)
{
    m_job.reset();
    m_wizard.setWorking(false);
    m_stop->setEnabled(false);
    m_remaining->clear();
    m_bar->setRange(0, barSteps);
    m_bar->setValue(rehearsal ? barSteps : 0);
    if (!rehearsal) {
        const bool isStopped = rehearsal.error().kind == Error::Kind::Cancelled;
        m_step->setText(isStopped
                            ? tr("Stopped. %1 is as it was.").arg(m_wizard.plan().database)
                            : tr("It failed. %1 is as it was.").arg(m_wizard.plan().database));
        m_error->showError(rehearsal.error());
        m_error->setAction(tr("&Try again"), [this] { start(); });
        return;
    }
    m_wizard.plan().rehearsal = *rehearsal;
    m_step->setText(tr("Done and checked. Go on to see what it changes."));
    for (const RestoreCheckReport::Table &table : rehearsal->checks.tables) {
        m_log->appendPlainText(
            u"%1.%2: %3"_s.arg(table.schema, table.name, QLocale().toString(table.rows)));
    }
    for (const QString &check : rehearsal->checks.passed)
        m_log->appendPlainText(u"✓ "_s + check);
    for (const QString &warning : rehearsal->checks.warnings)
        m_log->appendPlainText(u"⚠ "_s + warning);
    Q_EMIT completeChanged();
}

bool RestoreRunPage::isComplete() const
{
    return m_wizard.plan().rehearsal.has_value();
}

}  // namespace roster
