// SPDX-License-Identifier: GPL-3.0-or-later
// MigrationsPage: what it starts, and what is asked before.
#include "models/database/connections.h"
#include "models/views/migrationlistmodel.h"
#include "ui/backup/backupjobs.h"
#include "ui/common/commandtext.h"
#include "ui/common/errorbar.h"
#include "ui/migrations/migrationspage.h"
#include "ui/migrations/revisiondetails.h"
#include "ui/migrations/revisiontext.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QStringList commandWords(const MigrationAct &act)
{
    switch (act.kind) {
    case MigrationAct::Kind::Upgrade:
        return {u"upgrade"_s, act.target};
    case MigrationAct::Kind::Downgrade:
        return {u"downgrade"_s, act.target};
    case MigrationAct::Kind::Stamp:
        break;
    }
    return {u"stamp"_s, act.target};
}

QString goOnText(MigrationAct::Kind kind)
{
    switch (kind) {
    case MigrationAct::Kind::Upgrade:
        return MigrationsPage::tr("&Upgrade");
    case MigrationAct::Kind::Downgrade:
        return MigrationsPage::tr("&Downgrade");
    case MigrationAct::Kind::Stamp:
        break;
    }
    return MigrationsPage::tr("&Mark");
}

QString doneText(const MigrationAct &act, const MigrationReport &report)
{
    const int steps = int(report.steps.size());
    switch (act.kind) {
    case MigrationAct::Kind::Upgrade:
        return MigrationsPage::tr("%n revision(s) applied", nullptr, steps);
    case MigrationAct::Kind::Downgrade:
        return MigrationsPage::tr("%n revision(s) undone", nullptr, steps);
    case MigrationAct::Kind::Stamp:
        break;
    }
    return MigrationsPage::tr("Marked as being at %1").arg(act.title);
}

/// What will happen, in words.
QString questionText(const MigrationAct &act, const MigrationReport &report)
{
    const int steps = int(report.steps.size());
    switch (act.kind) {
    case MigrationAct::Kind::Upgrade:
        return MigrationsPage::tr("%n revision(s) will be applied. Nothing has been sent yet.",
                                  nullptr, steps);
    case MigrationAct::Kind::Downgrade:
        return MigrationsPage::tr("%n revision(s) will be undone. What their tables and columns "
                                  "hold by then is lost. Nothing has been sent yet.",
                                  nullptr, steps);
    case MigrationAct::Kind::Stamp:
        break;
    }
    return MigrationsPage::tr("No table is touched: the database only counts as being at %1, "
                              "whatever its tables are.")
        .arg(act.title);
}

}  // namespace

MigrationAct MigrationsPage::act(MigrationAct::Kind kind, const QString &target,
                                 const QString &title) const
{
    MigrationAct act;
    act.kind = kind;
    act.target = target;
    act.title = title;
    if (m_model->history())
        act.files = m_model->history()->files;
    act.alembic = sourcesOf(m_memory).alembic;
    return act;
}

MigrationAct MigrationsPage::upgradeAct() const
{
    const MigrationHistory::Row *row = chosen();
    const bool possible = row && row->revision->isRunnable()
                       && !row->marks.testFlag(RevisionMark::Applied)
                       && !row->marks.testFlag(RevisionMark::Unwanted);
    return possible ? act(MigrationAct::Kind::Upgrade, row->revision->id, row->revision->title())
                    : MigrationAct();
}

MigrationAct MigrationsPage::downgradeAct() const
{
    const MigrationHistory::Row *row = chosen();
    if (!row)
        return {};
    if (row->marks.testFlag(RevisionMark::Current) || row->marks.testFlag(RevisionMark::HalfDone)) {
        const QStringList &parents = row->revision->parents;
        return act(MigrationAct::Kind::Downgrade, u"-1"_s,
                   parents.isEmpty() ? tr("the beginning") : parents.join(u", "_s));
    }
    if (!row->marks.testFlag(RevisionMark::Applied))
        return {};
    return act(MigrationAct::Kind::Downgrade, row->revision->id, row->revision->title());
}

