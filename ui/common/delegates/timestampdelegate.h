// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DELEGATES_TIMESTAMPDELEGATE_H
#define ROSTER_DELEGATES_TIMESTAMPDELEGATE_H

#include "ui/common/delegates/celldelegate.h"

namespace roster {

/// Times as stored, to the microsecond; the local time in the tooltip only.
class TimestampDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    QString explanation(const QString &value) const override;
};

}  // namespace roster

#endif
