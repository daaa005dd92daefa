// SPDX-License-Identifier: GPL-3.0-or-later
// SeedersPage: what its buttons do.
#include "models/database/connections.h"
#include "ui/common/errorbar.h"
#include "ui/seeders/seedbatchlist.h"
#include "ui/seeders/seedconfirmdialog.h"
#include "ui/seeders/seedercard.h"
#include "ui/seeders/seederspage.h"
#include "ui/seeders/seedjobs.h"
#include "ui/seeders/seednews.h"
#include "ui/seeders/seedpreviewdialog.h"
#include "ui/seeders/seedprogress.h"
#include "ui/seeders/seedtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// Tables that hold other rows than before.
QList<TableName> changedBy(const QList<SeedReport> &reports)
{
    QList<TableName> changed;
    for (const SeedReport &report : reports) {
        if (report.rehearsed)
            continue;
        changed << report.table;
        for (const SeedVictim &victim : report.victims)
            changed << victim.table;
    }
    return changed;
}

}  // namespace

void SeedersPage::start(SeederCard *card)
{
    if (m_isBusy)
        return;
    const SeedTask task = card->task();
    if (task.request.mode != SeedRequest::Mode::Replace) {
        run(card, task, true);  // no row goes
        return;
    }
    auto checking = checkSeeding(m_connections, task);
    begin(checking.job);
    card->follow(checking.job);
    checking.future.then(this, [this, card, task](const Result<QList<SeedCheck>> &checks) {
        onChecked(card, task, checks);
    });
}

void SeedersPage::onChecked(SeederCard *card, SeedTask task, const Result<QList<SeedCheck>> &checks)
{
    end();
    if (!checks) {
        onFailed(card, checks.error());
        return;
    }
    if (std::any_of(checks->begin(), checks->end(),
                    [](const SeedCheck &check) { return check.needsConfirmation(); }))
        confirm(card, std::move(task), *checks);
    else
        run(card, task, true);
}

void SeedersPage::confirm(SeederCard *card, SeedTask task, const QList<SeedCheck> &checks)
{
    auto *dialog = new SeedConfirmDialog(checks, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<SeederCard> still(card);
    connect(dialog, &QDialog::accepted, this, [this, still, dialog, task]() mutable {
        task.request.confirmation = dialog->typed();
        if (still)
            run(still, task, true);
    });
    dialog->open();
}

void SeedersPage::run(SeederCard *card, const SeedTask &task, bool really)
{
    if (m_isBusy)
        return;
    auto running = runSeeding(m_connections, task, really);
    begin(running.job);
    card->follow(running.job);
    const QPointer<SeedersPage> page(this);
    running.future.then(
        m_news.get(), [news = m_news, page, card](const Result<QList<SeedReport>> &reports) {
            if (page)
                page->onRun(card, reports);
            const QList<TableName> changed = reports ? changedBy(*reports) : QList<TableName>();
            if (!changed.isEmpty())
                Q_EMIT news->tablesChanged(changed);
        });
}

void SeedersPage::onRun(SeederCard *card, const Result<QList<SeedReport>> &reports)
{
    end();
    refresh();
    if (!reports) {
        onFailed(card, reports.error());
        return;
    }
    QStringList lines;
    for (const SeedReport &report : *reports)
        lines << reportText(report);
    if (lines.isEmpty())
        lines << tr("There was nothing to do.");
    card->showOutcome(lines.join(u'\n'));
    Q_EMIT statusMessage(lines.constLast());
}

void SeedersPage::onFailed(SeederCard *card, const Error &error)
{
    if (error.kind == Error::Kind::Cancelled) {
        card->showOutcome(tr("Stopped. Nothing was changed."));
        return;
    }
    card->showOutcome({});
    m_error->showError(error);
    card->focusOption(error.column);
}

void SeedersPage::preview(SeederCard *card)
{
    if (m_isPreviewing)
        return;
    m_isPreviewing = true;
    m_error->clear();
    auto previewing = previewSeeding(m_connections, card->task());
    const QPointer<SeederCard> still(card);
    previewing.future.then(this, [this, still](const Result<SeedPreview> &preview) {
        m_isPreviewing = false;
        if (still)
            showPreview(still, preview);
    });
}

void SeedersPage::showPreview(SeederCard *card, const Result<SeedPreview> &preview)
{
    if (!preview) {
        onFailed(card, preview.error());
        return;
    }
    auto *dialog = new SeedPreviewDialog(card->task().title, *preview, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setRunnable(!m_overview.obstacle && !m_isBusy);
    const QPointer<SeederCard> still(card);
    connect(dialog, &SeedPreviewDialog::runRequested, this, [this, still] {
        if (still)
            start(still);
    });
    dialog->open();
}

void SeedersPage::create(SeederCard *card)
{
    auto creating = createSeederTable(m_connections, card->table());
    begin(creating.job);
    creating.future.then(this, [this](const Result<QList<TableName>> &created) {
        end();
        refresh();
        if (!created) {
            m_error->showError(created.error());
            return;
        }
        Q_EMIT statusMessage(tr("%n table(s) created", nullptr, int(created->size())));
        Q_EMIT tablesCreated();
    });
}

void SeedersPage::lookAtBatch(qint64 batch)
{
    auto looking = removeSeeded(m_connections, batch, false);
    begin(looking.job);
    m_batches->progress().follow(looking.job);
    looking.future.then(this, [this](const Result<SeedRemoval> &removal) {
        end();
        if (removal)
            askToRemove(*removal);
        else if (removal.error().kind != Error::Kind::Cancelled)
            m_error->showError(removal.error());
    });
}

void SeedersPage::askToRemove(const SeedRemoval &removal)
{
    auto *box = new QMessageBox(window());
    box->setObjectName(u"confirmRemoval"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Remove batch %1").arg(removal.batch));
    box->setTextFormat(Qt::PlainText);
    box->setText(removalText(removal));
    QPushButton *remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"removeNow"_s);
    remove->setEnabled(removal.removed > 0);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setEscapeButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this,
            [this, batch = removal.batch] { removeBatch(batch); });
    box->open();
}

void SeedersPage::removeBatch(qint64 batch)
{
    if (m_isBusy)
        return;
    auto removing = removeSeeded(m_connections, batch, true);
    begin(removing.job);
    m_batches->progress().follow(removing.job);
    const QPointer<SeedersPage> page(this);
    removing.future.then(m_news.get(), [news = m_news, page](const Result<SeedRemoval> &removal) {
        if (page)
            page->onRemoved(removal);
        if (removal)
            Q_EMIT news->tablesChanged({removal->table});
    });
}

void SeedersPage::onRemoved(const Result<SeedRemoval> &removal)
{
    end();
    refresh();
    if (!removal) {
        if (removal.error().kind != Error::Kind::Cancelled)
            m_error->showError(removal.error());
        return;
    }
    const QString text = removalText(*removal);
    m_error->showMessage(Theme::Meaning::Info, text.section(u'\n', 0, 0), text.section(u'\n', 1));
    Q_EMIT statusMessage(text.section(u'\n', 0, 0));
}

void SeedersPage::copy(const QString &command)
{
    QGuiApplication::clipboard()->setText(command);
    Q_EMIT statusMessage(tr("Copied: %1").arg(command));
}

}  // namespace roster
