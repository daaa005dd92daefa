// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/lockwait.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableChanges)
};

}  // namespace

Result<int> limitLockWait(Session &session)
{
    const auto done = session.query(uR"(
        SELECT pg_backend_pid(), CASE current_setting('lock_timeout')
                                 WHEN '0' THEN set_config('lock_timeout', '5s', true) END)"_s);
    if (!done)
        return fail(done.error());
    return int(done->integer(0, 0));
}

Error lockedError(Error error, const QString &table, const QString &blockers)
{
    error.detail = error.detail.isEmpty() ? error.message : error.message + u'\n' + error.detail;
    error.message =
        blockers.isEmpty()
            ? Text::tr("%1 was not changed: another session has locked rows of it.").arg(table)
            : Text::tr("%1 was not changed: rows of it are locked by %2.").arg(table, blockers);
    error.hint = Text::tr("Nothing is lost. Commit again when that session has ended its "
                          "transaction.");
    return error;
}

}  // namespace roster
