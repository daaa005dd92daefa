// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restorewizard.h"

#include "ui/backup/cleanpage.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/restorecomparepage.h"
#include "ui/backup/restorefilepage.h"
#include "ui/backup/restoreinplacepage.h"
#include "ui/backup/restorepreflightpage.h"
#include "ui/backup/restorereceiptpage.h"
#include "ui/backup/restorerunpage.h"
#include "ui/backup/restoretargetpage.h"
#include "ui/common/environmentbadge.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int widthInEms = 56;
constexpr int heightInLines = 30;
}  // namespace

RestoreWizard::RestoreWizard(const RestorePlan &plan, QWidget *parent)
    : QWizard(parent), m_plan(plan)
{
    setObjectName(u"restoreWizard"_s);
    setWindowTitle(plan.isClean ? tr("Empty %1").arg(plan.database) : tr("Restore a backup"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoBackButtonOnLastPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    setSizeGripEnabled(true);
    if (plan.isClean) {
        setPage(FilePage, new CleanPage(*this));
    } else {
        setPage(FilePage, new RestoreFilePage(*this));
        setPage(TargetPage, new RestoreTargetPage(*this));
        setPage(PreflightPage, new RestorePreflightPage(*this));
        setPage(InPlacePage, new RestoreInPlacePage(*this));
    }
    setPage(RunPage, new RestoreRunPage(*this));
    setPage(ComparePage, new RestoreComparePage(*this));
    setPage(ReceiptPage, new RestoreReceiptPage(*this));
    lookAtTarget();
    setButtonText(QWizard::BackButton, tr("< &Back"));
    setButtonText(QWizard::NextButton, tr("&Next >"));
    setButtonText(QWizard::FinishButton, tr("&Close"));
    setButtonText(QWizard::CancelButton, tr("Cancel"));
    const QFontMetrics metrics = fontMetrics();
    const QSize wanted(metrics.horizontalAdvance(u'm') * widthInEms,
                       metrics.lineSpacing() * heightInLines);
    resize(parent ? wanted.boundedTo(parent->window()->size()) : wanted);
}

RestoreWizard::~RestoreWizard() = default;

/// Beside reading the file: neither waits for the other.
void RestoreWizard::lookAtTarget()
{
    auto running = runFileJob(
        *QThreadPool::globalInstance(), QString(),
        [server = m_plan.server](Progress &progress) {
            return RestoreTarget::read(server, progress);
        },
        Job::Visibility::Quiet);
    running.future.then(this, [this](const Result<RestoreTarget> &target) {
        if (!target)
            return;  // the preflight says why
        m_plan.target = *target;
        Q_EMIT targetKnown();
    });
}

EnvironmentBadge *RestoreWizard::newBadge(QWidget *parent)
{
    auto *badge = new EnvironmentBadge(parent);
    const auto show = [this, badge] {
        badge->setEnvironment(m_plan.target->environment);
        badge->show();
    };
    if (m_plan.target)
        show();
    connect(this, &RestoreWizard::targetKnown, badge, show);
    return badge;
}

void RestoreWizard::setWorking(bool isWorking, bool isSwapping)
{
    m_isWorking = isWorking;
    m_isSwapping = isSwapping;
    button(QWizard::CancelButton)->setEnabled(!isSwapping);
}

void RestoreWizard::reject()
{
    if (m_isSwapping)
        return;  // it takes a moment, and is not to be guessed about
    const bool hasWork = m_isWorking || m_plan.rehearsal;
    if (!hasWork || m_plan.receipt) {
        QWizard::reject();
        return;
    }
    auto *dialog = new NameConfirm(
        {.title = tr("Give it up?"),
         .text = (m_plan.request.isInPlace
                      ? tr("What was done so far is rolled back. %1 stays as it is.")
                      : tr("What was built beside it so far is dropped. %1 stays as it is."))
                     .arg(m_plan.targetName()),
         .lines = {},
         .goOn = tr("&Give it up"),
         .name = {}},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        if (!m_isSwapping)
            QWizard::reject();
    });
    dialog->open();
}

}  // namespace roster
