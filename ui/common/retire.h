// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMMON_RETIRE_H
#define ROSTER_COMMON_RETIRE_H

#include <memory>

class QObject;

namespace roster {

class Connections;

/// Closes connections without holding up the window: their work is cancelled now, they are deleted
/// when their threads have ended, at the latest with `owner`.
void retire(std::unique_ptr<Connections> connections, QObject *owner);

}  // namespace roster

#endif
