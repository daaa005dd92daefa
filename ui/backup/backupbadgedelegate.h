// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BACKUP_BACKUPBADGEDELEGATE_H
#define ROSTER_BACKUP_BACKUPBADGEDELEGATE_H

#include <QStyledItemDelegate>

namespace roster {

/// How far a backup was verified and whether it is good, with a sign before the words.
class BackupBadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

}  // namespace roster

#endif
