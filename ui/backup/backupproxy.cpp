// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backupproxy.h"

#include "models/views/backuplistmodel.h"

namespace roster {

BackupProxy::BackupProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(BackupListModel::SortRole);
    setSortLocaleAware(true);
}

void BackupProxy::setDatabase(const QString &database)
{
    m_database = database;
    invalidateFilter();
}

bool BackupProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_database.isNull()
        || sourceModel()->index(row, 0, parent).data(BackupListModel::DatabaseRole).toString()
               == m_database;
}

}  // namespace roster
