// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restorepreflightpage.h"

#include "ui/backup/restorewizard.h"
#include "ui/backup/rolechoices.h"

#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString line(QStringView sign, const QString &text)
{
    return u"<p>%1 %2</p>"_s.arg(sign, text.toHtmlEscaped());
}

}  // namespace

RestorePreflightPage::RestorePreflightPage(RestoreWizard &wizard)
    : m_wizard(wizard), m_text(new QTextBrowser(this)), m_roles(new RoleChoices(this))
{
    setTitle(tr("What the server says"));
    m_text->setObjectName(u"preflightText"_s);
    m_text->setAccessibleName(tr("What the server says"));
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    auto *again = new QPushButton(tr("&Look again"), this);
    again->setObjectName(u"preflightAgain"_s);
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &RestorePreflightPage::look);
    connect(m_roles, &RoleChoices::changed, this, &RestorePreflightPage::look);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_roles);
    layout->addWidget(again, 0, Qt::AlignLeft);
}

void RestorePreflightPage::initializePage()
{
    const bool isInPlace = m_wizard.plan().request.isInPlace;
    setSubTitle(isInPlace
                    ? tr("Only looked at so far.")
                    : tr("Only looked at so far. The next step builds a database beside the live "
                         "one; the live one stays as it is."));
    setButtonText(QWizard::NextButton, isInPlace ? tr("&Next >") : tr("&Restore beside it"));
    m_roles->hide();
    look();
}

int RestorePreflightPage::nextId() const
{
    return m_wizard.plan().request.isInPlace ? RestoreWizard::InPlacePage : RestoreWizard::RunPage;
}

void RestorePreflightPage::cleanupPage()
{
    m_job.reset();
}

void RestorePreflightPage::look()
{
    m_isFree = false;
    m_roles->applyTo(m_wizard.plan().request);
    m_text->setPlainText(tr("Looking at the server…"));
    auto running = m_wizard.seat().preflight(m_wizard.plan().request);
    m_job = running.job;
    running.future.then(this, [this, job = running.job](const Result<RestorePreflight> &found) {
        if (job == m_job)
            onFound(found);
    });
    Q_EMIT completeChanged();
}

void RestorePreflightPage::onFound(const Result<RestorePreflight> &found)
{
    m_job.reset();
    if (!found) {
        m_text->setHtml(line(u"⛔", found.error().message) + line(u"→", found.error().hint)
                        + line(u"", found.error().detail));
        return;
    }
    m_roles->setRoles(found->absentRoles, found->knownRoles);
    m_roles->setVisible(!found->absentRoles.isEmpty());
    m_text->setHtml(html(*found));
    m_isFree = found->obstacles.isEmpty();
    Q_EMIT completeChanged();
}

QString RestorePreflightPage::html(const RestorePreflight &found) const
{
    QString text;
    for (const Error &obstacle : found.obstacles)
        text += line(u"⛔", obstacle.message + u' ' + obstacle.hint);
    if (found.obstacles.isEmpty())
        text += line(u"✓", tr("Nothing is in the way."));
    if (!found.missingRoles.isEmpty()) {
        text += line(
            u"⚠", tr("Roles that this server has not: %1").arg(found.missingRoles.join(u", "_s)));
    }
    for (const QString &note : found.notes)
        text += line(u"ⓘ", note);
    if (!found.users.isEmpty() && m_wizard.plan().replaces()) {
        const auto number = int(found.users.size());
        text += line(
            u"⚠", m_wizard.plan().request.isInPlace
                      ? tr("%n session(s) are in it now; they stay, and wait while it is restored:",
                           nullptr, number)
                      : tr("%n session(s) are in it now and would be ended at the swap:", nullptr,
                           number));
        text += u"<ul>"_s;
        for (const DatabaseUser &user : found.users)
            text += u"<li>%1</li>"_s.arg(user.toText().toHtmlEscaped());
        text += u"</ul>"_s;
    }
    return text;
}

}  // namespace roster
