// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_SETTINGS_H
#define ROSTER_APP_SETTINGS_H

#include "ui/mainwindow/windowsettings.h"

#include <QJsonObject>
#include <QTimer>

namespace roster {

/// The settings as one JSON file, `settings.json` in the configuration folder. Written whole or not
/// at all, a moment after the last change and at the end; `settings.json.last-good` is the one
/// before and is read where the file itself cannot be. Two windows may share it: each writes only
/// the lines it changed.
class Settings : public WindowSettings
{
public:
    /// `folder`: where the file is; empty: $XDG_CONFIG_HOME/roster.
    explicit Settings(const QString &folder = {});
    ~Settings() override;
    Q_DISABLE_COPY_MOVE(Settings)

    QString fileName() const { return m_fileName; }
    /// Writes what changed; false where the file cannot be written (read-only home, full disk):
    /// then the window works on and forgets.
    bool flush();

    QVariantMap load(const QString &key) const override;
    void save(const QString &key, const QVariantMap &values) override;
    QString folder(const QString &kind) const override;

    WindowState windowState() const override;
    void setWindowState(const WindowState &state) override;
    OpenTabs openTabs(const QString &database) const override;
    void setOpenTabs(const QString &database, const OpenTabs &tabs) override;
    Theme::Appearance appearance() const override;
    void setAppearance(Theme::Appearance appearance) override;
    QString language() const override;
    void setLanguage(const QString &language) override;
    bool runsReviewed() const override;
    void setRunsReviewed(bool runs) override;
    QList<ConnectionProfile> recentConnections() const override;
    void addRecentConnection(const ConnectionProfile &profile) override;
    std::optional<ConnectionProfile> lastConnection() const override;
    void setLastConnection(const std::optional<ConnectionProfile> &profile) override;

private:
    QJsonValue value(const QString &section, const QString &key) const;
    void setValue(const QString &section, const QString &key, const QJsonValue &value);
    QJsonObject read() const;

    QString m_fileName;
    QString m_dataFolder;
    QJsonObject m_values;   ///< section → key → value
    QJsonObject m_changes;  ///< the same, what is not written yet
    QTimer m_writeSoon;
};

}  // namespace roster

#endif
