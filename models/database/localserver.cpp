// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/localserver.h"

namespace roster {

class LocalServer::Registration
{
};

LocalServer::LocalServer(Paths paths) : m_paths(std::move(paths)) {}

LocalServer::~LocalServer()
{
    release();
}

Result<ConnectionProfile> LocalServer::acquire(Progress &)
{
    return fail(Error::Kind::System, QStringLiteral("The local server is not built yet."));
}

void LocalServer::release() {}

Result<LocalStatus> LocalServer::status() const
{
    return LocalStatus{};
}

Result<void> LocalServer::start(Progress &, bool)
{
    return fail(Error::Kind::System, QStringLiteral("The local server is not built yet."));
}

Result<void> LocalServer::stop(Progress &, bool)
{
    return {};
}

Result<void> LocalServer::reset(Progress &)
{
    return {};
}

}  // namespace roster
