// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_PROFILERESOLVER_H
#define ROSTER_DATABASE_PROFILERESOLVER_H

#include "models/core/result.h"
#include "models/database/connectionprofile.h"
#include "models/database/profilestore.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace roster {

/// Which database is meant: `--url`, else `--profile`, else DATABASE_URL, else libpq's own PG*
/// variables; nobody said: the private local server. The same for the window and every command.
class ProfileResolver
{
public:
    explicit ProfileResolver(
        ProfileStore store = ProfileStore(),
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

    /// Empty `url` and `profile`: not given. nullopt: the private local server.
    /// Errors: Usage (a URL that cannot be read), NotFound (no such profile).
    Result<std::optional<ConnectionProfile>> resolve(const QString &url,
                                                     const QString &profile) const;

private:
    std::optional<ConnectionProfile> fromVariables() const;

    ProfileStore m_store;
    QProcessEnvironment m_environment;
};

}  // namespace roster

#endif
