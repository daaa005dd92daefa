// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPSPAGE_H
#define ROSTER_BACKUP_BACKUPSPAGE_H

#include "ui/backup/backupjobs.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTabWidget;
class QToolButton;

namespace roster {

class BackupDetails;
class BackupListModel;
class BackupProxy;
class BackupTimeline;
class Connections;
class DumpXray;
class EmptyState;
class ErrorBar;
class OldDatabases;
class PageMemory;
class RestoreWizard;
struct DumpExcerpt;
struct RestorePlan;
struct RowDifference;

/// The backups of a folder: what there is, what is known of each, and the ways to make one, to
/// check one, and to bring one back.
class BackupsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page. `database`: the one that the window shows.
    BackupsPage(Connections &connections, QString database, PageMemory &memory,
                QWidget *parent = nullptr);
    ~BackupsPage() override;

    /// Reads folder and server again; the chosen backup stays chosen.
    void refresh();
    /// A folder, one file, or a directory dump; remembered.
    void open(const QString &path);
    QString path() const { return m_path; }

Q_SIGNALS:
    void statusMessage(const QString &text);
    /// To be listed with the others.
    void jobStarted(const roster::JobPointer &job);
    /// To be staged on their table's page.
    void rowsWanted(const roster::RowDifference &difference);
    /// Another database has its name now.
    void databaseReplaced();

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildList();
    QWidget *buildPage();
    QWidget *buildHead();
    QWidget *buildFoot();
    void buildMenus();
    void showFolders();
    void chooseFolder();
    void chooseFile();
    void chooseContainer();

    void onPiece(const QList<BackupFile> &files);
    void onListed(const Result<BackupOverview> &overview);
    void showEmpty(const QString &title, const QString &text, const QString &icon);
    void showWarnings();
    void showDatabases();
    void showTimeline();
    void choose(const QString &path);
    void onChosen();
    void updateActions();
    const BackupFile *chosen() const;

    void createBackup();
    void startBackup(const BackupRequest &request);
    void onCreated(const Result<BackupReceipt> &receipt);
    void verify(BackupVerification::Level level);
    void drill();
    void check(Running<Result<BackupFile>> running, const QString &name);
    void schedule();
    void prune();
    void confirmPrune(const PrunePlan &plan);
    void lookInside();
    void compare(const DumpExcerpt &excerpt);
    void restore();
    void clean();
    void openWizard(const RestorePlan &plan);
    void copyCommand() const;
    void showRunning(const JobPointer &job);
    void updateProgress();
    void showError(const Error &error);

    Connections &m_connections;
    QString m_database;
    PageMemory &m_memory;
    QString m_path;
    BackupListModel *m_model;
    BackupProxy *m_proxy;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorBar *m_errorBar;
    QLabel *m_warnings;
    QTabWidget *m_tabs;
    QSplitter *m_splitter;
    QTableView *m_list;
    BackupDetails *m_details;
    BackupTimeline *m_timeline;
    OldDatabases *m_oldDatabases;
    QComboBox *m_folders;
    QComboBox *m_databases;
    QWidget *m_progress;
    QLabel *m_progressText;
    QProgressBar *m_progressBar;
    QPushButton *m_create;
    QToolButton *m_verify;
    QPushButton *m_restore;
    QToolButton *m_more;
    QAction *m_pruneAction = nullptr;
    QPushButton *m_inspect;
    QPointer<DumpXray> m_xray;
    QPointer<RestoreWizard> m_wizard;
    JobPointer m_running;
    JobPointer m_listing;
    std::shared_ptr<BackupReading> m_reading;
    BackupOverview m_overview;
    QString m_chooseNext;  ///< the backup to choose when the folder was read
    QTimer m_clock;        ///< ages
    bool m_asked = false;
    bool m_isFirst = true;  ///< of this folder nothing was read yet
    bool m_isPlanning = false;
};

}  // namespace roster

#endif
