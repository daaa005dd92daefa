// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_DDLFILE_H
#define ROSTER_MIGRATION_DDLFILE_H

#include "models/core/result.h"

#include <QByteArray>
#include <QString>

namespace roster {

class Session;

/// A .sql file that describes a schema: plain DDL, or what `pg_dump` wrote.
namespace DdlFile {

/// Runs its statements. Left out: psql's own lines (`\restrict`), data of COPY, transaction
/// control, owners and rights (they name roles that need not exist here), settings this server does
/// not know. Errors: InvalidInput with line and column, for a statement that the server refuses
/// too.
Result<void> run(Session &session, const QByteArray &sql, const QString &path);

}  // namespace DdlFile

}  // namespace roster

#endif
