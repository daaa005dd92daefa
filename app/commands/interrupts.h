// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_APP_COMMANDS_INTERRUPTS_H
#define ROSTER_APP_COMMANDS_INTERRUPTS_H

#include "models/core/progress.h"

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace roster {

/// While it lives, Ctrl-C (and SIGTERM, SIGHUP) cancels `progress`, whose hooks tell the server;
/// the program then ends by itself. A second Ctrl-C, or a first one while `isStuck` says that
/// nothing can be cancelled (connecting, writing to a reader that does not read), ends it at once.
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
