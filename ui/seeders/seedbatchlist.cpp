// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedbatchlist.h"

#include "models/seeding/seedoverview.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/tablelist.h"
#include "ui/seeders/seedprogress.h"
#include "ui/seeders/seedtext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

enum Column { Number, When, Table, Rows, State, Seed, By, Options, ColumnCount };

constexpr int toTheSecond = 19;

QString cellText(const SeedBatch &batch, int column)
{
    switch (column) {
    case Number:
        return QString::number(batch.number);
    case When:
        return batch.at.left(toTheSecond);
    case Table:
        return plainName(batch.table);
    case Rows:
        return QLocale().toString(batch.written);
    case State:
        return stateText(batch);
    case Seed:
        return QString::number(batch.randomSeed);
    case By:
        return batch.by;
    case Options:
        return optionsText(batch.options);
    default:
        return {};
    }
}

}  // namespace

SeedBatchList::SeedBatchList(QWidget *parent)
    : QWidget(parent),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(m_stack)),
      m_table(new QTableWidget(0, ColumnCount, this)),
      m_why(new QLabel(this)),
      m_remove(new QPushButton(themedIcon(u"delete"_s), tr("Remove this &batch…"), this)),
      m_copy(new QPushButton(themedIcon(u"copy"_s), tr("Copy as command"), this)),
      m_progress(new SeedProgress(this))
{
    setObjectName(u"batchList"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildList());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &SeedBatchList::updateButtons);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const SeedBatch *batch = current())
            Q_EMIT removeRequested(batch->number);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const SeedBatch *batch = current())
            Q_EMIT copyRequested(batch->number);
    });
}

QWidget *SeedBatchList::buildList()
{
    m_table->setObjectName(u"batches"_s);
    m_table->setAccessibleName(tr("Past runs"));
    m_table->setHorizontalHeaderLabels({tr("Batch"), tr("When (UTC)"), tr("Table"), tr("Rows"),
                                        tr("Its rows"), tr("Random seed"), tr("By"),
                                        tr("Options")});
    makeTableList(*m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_remove->setObjectName(u"removeBatch"_s);
    m_copy->setObjectName(u"copyBatchCommand"_s);
    m_why->setObjectName(u"batchNote"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    auto *page = new QWidget(m_stack);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_why);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    return page;
}

void SeedBatchList::setOverview(const SeedOverview &overview)
{
    m_batches = overview.batches;
    if (overview.noHistory.isEmpty()) {
        m_empty->present(u"seed"_s, tr("No run is recorded yet"),
                         tr("Each run of a seeder is listed here, with all that it takes to make "
                            "its rows again, and so to take them back."));
    } else {
        m_empty->present(u"warning"_s, tr("Runs are not recorded in this database"),
                         overview.noHistory);
    }
    fill();
    m_stack->setCurrentIndex(m_batches.isEmpty() ? 0 : 1);
}

void SeedBatchList::setBlocked(const QString &reason)
{
    m_blocked = reason;
    updateButtons();
}

void SeedBatchList::fill()
{
    const SeedBatch *before = current();
    const qint64 number = before ? before->number : 0;
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(int(m_batches.size()));
    int chosen = 0;
    for (int row = 0; row < m_batches.size(); ++row) {
        const SeedBatch &batch = m_batches.at(row);
        if (batch.number == number)
            chosen = row;
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(cellText(batch, column));
            if (column == Number || column == Rows || column == Seed)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (column == Options)
                item->setToolTip(item->text());
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    if (!m_batches.isEmpty())
        m_table->setCurrentCell(chosen, 0);
    updateButtons();
}

const SeedBatch *SeedBatchList::current() const
{
    const int row = m_table->currentRow();
    bool isNumber = false;
    const QTableWidgetItem *item = m_table->item(row, Number);
    const qint64 number = item ? item->text().toLongLong(&isNumber) : 0;
    for (const SeedBatch &batch : m_batches) {
        if (isNumber && batch.number == number)
            return &batch;
    }
    return nullptr;
}

void SeedBatchList::updateButtons()
{
    const SeedBatch *batch = current();
    QString why = m_blocked;
    if (why.isEmpty() && batch && batch->state == SeedBatch::State::Replaced)
        why = tr("A later run replaced the rows of this one.");
    else if (why.isEmpty() && batch && batch->state == SeedBatch::State::Removed)
        why = tr("%Ln row(s) of this run were removed.", nullptr, pluralOf(batch->removedRows));
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_remove->setEnabled(batch && why.isEmpty());
    m_remove->setAccessibleDescription(why);
    m_copy->setEnabled(batch != nullptr);
}

}  // namespace roster
