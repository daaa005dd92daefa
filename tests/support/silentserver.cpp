// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/silentserver.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roster::test {

SilentServer::SilentServer() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_socket, any, size) == 0 && ::listen(m_socket, 4) == 0)
        ::getsockname(m_socket, any, &size);
    m_port = ntohs(address.sin_port);
}

SilentServer::~SilentServer()
{
    ::close(m_socket);
}

QString SilentServer::address() const
{
    return u"127.0.0.1:%1"_s.arg(m_port);
}

bool SilentServer::hasVisitor() const
{
    pollfd waiting{m_socket, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 1;
}

}  // namespace roster::test
