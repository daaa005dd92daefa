// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_NUMBERDELEGATE_H
#define ROSTER_DELEGATES_NUMBERDELEGATE_H

#include "ui/common/delegates/celldelegate.h"

namespace roster {

/// Numbers as the server writes them, right-aligned, nothing rounded or grouped.
class NumberDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

}  // namespace roster

#endif
