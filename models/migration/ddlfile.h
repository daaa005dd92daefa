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

/// Runs its statements. Left out: psql's own lines (`\restrict`), rows, transaction control,
/// owners, rights and roles (they need not exist here), databases, tablespaces, subscriptions,
/// settings of the server and those it does not know. Errors: InvalidInput with line and column for
/// a statement that the server refuses, or for another encoding than UTF-8.
Result<void> run(Session &session, const QByteArray &sql, const QString &path);

}  // namespace DdlFile

}  // namespace roster

#endif
