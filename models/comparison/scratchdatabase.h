// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_SCRATCHDATABASE_H
#define ROSTER_COMPARISON_SCRATCHDATABASE_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/database/session.h"

#include <QString>

#include <memory>

namespace roster {

/// An empty database beside another one, to build a schema in and look at it; dropped at the end of
/// scope. What a killed program left behind is dropped by one that comes an hour later: its name
/// says when it was made, by the server's clock, and nobody else is in it.
class ScratchDatabase
{
public:
    /// On the server of `server`, which must outlive it. Errors: Permission without CREATEDB,
    /// Cancelled, what the server says.
    static Result<std::unique_ptr<ScratchDatabase>> create(Session &server, Progress &progress);
    ~ScratchDatabase();
    Q_DISABLE_COPY_MOVE(ScratchDatabase)

    Session &session() { return *m_session; }

private:
    ScratchDatabase(Session &server, QString name) : m_server(server), m_name(std::move(name)) {}

    Session &m_server;
    QString m_name;
    std::unique_ptr<Session> m_session;
};

}  // namespace roster

#endif
