// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/olddatabases.h"

#include "ui/backup/nameconfirm.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString stateText(const RestoreLeftover &leftover)
{
    if (!leftover.busy.isEmpty())
        return OldDatabases::tr("at work: %1").arg(leftover.busy);
    if (leftover.sessions > 0)
        return OldDatabases::tr("%n session(s) in it", nullptr, leftover.sessions);
    return leftover.isBefore()
             ? OldDatabases::tr("was %1 until then").arg(leftover.mark.of)
             : OldDatabases::tr("an unfinished restore of %1").arg(leftover.mark.of);
}

}  // namespace

OldDatabases::OldDatabases(ConnectionProfile server, QWidget *parent)
    : QWidget(parent),
      m_server(std::move(server)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)),
      m_list(new QTreeWidget(this)),
      m_undo(new QPushButton(themedIcon(u"undo"_s), tr("Bring it &back…"), this)),
      m_drop(new QPushButton(themedIcon(u"delete"_s), tr("&Drop it…"), this))
{
    setObjectName(u"oldDatabases"_s);
    m_list->setObjectName(u"oldDatabaseList"_s);
    m_list->setAccessibleName(tr("Old databases kept"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels(
        {tr("Database"), tr("What it is"), tr("Age"), tr("Size"), tr("Replaced by")});
    const int em = fontMetrics().horizontalAdvance(u'm');
    m_list->setColumnWidth(0, em * 20);
    m_list->setColumnWidth(1, em * 13);
    m_list->setColumnWidth(2, em * 7);
    m_list->setColumnWidth(3, em * 7);
    m_undo->setObjectName(u"undoRestore"_s);
    m_drop->setObjectName(u"dropOldDatabase"_s);
    auto *page = new QWidget(this);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 0, 8, 6);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_drop);
    buttons->addStretch(1);
    pageLayout->addLayout(buttons);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_empty->presentBusy(u"database"_s, tr("Looking at the server…"));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OldDatabases::updateActions);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const RestoreLeftover *one = chosen())
            ask(*one);
    });
    connect(m_drop, &QPushButton::clicked, this, &OldDatabases::askToDrop);
    updateActions();
}

void OldDatabases::refresh()
{
    const int read = ++m_reads;
    BackupJobs::leftovers(m_server).future.then(
        this, [this, read](const Result<QList<RestoreLeftover>> &leftovers) {
            if (read == m_reads)
                onRead(leftovers);
        });
}

void OldDatabases::onRead(const Result<QList<RestoreLeftover>> &leftovers)
{
    m_leftovers = leftovers ? *leftovers : QList<RestoreLeftover>();
    const QString before = m_list->currentItem() ? m_list->currentItem()->text(0) : QString();
    m_list->clear();
    for (const RestoreLeftover &leftover : std::as_const(m_leftovers)) {
        auto *item = new QTreeWidgetItem(
            m_list, {leftover.name, stateText(leftover),
                     leftover.seconds < 0 ? QString() : Staleness::ageText(leftover.seconds),
                     leftover.bytes < 0 ? QString() : QLocale().formattedDataSize(leftover.bytes),
                     leftover.mark.from});
        item->setToolTip(0, leftover.name);
        if (leftover.name == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    if (!leftovers) {
        m_empty->present(u"warning"_s, leftovers.error().message, leftovers.error().hint);
        m_empty->addButton(u"retryOldDatabases"_s, tr("&Try again"), [this] { refresh(); });
    } else {
        m_empty->present(u"database"_s, tr("Nothing is left of a restore"),
                         tr("When a restore takes a database's place, the old one is kept here to "
                            "be brought back, until you drop it."));
    }
    m_stack->setCurrentIndex(m_leftovers.isEmpty() ? 0 : 1);
    updateActions();
    Q_EMIT counted(int(m_leftovers.size()));
    const QString wanted = std::exchange(m_undoNext, {});
    for (const RestoreLeftover &leftover : std::as_const(m_leftovers)) {
        if (leftover.name == wanted)
            ask(leftover);
    }
}

const RestoreLeftover *OldDatabases::chosen() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_leftovers.size() ? &m_leftovers.at(row) : nullptr;
}

void OldDatabases::updateActions()
{
    const RestoreLeftover *one = chosen();
    const bool isFree = !m_isBusy && one && one->isOurs && one->busy.isEmpty();
    m_undo->setEnabled(isFree && one->isBefore());
    m_drop->setEnabled(isFree);
    m_drop->setToolTip(one && !one->isOurs ? tr("It belongs to %1").arg(one->owner) : QString());
}

void OldDatabases::askToUndo(const QString &name)
{
    m_undoNext = name;
    refresh();
}

void OldDatabases::ask(const RestoreLeftover &before)
{
    auto *dialog = new NameConfirm(
        {.title = tr("Bring back %1").arg(before.mark.of),
         .text = tr("%1 becomes %2 again, as it was. What is %2 now is kept beside it, so this can "
                    "be undone, too. Whoever is connected is cut off for a moment. What was "
                    "written since then is only in the one that is kept.")
                     .arg(before.name, before.mark.of),
         .lines = {},
         .goOn = tr("&Bring it back"),
         .name = before.mark.of},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, before] { undo(before, dialog->typed()); });
    dialog->open();
}

void OldDatabases::undo(const RestoreLeftover &before, const QString &typedName)
{
    auto running = BackupJobs::undo(m_server, before, typedName);
    begin(running.job);
    running.future.then(this, [this](const Result<SwapOutcome> &outcome) {
        begin({});
        if (!outcome) {
            Q_EMIT failed(outcome.error());
            return;
        }
        Q_EMIT statusMessage(tr("%1 is what it was again; what it was until now is kept as %2.")
                                 .arg(outcome->database, outcome->before));
        Q_EMIT databaseReplaced();
    });
}

void OldDatabases::askToDrop()
{
    const RestoreLeftover *one = chosen();
    if (!one)
        return;
    auto *dialog = new NameConfirm(
        {.title = tr("Drop %1").arg(one->name),
         .text = one->isBefore()
                   ? tr("The database that was %1 until the restore goes for good. The restore "
                        "cannot be undone then.")
                         .arg(one->mark.of)
                   : tr("What an unfinished restore of %1 left goes. The live database stays as it "
                        "is.")
                         .arg(one->mark.of),
         .lines = {},
         .goOn = tr("&Drop it"),
         .name = one->isBefore() ? one->name : QString()},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, leftover = *one] { drop(leftover); });
    dialog->open();
}

void OldDatabases::drop(const RestoreLeftover &leftover)
{
    auto running = BackupJobs::drop(m_server, leftover);
    begin(running.job);
    running.future.then(this, [this](const Result<QString> &dropped) {
        begin({});
        if (dropped)
            Q_EMIT statusMessage(tr("%1 is dropped").arg(*dropped));
        else
            Q_EMIT failed(dropped.error());
    });
}

/// Null: it ended.
void OldDatabases::begin(const JobPointer &job)
{
    m_isBusy = job != nullptr;
    updateActions();
    if (job)
        Q_EMIT jobStarted(job);
    else
        refresh();
}

}  // namespace roster
