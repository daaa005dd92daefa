// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_MAINWINDOW_H
#define ROSTER_MAINWINDOW_MAINWINDOW_H

#include "models/database/profilestore.h"
#include "models/views/joblistmodel.h"
#include "ui/connection/connectiontarget.h"
#include "ui/mainwindow/pageid.h"
#include "ui/mainwindow/windowactions.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace roster {

class ConnectionDialog;
class ConnectionMenu;
class DatabaseOpener;
class EmptyState;
class LocalDatabase;
class Sidebar;
class StatusLine;
class Theme;
class WindowSettings;
class Workspace;

/// The frame: menu, sidebar, status bar and the workspace of the open database. It makes them and
/// connects them; what they do is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive the window.
    MainWindow(WindowSettings &settings, ProfileStore store, Theme &theme, LocalDatabase &local,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Asks first where edits would be lost.
    void open(const ConnectionTarget &target);
    /// As `open`, once the first frame is painted: connecting would hold that up by a quarter.
    void openWhenPainted(const ConnectionTarget &target);
    /// Null while none is open.
    Workspace *workspace() const { return m_workspace; }
    /// Its place, and the tabs that are open, for the next start.
    void saveWindow();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void onFirstPaint(const ConnectionTarget &target);
    void buildLayout();
    void connectActions();
    void connectTabs();
    void restoreWindow();
    void resetLayout();

    void openNow(const ConnectionTarget &target);
    void showOpening(const ConnectionTarget &target);
    void closeWorkspace();
    void onOpened();
    void onOpenFailed(const Error &error);
    void onOverviewChanged();
    void updateTableActions();
    void updateTitle();
    void fillConnectionMenu();
    void showConnectionDialog();
    void showPreferences();
    void showText(const QString &title, const QString &html);
    /// Calls `go` at once, or when the edits may be thrown away.
    QStringList stagedPages() const;
    void whenDiscarded(const std::function<void()> &go);

    WindowSettings &m_settings;
    ProfileStore m_store;
    Theme &m_theme;
    LocalDatabase &m_local;
    JobListModel m_jobs;
    WindowActions m_actions;
    DatabaseOpener *m_opener;
    std::optional<ConnectionTarget> m_first;  ///< opened once the first frame is painted
    ConnectionMenu *m_connectionMenu;
    Sidebar *m_sidebar;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    EmptyState *m_start;
    StatusLine *m_status;
    Workspace *m_workspace = nullptr;
    QPointer<ConnectionDialog> m_dialog;
    bool m_discarding = false;  ///< closing was confirmed
};

}  // namespace roster

#endif
