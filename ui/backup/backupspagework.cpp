// SPDX-License-Identifier: GPL-3.0-or-later
// BackupsPage: what is done with backups.
#include "models/database/connections.h"
#include "models/views/backuplistmodel.h"
#include "ui/backup/backupdetails.h"
#include "ui/backup/backupspage.h"
#include "ui/backup/createbackupdialog.h"
#include "ui/backup/nameconfirm.h"
#include "ui/backup/scheduledialog.h"
#include "ui/common/commandtext.h"
#include "ui/common/errorbar.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int barSteps = 1000;
}

void BackupsPage::createBackup()
{
    if (m_running)
        return;
    const bool isFolder = m_path == BackupFolder::standard() || QFileInfo(m_path).isDir();
    auto *dialog = new CreateBackupDialog(m_connections.profile(), m_database,
                                          isFolder ? m_path : BackupFolder::standard(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startBackup(dialog->request()); });
    dialog->open();
}

void BackupsPage::schedule()
{
    const bool isFolder = m_path == BackupFolder::standard() || QFileInfo(m_path).isDir();
    auto *dialog = new ScheduleDialog(m_connections.profile(), m_database,
                                      isFolder ? m_path : BackupFolder::standard(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScheduleDialog::changed, this, &BackupsPage::refresh);
    dialog->open();
}

void BackupsPage::startBackup(const BackupRequest &request)
{
    m_errorBar->clear();
    auto running = BackupJobs::create(m_connections, request);
    showRunning(running.job);
    running.future.then(this,
                        [this, folder = request.folder](const Result<BackupReceipt> &receipt) {
                            showRunning({});
                            onCreated(receipt);
                            if (receipt && folder != m_path)
                                open(folder);
                            else
                                refresh();
                        });
}

void BackupsPage::onCreated(const Result<BackupReceipt> &receipt)
{
    if (!receipt) {
        showError(receipt.error());
        return;
    }
    m_chooseNext = receipt->path;
    const BackupManifest &manifest = receipt->manifest;
    const QString done = tr("%1 is backed up: %2 rows in %n table(s), %3, read again to the end.",
                            nullptr, int(manifest.rows.size()))
                             .arg(manifest.database, QLocale().toString(manifest.totalRows()),
                                  QLocale().formattedDataSize(manifest.size));
    if (receipt->warnings.isEmpty())
        m_errorBar->showMessage(Theme::Meaning::Info, done, receipt->path);
    else
        m_errorBar->showMessage(Theme::Meaning::Warning, done, receipt->warnings.join(u'\n'));
    Q_EMIT statusMessage(done);
}

void BackupsPage::verify(BackupVerification::Level level)
{
    const BackupFile *file = chosen();
    if (file && !m_running)
        check(BackupJobs::verify(*file, level), file->name());
}

void BackupsPage::drill()
{
    const BackupFile *file = chosen();
    if (file && !m_running)
        check(BackupJobs::drill(m_connections.profile(), *file), file->name());
}

void BackupsPage::check(Running<Result<BackupFile>> running, const QString &name)
{
    m_errorBar->clear();
    Q_EMIT jobStarted(running.job);
    showRunning(running.job);
    running.future.then(this, [this, name](const Result<BackupFile> &seen) {
        showRunning({});
        if (!seen) {
            showError(seen.error());
            return;
        }
        m_model->replace(*seen);
        onChosen();
        const BackupVerification &found = *seen->verification;
        m_errorBar->showMessage(
            found.level < BackupVerification::Level::Full && !found.note.isEmpty()
                ? Theme::Meaning::Warning
                : Theme::Meaning::Info,
            tr("%1: %2").arg(name, BackupVerification::levelName(found.level)), found.note);
    });
}

void BackupsPage::prune()
{
    if (m_isPlanning || m_running)
        return;
    m_isPlanning = true;
    updateActions();
    BackupJobs::planPrune(m_path, Retention())
        .future.then(this, [this](const Result<PrunePlan> &plan) {
            m_isPlanning = false;
            updateActions();
            if (plan)
                confirmPrune(*plan);
            else
                showError(plan.error());
        });
}

void BackupsPage::confirmPrune(const PrunePlan &plan)
{
    if (plan.removals.isEmpty()) {
        m_errorBar->showMessage(Theme::Meaning::Info, tr("Nothing has served its time."),
                                tr("Only backups of Roster's own are ever removed, and never the "
                                   "last one of a database that was verified."));
        return;
    }
    QStringList lines;
    qint64 bytes = 0;
    for (const Retention::Removal &one : plan.removals) {
        bytes += one.isLastName ? one.size : 0;
        lines << (one.isLastName ? tr("%1: the file goes (%2)")
                                       .arg(one.path, QLocale().formattedDataSize(one.size))
                                 : tr("%1: only this name goes").arg(one.path));
    }
    const Retention kept;
    auto *dialog = new NameConfirm(
        {.title = tr("What has served its time"),
         .text = tr("Kept are the last %1 day(s), daily ones for %2 days, weekly ones for %3 weeks "
                    "and monthly ones for %4 months. %n name(s) go, %5 get free.",
                    nullptr, int(plan.removals.size()))
                     .arg(kept.lastDays)
                     .arg(kept.dailyDays)
                     .arg(kept.weeklyWeeks)
                     .arg(kept.monthlyMonths)
                     .arg(QLocale().formattedDataSize(bytes)),
         .lines = lines.join(u'\n'),
         .goOn = tr("&Remove them"),
         .name = {}},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, plan] {
        auto running = BackupJobs::prune(plan);
        Q_EMIT jobStarted(running.job);
        showRunning(running.job);
        running.future.then(this, [this](const Result<qint64> &removed) {
            showRunning({});
            if (removed)
                Q_EMIT statusMessage(tr("%n name(s) removed", nullptr, int(*removed)));
            else
                showError(removed.error());
            refresh();
        });
    });
    dialog->open();
}

void BackupsPage::copyCommand() const
{
    QStringList words{u"roster"_s};
    if (const BackupFile *file = chosen()) {
        words << u"restore"_s << file->path() << u"--replace"_s << m_database << u"--dry-run"_s;
        words += databaseOptions(m_connections.profile());
    } else {
        words << u"backup"_s << u"list"_s << m_path;
    }
    QGuiApplication::clipboard()->setText(shellLine(words));
}

void BackupsPage::showRunning(const JobPointer &job)
{
    m_running = job;
    m_progress->setVisible(job != nullptr);
    if (job) {
        connect(job.get(), &Job::changed, this, &BackupsPage::updateProgress);
        updateProgress();
    }
    updateActions();
}

void BackupsPage::updateProgress()
{
    if (!m_running)
        return;
    const Progress::State state = m_running->state();
    m_progressText->setText(state.text.isEmpty() ? m_running->title() : state.text);
    const bool isKnown = state.total > 0;
    m_progressBar->setRange(0, isKnown ? barSteps : 0);
    // Bytes outgrow the bar's int.
    m_progressBar->setValue(isKnown ? int(double(state.done) / double(state.total) * barSteps) : 0);
}

}  // namespace roster
