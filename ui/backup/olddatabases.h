// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_OLDDATABASES_H
#define ROSTER_BACKUP_OLDDATABASES_H

#include "ui/backup/backupjobs.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace roster {

class EmptyState;

/// What restores left on the server: the databases that were live before, to be brought back, and
/// what killed programs left, to be dropped. Nothing goes by itself.
class OldDatabases : public QWidget
{
    Q_OBJECT

public:
    explicit OldDatabases(ConnectionProfile server, QWidget *parent = nullptr);

    void refresh();
    /// Asks at once, whatever is chosen in the list.
    void askToUndo(const QString &name);

Q_SIGNALS:
    void counted(int number);
    void failed(const roster::Error &error);
    void statusMessage(const QString &text);
    void jobStarted(const roster::JobPointer &job);
    void databaseReplaced();

private:
    void onRead(const Result<QList<RestoreLeftover>> &leftovers);
    void updateActions();
    void ask(const RestoreLeftover &before);
    void undo(const RestoreLeftover &before, const QString &typedName);
    void askToDrop();
    void drop(const RestoreLeftover &leftover);
    void begin(const JobPointer &job);
    const RestoreLeftover *chosen() const;

    ConnectionProfile m_server;
    QList<RestoreLeftover> m_leftovers;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTreeWidget *m_list;
    QPushButton *m_undo;
    QPushButton *m_drop;
    QString m_undoNext;  ///< to be asked for as soon as the list is read
    bool m_isBusy = false;
    int m_reads = 0;
};

}  // namespace roster

#endif
