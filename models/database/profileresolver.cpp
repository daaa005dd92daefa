// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/profileresolver.h"

#include "models/database/connectionurl.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

/// The variables that say where to connect. Others (PGPASSWORD, PGSSLMODE …) only say how, and
/// libpq reads them itself whatever named the server.
constexpr std::array places{
    std::pair{"PGHOST", "host"}, std::pair{"PGHOSTADDR", "hostaddr"},
    std::pair{"PGPORT", "port"}, std::pair{"PGDATABASE", "dbname"},
    std::pair{"PGUSER", "user"},
};

}  // namespace

ProfileResolver::ProfileResolver(ProfileStore store, const QProcessEnvironment &environment)
    : m_store(std::move(store)), m_environment(environment)
{
}

Result<std::optional<ConnectionProfile>> ProfileResolver::resolve(const QString &url,
                                                                  const QString &profile) const
{
    using Resolved = std::optional<ConnectionProfile>;
    if (!url.isEmpty())
        return parseConnectionUrl(url).map(
            [](ConnectionProfile p) { return Resolved(std::move(p)); });
    if (!profile.isEmpty())
        return m_store.find(profile).map(
            [](ConnectionProfile p) { return Resolved(std::move(p)); });
    const QString variable = m_environment.value(u"DATABASE_URL"_s);
    if (!variable.trimmed().isEmpty()) {
        auto parsed = parseConnectionUrl(variable);
        if (!parsed) {
            Error error = parsed.error();
            error.message.prepend(u"DATABASE_URL: "_s);
            return fail(std::move(error));
        }
        return Resolved(std::move(*parsed));
    }
    return fromVariables();
}

std::optional<ConnectionProfile> ProfileResolver::fromVariables() const
{
    ConnectionProfile profile;
    // A service's file wins over the other variables, so these must not be made explicit beside it.
    if (const QString service = m_environment.value(u"PGSERVICE"_s); !service.isEmpty()) {
        profile.parameters.insert(u"service"_s, service);
        return profile;
    }
    for (const auto &[variable, keyword] : places) {
        const QString value = m_environment.value(QString::fromLatin1(variable));
        if (!value.isEmpty())
            profile.parameters.insert(QString::fromLatin1(keyword), value);
    }
    if (profile.parameters.isEmpty())
        return std::nullopt;
    return profile;
}

}  // namespace roster
