// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_DATABASEOPENER_H
#define ROSTER_MAINWINDOW_DATABASEOPENER_H

#include "ui/connection/connectiontarget.h"
#include "ui/mainwindow/databaseoverview.h"

#include <QObject>

#include <memory>

namespace roster {

class Connections;
class LocalDatabase;

/// A database that answered.
struct OpenedDatabase
{
    ConnectionTarget target;
    std::unique_ptr<Connections> connections;
    DatabaseOverview overview;
};

/// Reaches a database without holding up the window: starts the private server where that is what
/// was asked for, connects, reads the list of tables.
class DatabaseOpener : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseOpener(LocalDatabase &local, QObject *parent = nullptr);
    ~DatabaseOpener() override;

    /// Gives up what was being opened before. `opened` or `failed` follows.
    void open(const ConnectionTarget &target);
    /// Neither follows.
    void cancel();
    const ConnectionTarget &target() const { return m_target; }
    /// Hands over what `opened` is about; only in its slot.
    OpenedDatabase take();

Q_SIGNALS:
    void progressed(const QString &text);
    void opened();
    void failed(const roster::Error &error);

private:
    void connectTo(const ConnectionProfile &profile);
    void onOverview(const Result<DatabaseOverview> &overview);

    LocalDatabase &m_local;
    ConnectionTarget m_target;
    std::unique_ptr<Connections> m_connections;
    DatabaseOverview m_overview;
    int m_attempt = 0;  ///< answers to earlier ones are dropped
};

}  // namespace roster

#endif
