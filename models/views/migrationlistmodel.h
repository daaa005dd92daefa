// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_MIGRATIONLISTMODEL_H
#define ROSTER_VIEWS_MIGRATIONLISTMODEL_H

#include "models/views/migrationhistory.h"

#include <QAbstractTableModel>

#include <memory>

namespace roster {

/// The revisions of one database, the newest first, with what each is to it.
class MigrationListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        GraphColumn,
        RevisionColumn,
        MessageColumn,
        StateColumn,
        CreatedColumn,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        LanesRole = Qt::UserRole + 1,  ///< RevisionLanes
        MarksRole,                     ///< int(RevisionMarks)
        IdRole,                        ///< QString
    };

    explicit MigrationListModel(QObject *parent = nullptr);

    /// Replaces all rows.
    void setHistory(std::shared_ptr<const MigrationHistory> history);
    /// Null before the first one.
    const std::shared_ptr<const MigrationHistory> &history() const { return m_history; }
    /// Null where there is no such row.
    const MigrationHistory::Row *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// `current, head`, in words.
    static QString stateText(RevisionMarks marks);

private:
    static QString text(const MigrationHistory::Row &row, int column);

    std::shared_ptr<const MigrationHistory> m_history;
};

}  // namespace roster

#endif
