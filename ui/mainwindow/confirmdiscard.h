// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_CONFIRMDISCARD_H
#define ROSTER_MAINWINDOW_CONFIRMDISCARD_H

#include <QStringList>

#include <functional>

class QWidget;

namespace roster {

/// Asks whether the edits on these pages may be thrown away, Cancel being the default; calls
/// `discard` when they may, or when a commit that was under way left none. Returns at once: the
/// question stands over the window. `pages` names those that hold edits now.
void confirmDiscard(QWidget *window, const std::function<QStringList()> &pages,
                    const std::function<void()> &discard);

}  // namespace roster

#endif
