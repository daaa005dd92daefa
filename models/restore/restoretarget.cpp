// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/restoretarget.h"

#include "models/database/serverinfo.h"
#include "models/database/session.h"

using namespace Qt::StringLiterals;

namespace roster {

Result<RestoreTarget> RestoreTarget::read(const ConnectionProfile &profile, Progress &progress)
{
    const auto session = Session::open(profile, &progress);
    if (!session)
        return fail(session.error());
    const auto environment = readEnvironment(**session);
    if (!environment)
        return fail(environment.error());
    const auto row = (*session)->query(u"SELECT rolname, rolsuper OR rolcreatedb FROM "
                                       "pg_catalog.pg_roles WHERE rolname = current_user"_s);
    if (!row)
        return fail(row.error());
    return RestoreTarget{*environment, row->boolean(0, 1), row->text(0, 0)};
}

}  // namespace roster
