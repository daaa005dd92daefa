// SPDX-License-Identifier: GPL-3.0-or-later
// BackupsPage: the folder that is shown.
#include "models/views/backuplistmodel.h"
#include "ui/backup/backupdetails.h"
#include "ui/backup/backupproxy.h"
#include "ui/backup/backupspage.h"
#include "ui/backup/backuptimeline.h"
#include "ui/backup/containerdialog.h"
#include "ui/backup/olddatabases.h"
#include "ui/common/emptystate.h"
#include "ui/common/errorbar.h"
#include "ui/common/pagememory.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
const auto memoryKey = u"backups"_s;
constexpr int recentAtMost = 8;
}  // namespace

void BackupsPage::showFolders()
{
    const QVariantMap saved = m_memory.load(memoryKey);
    if (m_path.isEmpty())
        m_path = saved.value(u"path"_s, BackupFolder::standard()).toString();
    QStringList paths = saved.value(u"recent"_s).toStringList();
    if (!paths.contains(m_path))
        paths.prepend(m_path);
    paths.removeAll(BackupFolder::standard());
    const QSignalBlocker blocker(m_folders);
    m_folders->clear();
    m_folders->addItem(tr("Roster's own backups"), BackupFolder::standard());
    m_folders->setItemData(0, BackupFolder::standard(), Qt::ToolTipRole);
    for (const QString &path : std::as_const(paths))
        m_folders->addItem(QDir::toNativeSeparators(path), path);
    m_folders->insertSeparator(m_folders->count());
    m_folders->addItem(tr("Open a folder…"), u"folder"_s);
    m_folders->addItem(tr("Open a file…"), u"file"_s);
    if (DockerClient::isThere())
        m_folders->addItem(tr("Open a folder in a docker container…"), u"container"_s);
    m_folders->setCurrentIndex(m_folders->findData(m_path));
    m_folders->setToolTip(m_path);
}

void BackupsPage::open(const QString &path)
{
    m_path = path;
    QStringList recent = m_memory.load(memoryKey).value(u"recent"_s).toStringList();
    if (path != BackupFolder::standard()) {
        recent.removeAll(path);
        recent.prepend(path);
        recent = recent.first(std::min<qsizetype>(recent.size(), recentAtMost));
    }
    m_memory.save(memoryKey, {{u"path"_s, path}, {u"recent"_s, recent}});
    showFolders();
    m_isFirst = true;
    m_model->setFiles({});
    refresh();
}

void BackupsPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of backups"),
                                   QFileInfo(m_path).isDir() ? m_path : QDir::homePath());
    dialog->setObjectName(u"backupFolderDialog"_s);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupsPage::open);
    dialog->open();
}

void BackupsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("A backup"),
                                   QFileInfo(m_path).isDir() ? m_path : QDir::homePath());
    dialog->setObjectName(u"backupFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupsPage::open);
    dialog->open();
}

void BackupsPage::chooseContainer()
{
    auto *dialog = new ContainerDialog(m_path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { open(dialog->path()); });
    dialog->open();
}

void BackupsPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void BackupsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(event->mimeData()->urls().first().toLocalFile());
}

void BackupsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_asked)
        refresh();
}

void BackupsPage::refresh()
{
    m_asked = true;
    if (m_listing)
        m_listing->cancel();
    if (m_isFirst) {
        m_model->setFiles({});
        m_empty->presentBusy(u"database"_s, tr("Reading the folder…"));
        m_stack->setCurrentIndex(0);
    }
    m_reading = std::shared_ptr<BackupReading>(new BackupReading,
                                               [](BackupReading *one) { one->deleteLater(); });
    connect(m_reading.get(), &BackupReading::pieceRead, this,
            [this, one = m_reading.get()](const QList<BackupFile> &files) {
                if (one == m_reading.get())
                    onPiece(files);
            });
    auto running = BackupJobs::list(m_path, m_reading);
    m_listing = running.job;
    running.future.then(this, [this, job = running.job](const Result<BackupOverview> &overview) {
        if (job == m_listing)
            onListed(overview);
    });
    m_oldDatabases->refresh();
}

/// The first rows of a long list, while the rest is read.
void BackupsPage::onPiece(const QList<BackupFile> &files)
{
    if (!m_isFirst)
        return;
    m_model->append(files);
    m_stack->setCurrentIndex(1);
}

