// SPDX-License-Identifier: GPL-3.0-or-later
// How the window comes back as it was, and that it takes nothing along unasked when it goes.
#include "models/database/connections.h"
#include "ui/mainwindow/confirmdiscard.h"
#include "ui/mainwindow/databaseopener.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/windowsettings.h"
#include "ui/mainwindow/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QSplitter>

namespace roster {

namespace {

constexpr int sidebarInEms = 18;
constexpr int widthInEms = 84;
constexpr int heightInLines = 42;

}  // namespace

void MainWindow::restoreWindow()
{
    resetLayout();
    const WindowState state = m_settings.windowState();
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    if (!state.splitter.isEmpty())
        m_splitter->restoreState(state.splitter);
    m_actions.sidebar->setChecked(state.sidebarVisible);
}

void MainWindow::saveWindow()
{
    m_settings.setWindowState(
        {saveGeometry(), m_splitter->saveState(), m_actions.sidebar->isChecked()});
    if (m_workspace)
        m_workspace->saveTabs();
}

void MainWindow::resetLayout()
{
    const int em = fontMetrics().horizontalAdvance(u'm');
    resize(em * widthInEms, fontMetrics().lineSpacing() * heightInLines);
    m_splitter->setSizes({em * sidebarInEms, em * (widthInEms - sidebarInEms)});
    m_actions.sidebar->setChecked(true);
}

void MainWindow::whenDiscarded(const std::function<void()> &go)
{
    if (stagedPages().isEmpty())
        go();
    else
        confirmDiscard(this, m_workspace->stagedFate(), go);
}

QStringList MainWindow::stagedPages() const
{
    return m_workspace ? m_workspace->stagedPages() : QStringList();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_discarding && !stagedPages().isEmpty()) {
        event->ignore();
        confirmDiscard(this, m_workspace->stagedFate(), [this] {
            m_discarding = true;
            close();
        });
        return;
    }
    saveWindow();
    // Work is cancelled here and waited for by the destructor, when nobody sees the window any
    // more.
    if (m_workspace)
        m_workspace->connections().close();
    m_opener->cancel();
    event->accept();
}

}  // namespace roster
