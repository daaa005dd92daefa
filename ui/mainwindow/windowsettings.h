// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_WINDOWSETTINGS_H
#define ROSTER_MAINWINDOW_WINDOWSETTINGS_H

#include "models/database/connectionprofile.h"
#include "ui/common/pagememory.h"
#include "ui/common/theme.h"
#include "ui/mainwindow/pageid.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace roster {

/// How the window stood.
struct WindowState
{
    QByteArray geometry;  ///< QWidget::saveGeometry()
    QByteArray splitter;  ///< QSplitter::saveState()
    bool sidebarVisible = true;
    bool operator==(const WindowState &) const = default;
};

/// The tabs of one database, in their order.
struct OpenTabs
{
    QList<PageId> pages;
    int current = 0;
    bool operator==(const OpenTabs &) const = default;
};

/// What the window remembers and what a person chose, one typed line each; the application keeps
/// it in a file. Passwords never get there.
class WindowSettings : public PageMemory
{
public:
    virtual WindowState windowState() const = 0;
    virtual void setWindowState(const WindowState &state) = 0;

    /// `database` as databaseKey() names it.
    virtual OpenTabs openTabs(const QString &database) const = 0;
    virtual void setOpenTabs(const QString &database, const OpenTabs &tabs) = 0;

    virtual Theme::Appearance appearance() const = 0;
    virtual void setAppearance(Theme::Appearance appearance) = 0;

    /// "en", "nb"; empty: the system's.
    virtual QString language() const = 0;
    virtual void setLanguage(const QString &language) = 0;

    /// Whether reviewed revisions run by themselves on databases marked as development.
    virtual bool runsReviewed() const = 0;
    virtual void setRunsReviewed(bool runs) = 0;

    /// Latest first, without passwords; the private local database is not among them.
    virtual QList<ConnectionProfile> recentConnections() const = 0;
    virtual void addRecentConnection(const ConnectionProfile &profile) = 0;
    /// What was open last; none: the private local database, or nothing yet.
    virtual std::optional<ConnectionProfile> lastConnection() const = 0;
    virtual void setLastConnection(const std::optional<ConnectionProfile> &profile) = 0;
};

}  // namespace roster

#endif