void BackupsPage::onListed(const Result<BackupOverview> &overview)
{
    m_listing.reset();
    m_reading.reset();
    if (!overview) {
        m_model->setFiles({});
        m_overview = {};
        showWarnings();
        showTimeline();
        updateActions();
        if (overview.error().kind == Error::Kind::NotFound && m_path == BackupFolder::standard()) {
            showEmpty(
                tr("No backups yet"),
                tr("Make the first one of %1, or open a folder that holds some: Roster's own, "
                   "those of the docker image postgres-backup-local, or any other dumps.")
                    .arg(m_database),
                u"database"_s);
        } else {
            showEmpty(overview.error().message, overview.error().hint, u"warning"_s);
        }
        return;
    }
    const QString before = !m_chooseNext.isEmpty() ? m_chooseNext
                         : chosen()                ? chosen()->path()
                                                   : QString();
    m_chooseNext.clear();
    m_overview = *overview;
    m_model->setNow(QDateTime::currentDateTimeUtc());
    if (!m_isFirst || m_model->rowCount() != m_overview.listing.files.size())
        m_model->setFiles(m_overview.listing.files);
    m_isFirst = false;
    showDatabases();
    showTimeline();
    showWarnings();
    if (m_overview.listing.files.isEmpty()) {
        showEmpty(tr("There are no backups in this folder"),
                  tr("Make one of %1 here, or open another folder.").arg(m_database),
                  u"database"_s);
    } else {
        m_stack->setCurrentIndex(1);
    }
    choose(before);
    updateActions();
}

void BackupsPage::showEmpty(const QString &title, const QString &text, const QString &icon)
{
    m_empty->present(icon, title, text);
    m_empty->addButton(u"createBackupEmpty"_s, tr("Back up now…"), [this] { createBackup(); });
    m_empty->addButton(u"openFolderEmpty"_s, tr("&Open a folder…"), [this] { chooseFolder(); });
    m_stack->setCurrentIndex(0);
}

void BackupsPage::showWarnings()
{
    QStringList lines;
    for (const Staleness &promise : std::as_const(m_overview.promises)) {
        if (!promise.text.isEmpty())
            lines << u"⚠ "_s + promise.text;
    }
    for (const BackupListing::Leftover &one : std::as_const(m_overview.listing.leftovers)) {
        const QString name = QFileInfo(one.path).fileName();
        lines << (one.isBeingWritten
                      ? tr("%1 is being written.").arg(name)
                      : tr("%1 is left over from a run that was killed; the next backup there "
                           "removes it.")
                            .arg(name));
    }
    lines += m_overview.listing.notes;
    const Tone tone = Theme::tone(Theme::Meaning::Warning);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, tone.background);
    colours.setColor(QPalette::WindowText, tone.foreground);
    m_warnings->setPalette(colours);
    constexpr int linesAtMost = 4;
    if (lines.size() > linesAtMost) {
        m_warnings->setToolTip(lines.join(u'\n'));
        const int more = int(lines.size()) - linesAtMost;
        lines = lines.first(linesAtMost);
        lines << tr("… and %n more", nullptr, more);
    }
    m_warnings->setText(lines.join(u'\n'));
    m_warnings->setVisible(!lines.isEmpty());
}

void BackupsPage::showDatabases()
{
    const QVariant before = m_databases->currentData();
    const QSignalBlocker blocker(m_databases);
    m_databases->clear();
    m_databases->addItem(tr("All databases"));
    const QStringList names = m_model->databases();
    for (const QString &name : names)
        m_databases->addItem(name.isEmpty() ? tr("(not named)") : name,
                             name.isNull() ? u""_s : name);
    m_databases->setCurrentIndex(before.isValid() ? std::max(0, m_databases->findData(before)) : 0);
    m_databases->setVisible(names.size() > 1);
    const QVariant now = m_databases->currentData();
    m_proxy->setDatabase(now.isValid() ? now.toString() : QString());
}

void BackupsPage::showTimeline()
{
    QList<BackupTimeline::Mark> marks;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const BackupFile *file = m_model->at(m_proxy->mapToSource(m_proxy->index(row, 0)).row());
        if (file)
            marks << BackupTimeline::Mark{file->moment(), file->isGood(), file->path()};
    }
    m_timeline->setMarks(marks, QDateTime::currentDateTimeUtc());
    m_timeline->setVisible(marks.size() > 1);
}

/// This one, else the newest.
void BackupsPage::choose(const QString &path)
{
    const int row = path.isEmpty() ? -1 : m_model->rowOf(path);
    QModelIndex index = m_proxy->mapFromSource(m_model->index(std::max(row, 0), 0));
    if (!index.isValid())
        index = m_proxy->index(0, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    onChosen();
}

const BackupFile *BackupsPage::chosen() const
{
    return m_model->at(m_proxy->mapToSource(m_list->currentIndex()).row());
}

void BackupsPage::onChosen()
{
    m_details->present(chosen());
    m_timeline->setChosen(chosen() ? chosen()->path() : QString());
    updateActions();
}

void BackupsPage::updateActions()
{
    const bool isBusy = m_running != nullptr || m_isPlanning;
    const bool hasOne = chosen() != nullptr;
    m_create->setEnabled(!isBusy);
    m_verify->setEnabled(!isBusy && hasOne);
    m_restore->setEnabled(hasOne);
    m_inspect->setEnabled(hasOne);
    m_pruneAction->setEnabled(!isBusy && m_overview.listing.hasSlots);
}

void BackupsPage::showError(const Error &error)
{
    m_errorBar->showError(error);
}

}  // namespace roster
