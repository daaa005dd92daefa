// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisionlocksview.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int againAfterMs = 2000;

enum Column { Process, User, Application, Since, State, Table, Lock, Statement, ColumnCount };

QString cellText(const LockHolder &holder, int column)
{
    switch (column) {
    case Process:
        return holder.pid == 0 ? RevisionLocksView::tr("prepared") : QString::number(holder.pid);
    case User:
        return holder.user;
    case Application:
        return holder.application;
    case Since:
        return holder.since;
    case State:
        return holder.state;
    case Table:
        return holder.relation;
    case Lock:
        return holder.mode;
    case Statement:
        return holder.query.simplified();
    default:
        return {};
    }
}

QString tableText(const ConcernedTable &table)
{
    const QLocale locale;
    if (!table.isThere)
        return RevisionLocksView::tr("%1: not there now").arg(table.name);
    const QString size = locale.formattedDataSize(table.bytes);
    return table.rows < 0 ? RevisionLocksView::tr("%1 (%2): %3, rows not counted yet")
                                .arg(table.name, table.mode, size)
                          : RevisionLocksView::tr("%1 (%2): about %3 rows, %4")
                                .arg(table.name, table.mode, locale.toString(table.rows), size);
}

}  // namespace

RevisionLocksView::RevisionLocksView(QWidget *parent)
    : QWidget(parent),
      m_tables(new QLabel(this)),
      m_holdersText(new QLabel(this)),
      m_holders(new QTableWidget(0, ColumnCount, this))
{
    setObjectName(u"revisionLocks"_s);
    m_tables->setObjectName(u"concernedTables"_s);
    m_holdersText->setObjectName(u"lockHoldersText"_s);
    for (QLabel *label : {m_tables, m_holdersText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_holders->setObjectName(u"lockHolders"_s);
    m_holders->setAccessibleName(tr("Sessions in its way"));
    m_holders->setHorizontalHeaderLabels({tr("Process"), tr("User"), tr("Application"), tr("Since"),
                                          tr("State"), tr("Table"), tr("Lock"),
                                          tr("Last statement")});
    m_holders->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_holders->horizontalHeader()->setStretchLastSection(true);
    m_holders->verticalHeader()->hide();
    m_holders->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_holders->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_holders->setTabKeyNavigation(false);
    m_holders->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 0);
    layout->addWidget(m_tables);
    layout->addWidget(m_holdersText);
    layout->addWidget(m_holders, 1);
    layout->addStretch();
    m_again.setInterval(againAfterMs);
    connect(&m_again, &QTimer::timeout, this, &RevisionLocksView::wanted);
    reset(false);
}

void RevisionLocksView::reset(bool possible)
{
    m_possible = possible;
    m_tables->setText(possible ? tr("Asking…") : tr("Roster does not run it: nothing to tell."));
    m_holdersText->hide();
    m_holders->hide();
    m_shown.clear();
    Q_EMIT counted(0);
    if (m_possible && isVisible())
        Q_EMIT wanted();
}

void RevisionLocksView::present(const Result<RevisionLocks> &locks)
{
    if (!locks) {
        m_tables->setText(locks.error().toText());
        m_holdersText->hide();
        m_holders->hide();
        return;
    }
    QStringList lines;
    for (const ConcernedTable &table : locks->tables)
        lines << tableText(table);
    m_tables->setText(lines.isEmpty() ? tr("It locks nothing that is there.")
                                      : tr("It will lock:") + u'\n' + lines.join(u'\n'));
    const int count = int(locks->holders.size());
    m_holdersText->setText(count == 0 ? tr("Nobody is in its way now.")
                                      : tr("%n session(s) in its way now:", nullptr, count));
    m_holdersText->show();
    m_holders->setVisible(count > 0);
    if (locks->holders != m_shown)
        fill(locks->holders);
    Q_EMIT counted(count);
}

/// What is marked stays marked.
void RevisionLocksView::fill(const QList<LockHolder> &holders)
{
    const int current = m_holders->currentRow();
    m_holders->setRowCount(int(holders.size()));
    for (int row = 0; row < holders.size(); ++row) {
        for (int column = 0; column < ColumnCount; ++column) {
            const QString text = cellText(holders.at(row), column);
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(column == Statement ? holders.at(row).query : text);
            m_holders->setItem(row, column, item);
        }
    }
    if (m_shown.isEmpty())
        m_holders->resizeColumnsToContents();
    if (current >= 0 && current < holders.size())
        m_holders->setCurrentCell(current, Process);
    m_shown = holders;
}

void RevisionLocksView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_again.start();
    if (m_possible)
        Q_EMIT wanted();
}

void RevisionLocksView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_again.stop();
}

}  // namespace roster
