// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_SILENTSERVER_H
#define ROSTER_TESTS_SILENTSERVER_H

#include <QString>
#include <QtGlobal>

namespace roster::test {

/// Takes TCP connections on 127.0.0.1 and never says a word.
class SilentServer
{
public:
    SilentServer();
    ~SilentServer();
    Q_DISABLE_COPY_MOVE(SilentServer)

    QString address() const;  ///< host:port
    bool hasVisitor() const;

private:
    int m_socket;
    int m_port = 0;
};

}  // namespace roster::test

#endif
