// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/settings.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>

namespace roster {

int runWindow(QApplication &application, const WindowOptions &options)
{
    Settings settings(options.configFolder);
    Theme theme;
    theme.setAppearance(settings.appearance());
    QApplication::setWindowIcon(applicationIcon());
    return application.exec();
}

}  // namespace roster
