// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CANCELLABLE_H
#define ROSTER_DATABASE_CANCELLABLE_H

#include "models/core/progress.h"
#include "models/database/canceller.h"
#include "models/database/session.h"

namespace roster {

/// While it lives, the session belongs to the work that `progress` watches: a cancel stops what the
/// server runs for it and refuses further statements. Afterwards the session belongs to whom it did
/// before. All three must outlive it.
class Cancellable
{
public:
    Cancellable(Session &session, Progress &progress)
        : m_session(session),
          m_before(session.progress()),
          m_canceller(session.handle()),
          m_hook(progress, [this] { m_canceller.start(); })
    {
        session.setProgress(&progress);
    }
    ~Cancellable() { m_session.setProgress(m_before); }
    Q_DISABLE_COPY_MOVE(Cancellable)

private:
    Session &m_session;
    const Progress *m_before;
    Canceller m_canceller;
    Progress::CancelHook m_hook;
};

}  // namespace roster

#endif
