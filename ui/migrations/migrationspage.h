// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_MIGRATIONSPAGE_H
#define ROSTER_MIGRATIONS_MIGRATIONSPAGE_H

#include "ui/migrations/migrationconfirm.h"
#include "ui/migrations/migrationjobs.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace roster {

class Connections;
class EmptyState;
class ErrorBar;
class MigrationListModel;
class PageMemory;
class RevisionDetails;

/// The schema's history as a graph, the chosen revision, and the ways up and down from where the
/// database stands. Whatever changes the database is shown as SQL first.
class MigrationsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    MigrationsPage(Connections &connections, PageMemory &memory, QWidget *parent = nullptr);
    ~MigrationsPage() override;

    /// Reads files and database again; the chosen revision stays chosen.
    void refresh();

    /// Where a database's revisions come from, by what was chosen on its page.
    static RevisionSources sourcesOf(const PageMemory &memory);
    /// Puts the folder that a saved connection has into what is remembered of its database.
    static void rememberFolder(PageMemory &memory, const QString &folder);

Q_SIGNALS:
    void statusMessage(const QString &text);
    /// Something ran: tables may be others now.
    void schemaChanged();
    void historyRead(const roster::HistoryPointer &history);
    /// Of revisions; empty: only the built-in ones.
    void folderChosen(const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildList();
    QWidget *buildHead();
    QWidget *buildFoot();
    void buildMenu();
    void setSources(const RevisionSources &sources);
    void chooseFolder(bool alembic);
    /// Calls `then` with the folder of new revisions, asked for where none was chosen yet.
    void withFolder(const std::function<void(const QString &)> &then);

    void onHistory(const Result<HistoryPointer> &history);
    void showHistory(const HistoryPointer &history);
    void choose(const QString &id);
    void onChosen();
    void updateActions();
    void lintChosen();
    void readLocks();
    void showDrift();
    void mergeHeads();
    void confirmMerge(const QString &folder);
    void askForSquash();
    void squash(const QString &first, const QString &last, const QString &message);
    void confirmSquash(const NewRevision &revision, const QString &folder);
    void write(const NewRevision &revision, const QString &folder);

    MigrationAct act(MigrationAct::Kind kind, const QString &target, const QString &title) const;
    /// What Upgrade and Downgrade mean for the chosen revision; an empty target: nothing.
    MigrationAct upgradeAct() const;
    MigrationAct downgradeAct() const;
    void askFor(const MigrationAct &act);
    void confirm(const MigrationAct &act, const MigrationJobs::ActPreview &preview);
    void backUpAndStart(const MigrationAct &act);
    void start(const MigrationAct &act);
    void onDone(const MigrationAct &act, const Result<MigrationReport> &report);
    void rehearseChosen();
    void startRehearsal(const MigrationAct &act);
    /// Fills in the database of a production one.
    MigrationConfirm *openConfirm(MigrationConfirm::Question question);
    void showRunning(const JobPointer &job);
    void updateProgress();
    void showError(const Error &error);
    void copyCommand(const MigrationAct &act) const;
    void addNewRevision(QHBoxLayout *head);
    void openNewRevision();

    const MigrationHistory::Row *chosen() const;
    bool isProduction() const;

    Connections &m_connections;
    PageMemory &m_memory;
    MigrationListModel *m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorBar *m_errorBar;
    QLabel *m_summary;
    QSplitter *m_splitter;
    QTableView *m_list;
    RevisionDetails *m_details;
    QWidget *m_progress;
    QLabel *m_progressText;
    QProgressBar *m_progressBar;
    QPushButton *m_stop;
    QPushButton *m_merge;
    QPushButton *m_upgradeAll;
    QPushButton *m_upgrade;
    QPushButton *m_downgrade;
    QToolButton *m_more;
    QAction *m_stampAction = nullptr;
    QAction *m_baseAction = nullptr;
    QAction *m_squashAction = nullptr;
    QAction *m_newAction = nullptr;
    JobPointer m_running;
    JobPointer m_lint;
    QTimer m_lintSoon;
    bool m_asked = false;
    bool m_isPreviewing = false;
    bool m_isReadingLocks = false;
    QString m_chooseNext;  ///< the revision to choose when the history was read
    int m_reads = 0;       ///< the answer to the last question counts
};

}  // namespace roster

#endif
