// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_CONFIRMDISCARD_H
#define ROSTER_MAINWINDOW_CONFIRMDISCARD_H

#include <QStringList>

#include <functional>

class QWidget;

namespace roster {

/// What may become of edits that were not committed.
struct StagedFate
{
    std::function<QStringList()> pages;  ///< names those that hold edits now
    std::function<void()> discard;       ///< throws them away
    bool canKeep = false;                ///< they are on the disk, and offered again later
};

/// Asks what shall become of the edits, Cancel being the default; calls `go` once they are kept or
/// discarded, or when a commit that was under way left none. Returns at once: the question stands
/// over the window.
void confirmDiscard(QWidget *window, const StagedFate &edits, const std::function<void()> &go);

}  // namespace roster

#endif
