// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include "ui/common/icons.h"

using namespace Qt::StringLiterals;

namespace roster {

Style::Style() : QProxyStyle(u"Fusion"_s) {}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton:
        return themedIcon(u"close"_s);
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton:
        return themedIcon(u"more"_s);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

}  // namespace roster
