// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_BYTESDELEGATE_H
#define ROSTER_DELEGATES_BYTESDELEGATE_H

#include "ui/common/delegates/celldelegate.h"

namespace roster {

/// bytea as hexadecimal digits; how many bytes in the tooltip.
class BytesDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    QString explanation(const QString &value) const override;
};

}  // namespace roster

#endif
