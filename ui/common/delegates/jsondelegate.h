// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_JSONDELEGATE_H
#define ROSTER_DELEGATES_JSONDELEGATE_H

#include "ui/common/delegates/celldelegate.h"

namespace roster {

/// JSON on one line; laid out in the tooltip.
class JsonDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    QString explanation(const QString &value) const override;
};

}  // namespace roster

#endif
