// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "models/database/connections.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/connection/connectiondialog.h"
#include "ui/connection/connectionmenu.h"
#include "ui/connection/localdatabase.h"
#include "ui/mainwindow/databasememory.h"
#include "ui/mainwindow/databaseopener.h"
#include "ui/mainwindow/helpdialog.h"
#include "ui/mainwindow/pagetabs.h"
#include "ui/mainwindow/preferencesdialog.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/tabletab.h"
#include "ui/mainwindow/windowsettings.h"
#include "ui/mainwindow/workspace.h"
#include "ui/migrations/migrationspage.h"
#include "ui/players/tablepage.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int messageMs = 8000;
}  // namespace

MainWindow::MainWindow(WindowSettings &settings, ProfileStore store, Theme &theme,
                       LocalDatabase &local, QWidget *parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_store(std::move(store)),
      m_theme(theme),
      m_local(local),
      m_actions(*this),
      m_opener(new DatabaseOpener(local, this)),
      m_connectionMenu(new ConnectionMenu(this)),
      m_sidebar(new Sidebar(this)),
      m_splitter(new QSplitter(this)),
      m_stack(new QStackedWidget(this)),
      m_start(new EmptyState(this)),
      m_status(new StatusLine(m_jobs, this))
{
    setObjectName(u"mainWindow"_s);
    buildLayout();
    connectActions();
    connectTabs();
    restoreWindow();
    updateTitle();
}

MainWindow::~MainWindow()
{
    delete m_workspace;  // before the jobs and actions that it uses
}

void MainWindow::buildLayout()
{
    m_start->setObjectName(u"startPage"_s);
    m_stack->addWidget(m_start);
    m_splitter->setObjectName(u"splitter"_s);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    m_splitter->setChildrenCollapsible(false);
    setCentralWidget(m_splitter);
    setStatusBar(m_status);
    m_sidebar->setConnectionMenu(m_connectionMenu);
}

void MainWindow::connectActions()
{
    connect(m_actions.connectTo, &QAction::triggered, this, &MainWindow::showConnectionDialog);
    connect(m_actions.refreshList, &QAction::triggered, this, [this] {
        if (m_workspace)
            m_workspace->refresh();
    });
    connect(m_actions.jobs, &QAction::triggered, this, [this] {
        if (m_workspace)
            m_workspace->openJobs();
    });
    connect(m_actions.sidebar, &QAction::toggled, m_sidebar, &QWidget::setVisible);
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions.preferences, &QAction::triggered, this, &MainWindow::showPreferences);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.help, &QAction::triggered, this,
            [this] { showText(tr("Help"), HelpDialog::helpText()); });
    connect(m_actions.shortcuts, &QAction::triggered, this,
            [this] { showText(tr("Keyboard shortcuts"), HelpDialog::shortcutsText(*this)); });
    connect(m_actions.about, &QAction::triggered, this,
            [this] { showText(tr("About Roster"), HelpDialog::aboutText()); });

    connect(m_opener, &DatabaseOpener::progressed, this, [this](const QString &text) {
        if (!text.isEmpty())
            m_start->setText(text);
    });
    connect(m_opener, &DatabaseOpener::opened, this, &MainWindow::onOpened);
    connect(m_opener, &DatabaseOpener::failed, this, &MainWindow::onOpenFailed);
    connect(m_connectionMenu, &QMenu::aboutToShow, this, &MainWindow::fillConnectionMenu);
    connect(m_connectionMenu, &ConnectionMenu::chosen, this, &MainWindow::open);
    const auto openJobs = [this] {
        if (m_workspace)
            m_workspace->openJobs();
    };
    connect(m_sidebar, &Sidebar::pageRequested, this, [this](const PageId &page) {
        if (m_workspace)
            m_workspace->openPage(page);
    });
    connect(m_status, &StatusLine::jobsRequested, this, openJobs);
    connect(m_sidebar, &Sidebar::tableRequested, this, [this](const TableName &table) {
        if (m_workspace)
            m_workspace->openTable(table);
    });
}

void MainWindow::connectTabs()
{
    const auto onWorkspace = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, [this, act] {
            if (m_workspace)
                act(*m_workspace);
        });
    };
    onWorkspace(m_actions.closeTab, [](Workspace &workspace) { workspace.closeCurrent(); });
    onWorkspace(m_actions.reopenTab, [](Workspace &workspace) { workspace.reopenClosed(); });
    onWorkspace(m_actions.nextTab, [](Workspace &workspace) { workspace.tabs().step(1); });
    onWorkspace(m_actions.previousTab, [](Workspace &workspace) { workspace.tabs().step(-1); });
    for (int i = 0; i < m_actions.tabNumbers.size(); ++i) {
        onWorkspace(m_actions.tabNumbers.at(i), [i](Workspace &workspace) {
            if (i < workspace.tabs().count())
                workspace.tabs().setCurrentIndex(i);
        });
    }
}

void MainWindow::open(const ConnectionTarget &target)
{
    whenDiscarded([this, target] { openNow(target); });
}

void MainWindow::openWhenPainted(const ConnectionTarget &target)
{
    showOpening(target);
    m_first = target;
    updateTitle();
    update();  // a frame follows even where one has been painted
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::Paint && m_first) {
        const auto start = [this] {
            if (m_first)
                onFirstPaint(*std::exchange(m_first, std::nullopt));
        };
        QMetaObject::invokeMethod(this, start, Qt::QueuedConnection);
    }
    return QMainWindow::event(event);
}

void MainWindow::onFirstPaint(const ConnectionTarget &target)
{
    m_opener->open(target);
    QApplication::setWindowIcon(applicationIcon());
}

