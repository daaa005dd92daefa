// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_PIPELINE_H
#define ROSTER_DATABASE_PIPELINE_H

#include "models/database/session.h"

namespace roster {

struct Statement
{
    QString sql;
    QList<SqlValue> values;
};

/// A few short statements, sent at once and waited for once: their answers in the same order. The
/// first that fails ends it, and is the error; errors as those of Session::query().
Result<QList<ResultSet>> queryAll(Session &session, const QList<Statement> &statements);

}  // namespace roster

#endif