void MigrationsPage::updateActions()
{
    const MigrationHistory *history = m_model->history().get();
    const MigrationHistory::Row *row = chosen();
    const bool isBusy = m_running != nullptr || m_isPreviewing;
    const bool mayWrite = history && history->missingRights.isEmpty() && !history->readOnly;
    const bool isBroken = history && !history->state.faults().isEmpty();
    const MigrationAct up = upgradeAct();
    const MigrationAct down = downgradeAct();
    const bool undoes = down.target == "-1"_L1;
    const bool resumes = row && row->marks.testFlag(RevisionMark::HalfDone);
    m_upgrade->setText(resumes ? tr("&Go on with it…") : tr("&Upgrade to this…"));
    m_downgrade->setText(undoes ? tr("&Undo this…") : tr("Do&wngrade to this…"));
    m_upgrade->setEnabled(!isBusy && mayWrite && !isBroken && !up.target.isEmpty());
    m_downgrade->setEnabled(!isBusy && mayWrite && !down.target.isEmpty());
    m_upgradeAll->setEnabled(!isBusy && mayWrite && !isBroken
                             && !history->state.pending().isEmpty());
    if (m_stampAction) {
        m_stampAction->setEnabled(!isBusy && mayWrite && row);
        m_baseAction->setEnabled(!isBusy && mayWrite && !history->state.rows().isEmpty());
        m_squashAction->setEnabled(!isBusy && history && !isBroken
                                   && !history->files.revisions.isEmpty());
    }
    m_details->setRehearsal(!isBusy && mayWrite && !(up.target.isEmpty() && down.target.isEmpty()),
                            up.target.isEmpty() ? Direction::Downgrade : Direction::Upgrade);
    const QString shows = tr("Shows the SQL first");
    const QString mayNot = tr("This connection may not migrate");
    m_downgrade->setToolTip(!history || mayWrite ? shows : mayNot);
    for (QPushButton *button : {m_upgrade, m_upgradeAll}) {
        button->setToolTip(isBroken               ? tr("First mend the revisions that are broken")
                           : !history || mayWrite ? shows
                                                  : mayNot);
    }
}

void MigrationsPage::askFor(const MigrationAct &act)
{
    if (act.target.isEmpty() || m_isPreviewing || m_running)
        return;
    m_isPreviewing = true;
    updateActions();
    MigrationJobs::preview(m_connections, act)
        .future.then(this, [this, act](const Result<MigrationJobs::ActPreview> &preview) {
            m_isPreviewing = false;
            updateActions();
            if (preview)
                confirm(act, *preview);
            else
                showError(preview.error());
        });
}

void MigrationsPage::confirm(const MigrationAct &act, const MigrationJobs::ActPreview &preview)
{
    const MigrationReport &report = preview.report;
    QStringList text{questionText(act, report)};
    if (!preview.losses.isEmpty()) {
        text << tr("Rows that are there now are lost for good: %1.")
                    .arg(preview.losses.join(", "_L1));
    }
    text += report.warnings;
    if (act.kind == MigrationAct::Kind::Upgrade && m_model->history()->state.isForeign()
        && act.alembic.isEmpty()) {
        text << tr("Alembic manages this database: until its folder has the .py of what is applied "
                   "here, its own commands stop. Name that folder first (More), and Roster writes "
                   "it there.");
    }
    MigrationConfirm *dialog = openConfirm(
        {.title = MigrationJobs::titleOf(act),
         .text = text.join(u"\n\n"_s),
         .sql = report.sql,
         .goOn = goOnText(act.kind),
         .database = {},
         .backup = act.kind == MigrationAct::Kind::Stamp ? MigrationConfirm::Backup::None
                 : preview.losses.isEmpty()              ? MigrationConfirm::Backup::Offered
                                                         : MigrationConfirm::Backup::Advised});
    connect(dialog, &QDialog::accepted, this, [this, act, dialog] {
        MigrationAct confirmed = act;
        confirmed.confirmedName = dialog->typed();
        if (dialog->wantsBackup())
            backUpAndStart(confirmed);
        else
            start(confirmed);
    });
}

