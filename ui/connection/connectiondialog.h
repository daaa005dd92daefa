// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_CONNECTION_CONNECTIONDIALOG_H
#define ROSTER_CONNECTION_CONNECTIONDIALOG_H

#include "models/database/profilestore.h"
#include "models/database/serverinfo.h"
#include "ui/connection/connectiontarget.h"

#include <QDialog>
#include <QList>

#include <memory>

class QListWidgetItem;

namespace Ui {
class ConnectionDialog;
}

namespace roster {

class Connections;
class ErrorBar;
class LocalDatabase;
class LocalPanel;

/// Where to connect: the private local database, a saved profile, a recent connection, or what is
/// typed or pasted. Tests it on request; what is wrong is said above the fields, which stay.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectionDialog(LocalDatabase &local, ProfileStore store, QList<ConnectionProfile> recent,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    void setTarget(const ConnectionTarget &target);
    /// Shows why the last attempt failed; a wrong password puts the cursor there.
    void showError(const Error &error);

Q_SIGNALS:
    void connectRequested(const roster::ConnectionTarget &target);
    void profilesChanged();
    /// The local server stops or loses its data: whoever uses it lets go now.
    void localStopping();

private:
    void buildChoices();
    void fitFields();
    void connectSignals();
    void fillList();
    void addEntry(const ConnectionTarget &target, const QString &icon, const QString &text);
    void choose(const QListWidgetItem *item);
    void showForm(const ConnectionProfile &profile);
    void clearForm();
    void takeUrl(const QString &text);
    ConnectionProfile profile() const;
    bool showsLocal() const;
    void chooseRevisions();
    void test();
    void onTested(const Result<ServerInfo> &info);
    void stopTest();
    void save();
    void removeSelected();
    void requestConnect();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    ProfileStore m_store;
    QList<ConnectionProfile> m_recent;
    ErrorBar *m_errorBar;
    LocalPanel *m_localPanel;
    QMap<QString, QString> m_otherParameters;  ///< of the profile, without a field here
    std::unique_ptr<Connections> m_tester;
};

}  // namespace roster

#endif
