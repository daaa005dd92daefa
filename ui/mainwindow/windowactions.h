// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_WINDOWACTIONS_H
#define ROSTER_MAINWINDOW_WINDOWACTIONS_H

#include <QList>

class QAction;
class QMainWindow;
class QMenu;
class QToolBar;

namespace roster {

/// The window's own actions with their keys, its menu and its toolbar. Knows nothing of what they
/// do; the window connects them. What acts on a table belongs to its page.
struct WindowActions
{
    explicit WindowActions(QMainWindow &window);

    /// Fills the Table menu with the actions of the page in front.
    void setTableActions(const QList<QAction *> &actions) const;

    QAction *connectTo;
    QAction *refreshList;
    QAction *closeTab;
    QAction *reopenTab;
    QAction *nextTab;
    QAction *previousTab;
    QList<QAction *> tabNumbers;  ///< Alt+1 to Alt+9
    QAction *jobs;
    QAction *sidebar;  ///< checkable
    QAction *resetLayout;
    QAction *preferences;
    QAction *quit;
    QAction *help;
    QAction *shortcuts;
    QAction *about;
    QMenu *databaseMenu;
    QMenu *tableMenu;
    QToolBar *toolBar;
};

}  // namespace roster

#endif
