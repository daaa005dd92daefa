// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_PAGEKEYS_H
#define ROSTER_COMMON_PAGEKEYS_H

#include <functional>

class QWidget;

namespace roster {

/// The keys that every page has, while it or something on it has the focus: F5 and Ctrl+R read
/// again (action `refreshPage`), Ctrl+. stops what runs (`stopPage`).
void addPageKeys(QWidget &page, const std::function<void()> &refresh,
                 const std::function<void()> &stop);

}  // namespace roster

#endif