void MainWindow::openNow(const ConnectionTarget &target)
{
    if (m_workspace)
        m_workspace->saveTabs();
    closeWorkspace();
    m_first.reset();
    showOpening(target);
    m_opener->open(target);
    updateTitle();
}

void MainWindow::showOpening(const ConnectionTarget &target)
{
    m_start->presentBusy(target.local ? u"local"_s : u"database"_s, target.title());
    m_start->addButton(u"cancelOpening"_s, tr("&Cancel"), [this] {
        m_first.reset();
        m_opener->cancel();
        m_start->present(u"database"_s, tr("No database is open"));
        m_start->addButton(u"chooseConnection"_s, tr("&Choose a connection"),
                           [this] { showConnectionDialog(); });
    });
    m_sidebar->setConnection(target.title(), target.key());
}

void MainWindow::closeWorkspace()
{
    delete std::exchange(m_workspace, nullptr);
    m_stack->setCurrentWidget(m_start);
    m_sidebar->clear();
    m_status->clearServer();
    updateTableActions();
}

void MainWindow::onOpened()
{
    OpenedDatabase database = m_opener->take();
    Connections &connections = *database.connections;
    m_jobs.watch(connections);
    m_status->watch(connections);
    if (database.target.local)
        connections.setReviver([this](bool byHand) { return m_local.bringBack(byHand); });
    else
        m_settings.addRecentConnection(database.target.profile);
    m_settings.setLastConnection(database.target.local ? std::nullopt
                                                       : std::optional(database.target.profile));
    const QString &name = database.target.profile.name;
    if (m_store.hasRevisionFolder(name)) {
        DatabaseMemory memory(m_settings, database.target.key());
        MigrationsPage::rememberFolder(memory, m_store.revisionFolder(name));
    }
    m_workspace = new Workspace(std::move(database.connections), database.target, database.overview,
                                m_settings, m_jobs, this);
    connect(m_workspace, &Workspace::overviewChanged, this, &MainWindow::onOverviewChanged);
    connect(m_workspace, &Workspace::currentChanged, m_sidebar, &Sidebar::setCurrent);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::updateTitle);
    connect(m_workspace, &Workspace::actionsChanged, this, &MainWindow::updateTableActions);
    connect(m_workspace, &Workspace::statusMessage, this,
            [this](const QString &text) { m_status->showMessage(text, messageMs); });
    connect(m_workspace, &Workspace::revisionFolderChosen, this,
            [this, name = database.target.profile.name](const QString &folder) {
                if (!name.isEmpty())
                    static_cast<void>(m_store.setRevisionFolder(name, folder));
            });
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    onOverviewChanged();
    m_workspace->restoreTabs();
    updateTableActions();
}

void MainWindow::onOpenFailed(const Error &error)
{
    const ConnectionTarget target = m_opener->target();
    m_start->present(u"warning"_s, error.message, error.hint);
    m_start->addButton(u"retryConnection"_s, tr("Tr&y again"), [this, target] { openNow(target); });
    m_start->addButton(u"chooseConnection"_s, tr("&Choose another connection"), [this, error] {
        showConnectionDialog();
        if (m_dialog && !m_opener->target().local)
            m_dialog->showError(error);
    });
}

void MainWindow::onOverviewChanged()
{
    const DatabaseOverview &overview = m_workspace->overview();
    m_sidebar->setConnection(m_workspace->target().title(), overview.server.displayName());
    m_sidebar->setOverview(overview);
    m_status->showServer(overview.server);
    updateTitle();
}

void MainWindow::updateTableActions()
{
    const TableTab *tab = m_workspace ? m_workspace->currentTable() : nullptr;
    m_actions.setTableActions(tab && tab->page() ? tab->page()->menuActions() : QList<QAction *>());
    const bool open = m_workspace != nullptr;
    for (QAction *each : {m_actions.refreshList, m_actions.jobs, m_actions.closeTab,
                          m_actions.reopenTab, m_actions.nextTab, m_actions.previousTab})
        each->setEnabled(open);
}

void MainWindow::updateTitle()
{
    QStringList parts;
    if (m_workspace) {
        if (const QWidget *page = m_workspace->tabs().currentWidget())
            parts << page->accessibleName();
        parts << m_workspace->target().title();
        parts << Theme::word(m_workspace->overview().server.environment);
    }
    parts << tr("Roster");
    setWindowTitle(parts.join(u" – "_s));
}

void MainWindow::fillConnectionMenu()
{
    m_connectionMenu->fill(m_store, m_settings.recentConnections(),
                           m_workspace ? m_workspace->target() : m_opener->target(),
                           m_actions.connectTo);
}

void MainWindow::showConnectionDialog()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    auto *dialog = new ConnectionDialog(m_local, m_store, m_settings.recentConnections(), this);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTarget(m_workspace ? m_workspace->target() : m_opener->target());
    connect(dialog, &ConnectionDialog::connectRequested, this,
            [this, dialog](const ConnectionTarget &target) {
                dialog->close();
                open(target);
            });
    connect(dialog, &ConnectionDialog::localStopping, this, [this] {
        if (m_workspace && m_workspace->target().local) {
            m_workspace->saveTabs();
            closeWorkspace();
            m_start->present(u"local"_s, tr("The private database is stopped"));
            m_start->addButton(u"startLocal"_s, tr("&Start it"), [this] { openNow({}); });
            updateTitle();
        }
    });
    dialog->open();
}

void MainWindow::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_settings, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showText(const QString &title, const QString &html)
{
    auto *dialog = new HelpDialog(title, html, this);
    dialog->show();
}

}  // namespace roster