MigrationConfirm *MigrationsPage::openConfirm(MigrationConfirm::Question question)
{
    if (isProduction())
        question.database = m_model->history()->state.databaseName();
    auto *dialog = new MigrationConfirm(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void MigrationsPage::backUpAndStart(const MigrationAct &act)
{
    m_errorBar->clear();
    auto making = BackupJobs::create(m_connections, BackupJobs::usual(m_connections.profile()));
    showRunning(making.job);
    making.future.then(this, [this, act](const Result<BackupReceipt> &receipt) {
        showRunning({});
        if (receipt) {
            Q_EMIT statusMessage(tr("Backed up to %1").arg(receipt->path));
            start(act);
            return;
        }
        Error error = receipt.error();
        error.hint = QStringList{tr("Nothing was migrated."), error.hint}.join(u' ').trimmed();
        showError(error);
    });
}

void MigrationsPage::start(const MigrationAct &act)
{
    m_errorBar->clear();
    auto running = MigrationJobs::run(m_connections, act);
    showRunning(running.job);
    running.future.then(this, [this, act](const Result<MigrationReport> &report) {
        showRunning({});
        onDone(act, report);
    });
}

void MigrationsPage::onDone(const MigrationAct &act, const Result<MigrationReport> &report)
{
    if (!report) {
        showError(report.error());
    } else if (!report->warnings.isEmpty()) {
        m_errorBar->showMessage(Theme::Meaning::Warning, doneText(act, *report),
                                report->warnings.join(u'\n'));
    } else {
        Q_EMIT statusMessage(doneText(act, *report));
    }
    // What ran before a failing revision stays.
    const int read = ++m_reads;
    MigrationJobs::readHistory(m_connections, sourcesOf(m_memory))
        .future.then(this, [this, read](const Result<HistoryPointer> &history) {
            if (read == m_reads && history)
                showHistory(*history);
        });
    Q_EMIT schemaChanged();
}

void MigrationsPage::rehearseChosen()
{
    const MigrationAct up = upgradeAct();
    const MigrationAct act = up.target.isEmpty() ? downgradeAct() : up;
    if (act.target.isEmpty() || m_running)
        return;
    if (!isProduction()) {
        startRehearsal(act);
        return;
    }
    const MigrationConfirm *dialog = openConfirm(
        {.title = tr("Rehearse"),
         .text = tr("All of it runs and is rolled back: nothing is changed, and its locks hold "
                    "others up while it lasts."),
         .sql = {},
         .goOn = tr("&Rehearse"),
         .database = {},
         .backup = MigrationConfirm::Backup::None});
    connect(dialog, &QDialog::accepted, this, [this, act] { startRehearsal(act); });
}

void MigrationsPage::startRehearsal(const MigrationAct &act)
{
    auto running = MigrationJobs::rehearseAct(m_connections, act);
    showRunning(running.job);
    m_details->showRehearsing();
    const QString id = chosen() ? chosen()->revision->id : QString();
    running.future.then(this, [this, id](const Result<QList<RehearsedRevision>> &revisions) {
        showRunning({});
        if (chosen() && chosen()->revision->id == id)
            m_details->showRehearsed(revisions);
        else if (!revisions)
            showError(revisions.error());
    });
}

void MigrationsPage::showRunning(const JobPointer &job)
{
    m_running = job;
    m_progress->setVisible(job != nullptr);
    if (job) {
        connect(job.get(), &Job::changed, this, &MigrationsPage::updateProgress);
        updateProgress();
    }
    updateActions();
}

void MigrationsPage::updateProgress()
{
    if (!m_running)
        return;
    const Progress::State state = m_running->state();
    m_progressText->setText(state.text.isEmpty() ? m_running->title() : state.text);
    m_progressBar->setRange(0, std::max(0, int(state.total)));
    m_progressBar->setValue(int(state.done));
}

/// A place in a file of the list is offered to be looked at.
void MigrationsPage::showError(const Error &error)
{
    m_errorBar->showError(error);
    static const QRegularExpression place(u"^(.+?):(\\d+):(\\d+): "_s);
    const auto match = place.match(error.message);
    if (!match.hasMatch() || !m_model->history())
        return;
    const int line = match.captured(2).toInt();
    for (const MigrationHistory::Row &row : m_model->history()->rows) {
        if (row.revision->path != match.captured(1)
            && row.revision->fileName() != match.captured(1))
            continue;
        m_errorBar->setAction(tr("&Show the place"), [this, id = row.revision->id, line] {
            choose(id);
            m_details->jumpTo(line);
        });
        return;
    }
}

void MigrationsPage::chooseFolder(bool alembic)
{
    RevisionSources sources = sourcesOf(m_memory);
    auto *dialog =
        new QFileDialog(this, alembic ? tr("Folder of Alembic's") : tr("Folder of revisions"),
                        alembic ? sources.alembic : sources.folder);
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, alembic](const QString &folder) {
        RevisionSources chosen = sourcesOf(m_memory);
        (alembic ? chosen.alembic : chosen.folder) = folder;
        setSources(chosen);
    });
    dialog->open();
}

void MigrationsPage::copyCommand(const MigrationAct &act) const
{
    QStringList words{u"roster"_s};
    words << databaseOptions(m_connections.profile()) << u"migrate"_s;
    words << (act.target.isEmpty() ? QStringList{u"status"_s} : commandWords(act));
    const RevisionSources sources = sourcesOf(m_memory);
    if (!sources.folder.isEmpty())
        words << u"--migrations"_s << sources.folder;
    if (!sources.alembic.isEmpty())
        words << u"--alembic"_s << sources.alembic;
    QGuiApplication::clipboard()->setText(shellLine(words));
}

}  // namespace roster
