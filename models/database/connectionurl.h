// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_CONNECTIONURL_H
#define ROSTER_DATABASE_CONNECTIONURL_H

#include "models/core/result.h"
#include "models/database/connectionprofile.h"

#include <QString>

namespace roster {

/// Takes a connection URL apart, as libpq does: `postgresql://user:password@host:port/dbname?…`,
/// several hosts, `?host=/socket/folder`, percent-encoded parts, or `host=… dbname=…`. Also takes
/// SQLAlchemy's form (`postgresql+asyncpg://`, `+psycopg`, `+psycopg2` …) with the names its
/// drivers give to libpq's settings (`ssl=`, `timeout=`). The password goes into its own field.
/// Errors: Usage, naming the scheme or the parameter, never the URL.
Result<ConnectionProfile> parseConnectionUrl(const QString &url);

/// The profile as a URL without its password, for people and for logs.
QString maskedUrl(const ConnectionProfile &profile);

/// `role@host:port/database`, for titles and messages; parts that nobody named are left out.
QString displayName(const ConnectionProfile &profile);

}  // namespace roster

#endif
