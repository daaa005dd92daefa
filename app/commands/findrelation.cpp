// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/findrelation.h"

#include "models/database/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableCommand)
};

}  // namespace

Result<TableName> findRelation(Session &session, const QString &typed)
{
    const auto found = session.query(uR"(
        SELECT n.nspname, c.relname
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND (n.nspname || '.' || c.relname = $1
               OR c.relname = $1 AND pg_catalog.pg_table_is_visible(c.oid))
        ORDER BY c.relname = $1 DESC
        LIMIT 1)"_s,
                                     {typed.toUtf8()});
    if (!found)
        return fail(found.error());
    if (found->isEmpty()) {
        return fail(Error::Kind::NotFound, Text::tr("There is no table or view %1.").arg(typed),
                    Text::tr("Write its name with its schema, as in public.players."));
    }
    return TableName{found->text(0, 0), found->text(0, 1)};
}

}  // namespace roster
