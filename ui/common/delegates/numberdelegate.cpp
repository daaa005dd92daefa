// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/numberdelegate.h"

namespace roster {

void NumberDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
}

}  // namespace roster
