// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CONNECTION_CONNECTIONMENU_H
#define ROSTER_CONNECTION_CONNECTIONMENU_H

#include "ui/connection/connectiontarget.h"

#include <QMenu>

namespace roster {

class ProfileStore;

/// The connections one can switch to with a click: the private local database, saved profiles,
/// recent ones, and the way to the dialog.
class ConnectionMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ConnectionMenu(QWidget *parent = nullptr);

    /// `dialog`: the action that opens the dialog, not owned.
    void fill(const ProfileStore &store, const QList<ConnectionProfile> &recent,
              const ConnectionTarget &current, QAction *dialog);

Q_SIGNALS:
    void chosen(const roster::ConnectionTarget &target);

private:
    void add(const ConnectionTarget &target, const QString &icon, const ConnectionTarget &current);
};

}  // namespace roster

#endif
