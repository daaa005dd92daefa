// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_CUTTINGPROXY_H
#define ROSTER_TESTS_CUTTINGPROXY_H

#include "models/database/connectionprofile.h"

#include <QTemporaryDir>
#include <QThread>

#include <atomic>

class QLocalServer;
class QLocalSocket;

namespace roster::test {

/// Stands between a client and the tests' PostgreSQL, and cuts connections where it is told to.
class CuttingProxy : public QThread
{
public:
    explicit CuttingProxy(const ConnectionProfile &server);
    ~CuttingProxy() override;

    /// The server's profile, by way of this.
    ConnectionProfile profile() const;
    /// Cuts the connection at the client's message of this number from now on (from 0; -1: never):
    /// before it reaches the server, or once the server has had the time to answer it.
    void cutAt(int message, bool afterAnswer);
    /// The same at the next COMMIT, whoever sends it; nobody gets in from then on.
    void cutAtCommit(bool afterAnswer);
    /// The client's messages since cutAt().
    int messages() const { return m_messages; }
    /// Lets nobody in while this is set.
    void setClosed(bool closed) { m_closed = closed; }

protected:
    void run() override;

private:
    void accept(QLocalServer &server);

    ConnectionProfile m_server;
    QTemporaryDir m_folder;
    std::atomic<int> m_messages = 0;
    std::atomic<int> m_cutAt = -1;
    std::atomic<bool> m_afterAnswer = false;
    std::atomic<bool> m_atCommit = false;
    std::atomic<bool> m_closed = false;
    std::atomic<bool> m_isUp = false;
};

}  // namespace roster::test

#endif
