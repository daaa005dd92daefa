// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/migration/migrationlock.h"

#include "models/database/session.h"
#include "models/database/transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrator)
};

constexpr auto lockKey = "8245936386494046317";  // ASCII "roster m"
constexpr int pollMs = 200;

Result<bool> tryLock(Session &session)
{
    const auto row = session.query(
        u"SELECT pg_catalog.pg_try_advisory_lock(%1)"_s.arg(QLatin1StringView(lockKey)));
    if (!row)
        return fail(row.error());
    return row->boolean(0, 0);
}

/// `pid 123, roster at 10.0.0.1`, for people.
QString holder(Session &session)
{
    const auto row = session.query(
        u"SELECT a.pid, a.usename, coalesce(a.client_addr::text, '') FROM pg_catalog.pg_locks l "
        "JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND "
        "l.granted AND l.objsubid = 1 AND (l.classid::bigint << 32 | l.objid::bigint) = %1 AND "
        "l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = "
        "current_database())"_s.arg(QLatin1StringView(lockKey)));
    if (!row || row->isEmpty())
        return Text::tr("somebody");
    const QString address = row->text(0, 2);
    return address.isEmpty()
             ? Text::tr("%1, process %2").arg(row->text(0, 1), row->text(0, 0))
             : Text::tr("%1 at %3, process %2").arg(row->text(0, 1), row->text(0, 0), address);
}

Result<int> backendPid(Session &session)
{
    const auto row = session.query(u"SELECT pg_catalog.pg_backend_pid()"_s);
    if (!row)
        return fail(row.error());
    return int(row->integer(0, 0));
}

/// A pooler gives a process id of its own. In its transaction mode a second connection is served
/// by the same backend while ours is idle; in session mode never.
Result<bool> sharesBackend(Session &session)
{
    const auto pid = backendPid(session);
    if (!pid)
        return fail(pid.error());
    if (*pid == PQbackendPID(session.handle()))
        return false;
    for (int tried = 0; tried < 3; ++tried) {
        const auto other = Session::open(session.profile());
        if (!other)  // one connection only: then nobody shares it either
            return false;
        const auto otherPid = backendPid(**other);
        const auto ownPid = backendPid(session);
        if (otherPid && ownPid && (*otherPid == *pid || *ownPid != *pid))
            return true;
    }
    return false;
}

}  // namespace

Result<std::unique_ptr<MigrationLock>> MigrationLock::acquire(Session &session, int timeoutMs,
                                                              Progress &progress)
{
    const auto shares = sharesBackend(session);
    if (!shares)
        return fail(shares.error());
    if (*shares) {
        return fail(Error::Kind::Refused,
                    Text::tr("This connection goes through a pooler in transaction mode: a lock "
                             "taken there is nobody's."),
                    Text::tr("Connect to the server itself, or to a pool in session mode."));
    }
    QElapsedTimer waiting;
    waiting.start();
    for (;;) {
        const auto locked = tryLock(session);
        if (!locked)
            return fail(locked.error());
        if (*locked)
            break;
        const QString who = holder(session);
        if (waiting.elapsed() > timeoutMs) {
            return fail(Error::Kind::Timeout,
                        Text::tr("Another Roster migrates this database: %1.").arg(who),
                        Text::tr("Try again when it is done."));
        }
        progress.setText(Text::tr("Waiting: another Roster migrates this database (%1)").arg(who));
        QThread::msleep(pollMs);
    }
    return std::unique_ptr<MigrationLock>(new MigrationLock(session));
}

MigrationLock::~MigrationLock()
{
    const Progress *progress = m_session.progress();
    m_session.setProgress(nullptr);  // also after a cancel
    static_cast<void>(m_session.query(
        u"SELECT pg_catalog.pg_advisory_unlock(%1)"_s.arg(QLatin1StringView(lockKey))));
    m_session.setProgress(progress);
}

}  // namespace roster
