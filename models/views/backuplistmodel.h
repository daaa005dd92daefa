// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_VIEWS_BACKUPLISTMODEL_H
#define ROSTER_VIEWS_BACKUPLISTMODEL_H

#include "models/backup/backupfile.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QList>

namespace roster {

/// The backups of a folder, the newest first, one row for each file whatever number of names it
/// has.
class BackupListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        DatabaseColumn,
        StampColumn,
        AgeColumn,
        VerifiedColumn,
        StateColumn,
        SizeColumn,
        KeptColumn,
        FormatColumn,
        ServerColumn,
        ToolColumn,
        RevisionColumn,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole + 1,  ///< what a column is sorted by
        LevelRole,                    ///< int(BackupVerification::Level)
        GoodRole,                     ///< bool: nothing is known against it
        PathRole,                     ///< QString
        DatabaseRole,                 ///< QString
    };

    explicit BackupListModel(QObject *parent = nullptr);

    /// Replaces all rows.
    void setFiles(const QList<BackupFile> &files);
    void append(const QList<BackupFile> &files);
    /// Of the same file, looked at anew.
    void replace(const BackupFile &file);
    /// What ages are counted from.
    void setNow(const QDateTime &now);

    const QList<BackupFile> &files() const { return m_files; }
    /// Null where there is no such row.
    const BackupFile *at(int row) const;
    /// -1: none of them has that name.
    int rowOf(const QString &path) const;
    /// Every database once, sorted.
    QStringList databases() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Level and day, in words.
    static QString verifiedText(const BackupFile &file);
    /// As written, weeks said so.
    static QString stampText(const BackupFile &file);
    QString ageText(const BackupFile &file) const;

private:
    QString text(const BackupFile &file, int column) const;
    QString toolTip(const BackupFile &file, int column) const;
    static QVariant sortKey(const BackupFile &file, int column, const QString &text);

    QList<BackupFile> m_files;
    QDateTime m_now;
};

}  // namespace roster

#endif
