// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_INTERRUPTS_H
#define ROSTER_APP_COMMANDS_INTERRUPTS_H

#include "models/core/progress.h"

#include <QtGlobal>

#include <functional>
#include <thread>

namespace roster {

/// While it lives, Ctrl-C (and SIGTERM, SIGHUP) cancels `progress`, whose hooks tell the server;
/// the program then ends by itself. Another Ctrl-C a second or more after the first ends it at
/// once, as does the first while `isStuck` says that nothing can be cancelled (connecting, writing
/// to a reader that does not read). Sooner it is the first one again: terminals, `timeout` and
/// process managers signal a program and then its whole group.
class Interrupts
{
public:
    Interrupts(Progress &progress, std::function<bool()> isStuck);
    ~Interrupts();
    Q_DISABLE_COPY_MOVE(Interrupts)

private:
    void watch();

    Progress &m_progress;
    std::function<bool()> m_isStuck;
    std::thread m_thread;
};

}  // namespace roster

#endif
