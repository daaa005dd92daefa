// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPPROXY_H
#define ROSTER_BACKUP_BACKUPPROXY_H

#include <QSortFilterProxyModel>

namespace roster {

/// The backups of one database, or of all, in the order that a header was clicked for.
class BackupProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit BackupProxy(QObject *parent = nullptr);

    /// Null: all.
    void setDatabase(const QString &database);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_database;
};

}  // namespace roster

#endif
