// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/restorecomparepage.h"

#include "ui/backup/nameconfirm.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/environmentbadge.h"
#include "ui/common/errorbar.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString count(qint64 rows, bool isEstimate = false)
{
    if (rows < 0)
        return RestoreComparePage::tr("no such table");
    return (isEstimate ? u"~"_s : QString()) + QLocale().toString(rows);
}

QString newest(const ComparedTable &table)
{
    if (table.newestColumn.isEmpty())
        return {};
    return RestoreComparePage::tr("%1: %2 → %3")
        .arg(table.newestColumn, table.liveNewest, table.restoredNewest);
}

}  // namespace

RestoreComparePage::RestoreComparePage(RestoreWizard &wizard)
    : m_wizard(wizard),
      m_error(new ErrorBar(this)),
      m_summary(new QLabel(this)),
      m_tables(new QTreeWidget(this)),
      m_ask(new QLabel(this)),
      m_name(new QLineEdit(this))
{
    setTitle(tr("Before it counts"));
    setCommitPage(true);
    m_error->setObjectName(u"restoreSwapError"_s);
    m_summary->setObjectName(u"comparisonSummary"_s);
    m_tables->setObjectName(u"comparisonTables"_s);
    m_tables->setAccessibleName(tr("Rows, live and restored"));
    m_tables->setRootIsDecorated(false);
    m_tables->setUniformRowHeights(true);
    m_name->setObjectName(u"restoreTypedName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_ask->setObjectName(u"restoreAskName"_s);
    m_ask->setBuddy(m_name);
    for (QLabel *label : {m_summary, m_ask}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_error);
    layout->addWidget(wizard.newBadge(this), 0, Qt::AlignLeft);
    layout->addWidget(m_summary);
    layout->addWidget(m_tables, 1);
    layout->addWidget(m_ask);
    layout->addWidget(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
}

void RestoreComparePage::initializePage()
{
    const RestorePlan &plan = m_wizard.plan();
    m_error->clear();
    m_tables->clear();
    m_name->clear();
    const bool replaces = plan.replaces();
    m_ask->setVisible(replaces);
    m_name->setVisible(replaces);
    setButtonText(QWizard::CommitButton,
                  replaces ? tr("&Replace %1").arg(mnemonicFree(plan.targetName()))
                           : tr("&Make it %1").arg(mnemonicFree(plan.targetName())));
    if (!plan.rehearsal)
        return;
    if (replaces) {
        setSubTitle(
            tr("What %1 has now against what would take its place.").arg(plan.targetName()));
        m_ask->setText(tr("Whoever is connected is cut off for a moment. What is live now is kept "
                          "and can be brought back. To go on, type the database's name, %1:")
                           .arg(plan.targetName()));
        showComparison(plan.rehearsal->comparison);
        // The wizard gives the focus to its button when the page is shown.
        QTimer::singleShot(0, m_name, [this] { m_name->setFocus(); });
    } else {
        setSubTitle(tr("It is restored and checked, and gets its name now."));
        showNew(plan.rehearsal->checks);
    }
}

void RestoreComparePage::showComparison(const DatabaseComparison &comparison)
{
    m_tables->setHeaderLabels(
        {tr("Table"), tr("Now"), tr("Then"), tr("Difference"), tr("Newest, now → then")});
    const Tone lost = Theme::tone(Theme::Meaning::Deleted);
    for (const ComparedTable &table : comparison.tables) {
        const qint64 difference = qMax<qint64>(table.restored, 0) - qMax<qint64>(table.live, 0);
        const QString sign = difference > 0 ? u"+"_s : QString();
        auto *item = new QTreeWidgetItem(
            m_tables,
            {table.schema + u'.' + table.name, count(table.live, table.isEstimate),
             count(table.restored),
             difference == 0 ? u"="_s : sign + QLocale().toString(difference), newest(table)});
        for (const int column : {1, 2, 3})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (difference < 0) {
            item->setBackground(3, lost.background);
            item->setForeground(3, lost.foreground);
        }
    }
    for (int column = 0; column < m_tables->columnCount(); ++column)
        m_tables->resizeColumnToContents(column);
    QStringList lines{tr("By the counts: %1 rows fewer, %2 rows more. Whatever they say, what was "
                         "written since the backup is not in it.")
                          .arg(QLocale().toString(comparison.rowsLost()),
                               QLocale().toString(comparison.rowsWon()))};
    if (comparison.liveRevisions != comparison.restoredRevisions) {
        lines << tr("Revision now %1, then %2: the schema is another one.")
                     .arg(comparison.liveRevisions.join(u", "_s),
                          comparison.restoredRevisions.join(u", "_s));
    }
    m_summary->setText(lines.join(u'\n'));
}

void RestoreComparePage::showNew(const RestoreCheckReport &checks)
{
    m_tables->setHeaderLabels({tr("Table"), tr("Rows")});
    for (const RestoreCheckReport::Table &table : checks.tables) {
        auto *item = new QTreeWidgetItem(
            m_tables, {table.schema + u'.' + table.name, QLocale().toString(table.rows)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_tables->resizeColumnToContents(0);
    m_summary->setText(tr("%1 rows in %n table(s), counted.", nullptr, int(checks.tables.size()))
                           .arg(QLocale().toString(checks.allRows())));
}

int RestoreComparePage::nextId() const
{
    return RestoreWizard::ReceiptPage;
}

QString RestoreComparePage::wantedName() const
{
    return m_wizard.plan().targetName();
}

bool RestoreComparePage::isComplete() const
{
    if (m_isSwapping || !m_wizard.plan().rehearsal)
        return false;
    return !m_wizard.plan().replaces() || m_name->text().trimmed() == wantedName();
}

bool RestoreComparePage::validatePage()
{
    if (m_wizard.plan().receipt)
        return true;
    if (m_isSwapping)
        return false;
    m_isSwapping = true;
    m_error->clear();
    m_name->setEnabled(false);
    m_wizard.setWorking(true, true);
    Q_EMIT completeChanged();
    const QString typed = m_wizard.plan().replaces() ? m_name->text().trimmed() : wantedName();
    auto running = m_wizard.seat().finish(typed);
    m_wizard.announce(running.job);
    running.future.then(this,
                        [this](const Result<RestoreReceipt> &receipt) { onFinished(receipt); });
    return false;
}

void RestoreComparePage::onFinished(const Result<RestoreReceipt> &receipt)
{
    m_isSwapping = false;
    m_name->setEnabled(true);
    m_wizard.setWorking(false);
    if (!receipt) {
        m_error->showError(receipt.error());
        Q_EMIT completeChanged();
        return;
    }
    m_wizard.plan().receipt = *receipt;
    Q_EMIT completeChanged();
    m_wizard.next();
    Q_EMIT m_wizard.finishedWell(*receipt);
}

}  // namespace roster
