// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_SCREENSHOT_H
#define ROSTER_TESTS_SCREENSHOT_H

#include <QCoreApplication>
#include <QWidget>

namespace roster::test {

/// For the eye: what it looks like now, as NAME.png, where ROSTER_SCREENSHOTS names a folder.
inline void grab(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("ROSTER_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QCoreApplication::processEvents();  // a new palette is delivered as an event
    widget.grab().save(folder + QLatin1Char('/') + name + QLatin1String(".png"));
}

}  // namespace roster::test

#endif
