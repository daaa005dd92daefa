// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backupbadgedelegate.h"

#include "models/views/backuplistmodel.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

using namespace Qt::StringLiterals;

namespace roster {

void BackupBadgeDelegate::initStyleOption(QStyleOptionViewItem *option,
                                          const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isState = index.column() == BackupListModel::StateColumn;
    const bool isGood = index.data(BackupListModel::GoodRole).toBool();
    const int level = index.data(BackupListModel::LevelRole).toInt();
    QString icon;
    if (isState)
        icon = isGood ? QString() : u"warning"_s;
    else if (level >= int(BackupVerification::Level::Checksum))
        icon = u"done"_s;
    else if (level == int(BackupVerification::Level::Bytes))
        icon = u"info"_s;
    if (!icon.isEmpty()) {
        option->icon = themedIcon(icon);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
    if (isState && !isGood) {
        const Tone tone = Theme::tone(Theme::Meaning::Error);
        option->backgroundBrush = tone.background;
        option->palette.setColor(QPalette::Text, tone.foreground);
    } else if (!isState && level == 0) {
        option->palette.setColor(QPalette::Text, Theme::dimmed());
    }
}

}  // namespace roster
