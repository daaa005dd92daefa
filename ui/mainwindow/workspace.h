// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_WORKSPACE_H
#define ROSTER_MAINWINDOW_WORKSPACE_H

#include "models/browsing/rowdifference.h"
#include "models/browsing/tablequery.h"
#include "ui/connection/connectiontarget.h"
#include "ui/mainwindow/confirmdiscard.h"
#include "ui/mainwindow/databasememory.h"
#include "ui/mainwindow/databaseoverview.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace roster {

class ChartPage;
class ConnectionBar;
class Connections;
class EmptyState;
class ErrorBar;
class JobListModel;
class PageTabs;
class PendingBar;
class TableTab;
class WindowSettings;

/// One open database in the window: its connections, its pages as tabs, and what is said above
/// them. Made when the database was reached, given up as a whole when another one is opened.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    /// `connections` gets a parent and is closed in its own time when this is destroyed.
    Workspace(std::unique_ptr<Connections> connections, ConnectionTarget target,
              DatabaseOverview overview, WindowSettings &settings, JobListModel &jobs,
              QWidget *parent = nullptr);
    ~Workspace() override;

    const ConnectionTarget &target() const { return m_target; }
    const DatabaseOverview &overview() const { return m_overview; }
    Connections &connections() { return *m_connections; }
    PageTabs &tabs() { return *m_tabs; }
    /// The page in front; null where it is no table.
    TableTab *currentTable() const;
    /// Titles of the pages with edits that were not committed.
    QStringList stagedPages() const;
    /// What may become of them: of one page, or of all.
    StagedFate stagedFate(TableTab *only = nullptr);

    void openTable(const TableName &table);
    void openJobs();
    void openPage(const PageId &page);
    void closeCurrent();
    void reopenClosed();
    void saveTabs() const;
    /// Opens what was open, else Players.
    void restoreTabs();

    /// Reads the list of tables again.
    void refreshOverview();
    /// That, and the page in front.
    void refresh();
    void createDeclaredTables();

Q_SIGNALS:
    void overviewChanged();
    void currentChanged(const roster::PageId &page);
    /// The actions of the page in front are others now.
    void actionsChanged();
    void statusMessage(const QString &text);
    /// Where this database's revisions are, as it was chosen on their page; may be empty.
    void revisionFolderChosen(const QString &folder);

private:
    void buildLayout();
    QList<TableTab *> stagedTabs() const;
    TableTab *addTable(const TableName &table);
    QWidget *addPage(const PageId &page);
    QWidget *addSeeders();
    QWidget *addMigrations();
    QWidget *addBackups();
    void readPending();
    void onSchemaChanged();
    void onDatabaseReplaced();
    void reloadAll();
    void refreshPage(QWidget *page);
    void refreshTables(const QList<TableName> &tables);
    void addCharts();
    void fillCharts();
    void showRows(const TableName &table, const TableQuery &query);
    void stageRows(const RowDifference &difference);
    void closePage(QWidget *page);
    /// Tables that others made or dropped while the window was not the active one.
    void noticeTables(Qt::ApplicationState state);
    void onOverview(const Result<DatabaseOverview> &overview);
    void onCurrentChanged();
    void onRestored();
    void showEmpty();
    void seed(TableTab *tab, qint64 rows);

    std::unique_ptr<Connections> m_connections;
    ConnectionTarget m_target;
    DatabaseOverview m_overview;
    WindowSettings &m_settings;
    DatabaseMemory m_memory;
    JobListModel &m_jobs;
    ConnectionBar *m_connectionBar;
    PendingBar *m_pendingBar;
    ErrorBar *m_errorBar;
    EmptyState *m_empty;
    PageTabs *m_tabs;
    QPointer<ChartPage> m_charts;  ///< while its tab is open
    QStackedWidget *m_stack;
    bool m_creating = false;
    bool m_isNoticing = false;
};

}  // namespace roster

#endif
