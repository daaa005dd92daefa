// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_ONELINE_H
#define ROSTER_COMMON_ONELINE_H

#include <QString>

namespace roster {

/// Text on one line, for to look at: line ends as ⏎, tabs as ⇥, other control characters as their
/// symbols, those that would make it read otherwise than it is stored (U+202E and its like) by
/// their numbers, and not more of it than a cell can show.
QString oneLine(const QString &text);

}  // namespace roster

#endif
