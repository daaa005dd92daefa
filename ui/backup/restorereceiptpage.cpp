// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restorereceiptpage.h"

#include "ui/backup/restorewizard.h"
#include "ui/common/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

RestoreReceiptPage::RestoreReceiptPage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_text(new QPlainTextEdit(this)),
      m_undo(new QPushButton(themedIcon(u"undo"_s), tr("&Undo…"), this))
{
    setTitle(tr("Done"));
    m_text->setObjectName(u"restoreReceipt"_s);
    m_text->setAccessibleName(tr("What was done"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_undo->setObjectName(u"undoFromReceipt"_s);
    m_undo->setAutoDefault(false);
    auto *copy = new QPushButton(themedIcon(u"copy"_s), tr("C&opy"), this);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const RestoreReceipt receipt = *m_wizard.plan().receipt;
        m_wizard.accept();
        Q_EMIT m_wizard.undoRequested(receipt);
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_undo);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
}

void RestoreReceiptPage::initializePage()
{
    const RestorePlan &plan = m_wizard.plan();
    if (!plan.receipt)
        return;
    m_text->setPlainText(textOf(*plan.receipt, plan.isClean));
    m_undo->setVisible(!plan.receipt->before.isEmpty());
    setSubTitle(plan.receipt->before.isEmpty()
                    ? tr("%1 is there.").arg(plan.receipt->database)
                    : tr("What was live before is kept as %1.").arg(plan.receipt->before));
}

QString RestoreReceiptPage::textOf(const RestoreReceipt &receipt, bool isClean)
{
    QStringList lines;
    if (isClean) {
        lines
            << tr("%1 is empty: %n table(s).", nullptr, int(receipt.tables)).arg(receipt.database);
    } else {
        lines << tr("%1 is restored from %2: %3 rows in %n table(s).", nullptr, int(receipt.tables))
                     .arg(receipt.database, receipt.from, QLocale().toString(receipt.rows));
    }
    if (!receipt.revisions.isEmpty())
        lines << tr("Revision: %1").arg(receipt.revisions.join(u", "_s));
    if (!receipt.before.isEmpty()) {
        lines << tr("Nobody could connect for %1 ms; %n session(s) were ended.", nullptr,
                    receipt.endedSessions)
                     .arg(receipt.closedMilliseconds);
    }
    lines << QString();
    for (const QString &check : receipt.passed)
        lines << u"✓ "_s + check;
    for (const QString &note : receipt.notes)
        lines << u"⚠ "_s + note;
    return lines.join(u'\n');
}

}  // namespace roster
