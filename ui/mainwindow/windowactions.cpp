// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowactions.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int numberedTabs = 9;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

QAction *action(QMainWindow &window, const QString &name, const QString &text,
                const QList<QKeySequence> &keys, const QString &icon = {})
{
    auto *made = new QAction(text, &window);
    made->setObjectName(name);
    made->setShortcuts(keys);
    if (!icon.isEmpty())
        made->setIcon(themedIcon(icon));
    window.addAction(made);
    return made;
}

QMenu *menu(QMainWindow &window, const QString &name, const QString &title,
            const QList<QAction *> &actions)
{
    QMenu *made = window.menuBar()->addMenu(title);
    made->setObjectName(name);
    for (QAction *each : actions) {
        if (each)
            made->addAction(each);
        else
            made->addSeparator();
    }
    return made;
}

}  // namespace

WindowActions::WindowActions(QMainWindow &window)
    : connectTo(action(window, u"actionConnect"_s, Text::tr("&Connect to…"),
                       {QKeySequence(u"Ctrl+Shift+O"_s)}, u"connect"_s)),
      refreshList(action(window, u"actionRefreshList"_s,
                         Text::tr("&Refresh the page and the list of tables"),
                         {QKeySequence(u"Ctrl+Shift+R"_s)}, u"refresh"_s)),
      closeTab(action(window, u"actionCloseTab"_s, Text::tr("&Close page"),
                      {QKeySequence(u"Ctrl+W"_s)})),
      reopenTab(action(window, u"actionReopenTab"_s, Text::tr("R&eopen closed page"),
                       {QKeySequence(u"Ctrl+Shift+T"_s)})),
      nextTab(action(window, u"actionNextTab"_s, Text::tr("&Next page"),
                     {QKeySequence(u"Ctrl+Tab"_s), QKeySequence(u"Ctrl+PgDown"_s)})),
      previousTab(action(window, u"actionPreviousTab"_s, Text::tr("&Previous page"),
                         {QKeySequence(u"Ctrl+Shift+Tab"_s), QKeySequence(u"Ctrl+PgUp"_s)})),
      jobs(action(window, u"actionJobs"_s, Text::tr("&Jobs"), {QKeySequence(u"Ctrl+J"_s)},
                  u"jobs"_s)),
      sidebar(action(window, u"actionSidebar"_s, Text::tr("&Sidebar"), {QKeySequence(u"Ctrl+B"_s)},
                     u"sidebar"_s)),
      resetLayout(action(window, u"actionResetLayout"_s, Text::tr("Reset &layout"), {})),
      preferences(action(window, u"actionPreferences"_s, Text::tr("Pre&ferences…"),
                         {QKeySequence(u"Ctrl+,"_s)}, u"settings"_s)),
      quit(action(window, u"actionQuit"_s, Text::tr("&Quit"), {QKeySequence(u"Ctrl+Q"_s)})),
      help(action(window, u"actionHelp"_s, Text::tr("&Help"), {QKeySequence(Qt::Key_F1)},
                  u"help"_s)),
      shortcuts(action(window, u"actionShortcuts"_s, Text::tr("&Keyboard shortcuts"),
                       {QKeySequence(u"Ctrl+/"_s)}, u"key"_s)),
      about(action(window, u"actionAbout"_s, Text::tr("&About Roster"), {})),
      databaseMenu(menu(window, u"menuDatabase"_s, Text::tr("&Database"),
                        {connectTo, refreshList, nullptr, preferences, nullptr, quit})),
      tableMenu(menu(window, u"menuTable"_s, Text::tr("&Table"), {})),
      toolBar(window.addToolBar(Text::tr("Toolbar")))
{
    sidebar->setCheckable(true);
    sidebar->setChecked(true);
    preferences->setMenuRole(QAction::PreferencesRole);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    for (int i = 1; i <= numberedTabs; ++i) {
        tabNumbers << action(window, u"actionTab%1"_s.arg(i), Text::tr("Page %1").arg(i),
                             {QKeySequence(u"Alt+%1"_s.arg(i))});
    }
    menu(window, u"menuView"_s, Text::tr("&View"),
         {sidebar, jobs, nullptr, nextTab, previousTab, reopenTab, closeTab, nullptr, resetLayout});
    menu(window, u"menuHelp"_s, Text::tr("&Help"), {help, shortcuts, nullptr, about});

    refreshList->setIconText(Text::tr("Refresh"));
    connectTo->setIconText(Text::tr("Connect"));
    toolBar->setObjectName(u"toolBar"_s);
    toolBar->setMovable(false);
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar->addAction(sidebar);
    toolBar->addAction(connectTo);
    toolBar->addAction(refreshList);
    toolBar->addAction(jobs);
    setTableActions({});
}

void WindowActions::setTableActions(const QList<QAction *> &actions) const
{
    tableMenu->clear();
    for (QAction *each : actions) {
        if (each)
            tableMenu->addAction(each);
        else
            tableMenu->addSeparator();
    }
    tableMenu->menuAction()->setVisible(!actions.isEmpty());
}

}  // namespace roster
