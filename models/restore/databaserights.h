// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_RESTORE_DATABASERIGHTS_H
#define ROSTER_RESTORE_DATABASERIGHTS_H

#include "models/core/result.h"

#include <QList>
#include <QString>

namespace roster {

class Session;

/// Who owns and who may, of what is in a database, as statements for another one with the same
/// names: a clean database is to be used by the same roles as before.
struct DatabaseRights
{
    struct Statement
    {
        QString object;  ///< as to_regclass takes it; empty: no relation
        QString schema;
        QString sql;
    };
    QList<Statement> statements;

    static Result<DatabaseRights> read(Session &session);
    /// Runs those whose object is there; the number of others.
    Result<int> applyTo(Session &session) const;
};

}  // namespace roster

#endif
