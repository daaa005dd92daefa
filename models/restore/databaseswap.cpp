// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/restore/databaseswap.h"

#include "models/database/transaction.h"
#include "models/restore/databaseusers.h"
#include "models/restore/sessionender.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace roster {

std::function<void(const char *)> DatabaseSwap::onStep;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

constexpr int attempts = 3;      // each waits up to five seconds for sessions to go (the server's)
constexpr int decideMs = 30000;  // for a server that comes back
constexpr int decidePauseMs = 200;
constexpr auto objectInUse = "55006"_L1;

void step(const char *name)
{
    if (DatabaseSwap::onStep)
        DatabaseSwap::onStep(name);
}

QString rename(const QString &from, const QString &to)
{
    return u"ALTER DATABASE %1 RENAME TO %2"_s.arg(quoted(from), quoted(to));
}

Error changedMeanwhile(const QString &database)
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = Text::tr("%1 is another database by now than when the restore began, or "
                             "somebody changed its owner, grants or settings at this moment. "
                             "Nothing was changed.")
                        .arg(database);
    error.hint = Text::tr("Start again: it begins with what is there now.");
    return error;
}

}  // namespace

Result<SwapOutcome> DatabaseSwap::swapIn(const DatabaseTraits &live, const QString &side,
                                         qint64 sideOid, const QString &from)
{
    const auto stamp = m_server.stamp();
    if (!stamp)
        return fail(stamp.error());
    const auto parked = m_server.freeName(RestoreMark::Kind::Before, *stamp);
    if (!parked)
        return fail(parked.error());
    return exchange({live.name, live.oid, side, sideOid, *parked, *stamp, from, false, {}});
}

Result<SwapOutcome> DatabaseSwap::undo(const QString &before)
{
    const auto incoming = DatabaseTraits::read(m_server.session(), before);
    if (!incoming)
        return fail(incoming.error());
    const auto mark = RestoreMark::parse(incoming->comment.value_or(QString()));
    if (!mark || mark->kind != RestoreMark::Kind::Before || mark->of != m_server.database()) {
        return fail(Error::Kind::Refused,
                    Text::tr("%1 does not say that it was %2 before a restore.")
                        .arg(before, m_server.database()),
                    Text::tr("`roster restore cleanup --dry-run` lists those that do."));
    }
    const auto live = DatabaseTraits::read(m_server.session(), mark->of);
    if (!live)
        return fail(live.error());
    const auto stamp = m_server.stamp();
    if (!stamp)
        return fail(stamp.error());
    const auto parked = m_server.freeName(RestoreMark::Kind::Before, *stamp);
    if (!parked)
        return fail(parked.error());
    return exchange({mark->of, live->oid, before, incoming->oid, *parked, *stamp,
                     Text::tr("undone restore of %1").arg(mark->from), true, mark->comment});
}

Result<void> DatabaseSwap::checkWayIsFree(const Plan &plan)
{
    const auto oid = m_server.oidOf(plan.live);
    if (!oid)
        return fail(oid.error());
    if (*oid != plan.liveOid)
        return fail(changedMeanwhile(plan.live));
    ROSTER_TRY(checkUsersCanBeEnded(m_server.session(), plan.liveOid, plan.live));
    return checkUsersCanBeEnded(m_server.session(), plan.incomingOid, plan.incoming);
}

Result<SwapOutcome> DatabaseSwap::exchange(const Plan &plan)
{
    ROSTER_TRY(checkWayIsFree(plan));
    SwapOutcome outcome;
    outcome.database = plan.live;
    outcome.before = plan.parked;
    outcome.liveOid = plan.incomingOid;
    outcome.beforeOid = plan.liveOid;
    const auto ender =
        SessionEnder::start(m_server.session().profile(), {plan.liveOid, plan.incomingOid});
    if (!ender)
        return fail(ender.error());
    for (int attempt = 1;; ++attempt) {
        outcome.notes.clear();
        const auto done = inTransaction(plan, outcome);
        outcome.endedSessions = (*ender)->ended();
        if (done)
            return outcome;
        const bool isBusy =
            done.error().sqlState == objectInUse || done.error().kind == Error::Kind::Conflict;
        if (!isBusy || attempt == attempts)
            return fail(done.error().sqlState == objectInUse ? inUse(plan, done.error())
                                                             : done.error());
    }
}

Result<void> DatabaseSwap::inTransaction(const Plan &plan, SwapOutcome &outcome)
{
    Session &session = m_server.session();
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    step("begun");
    const auto before = DatabaseTraits::read(session, plan.liveOid);
    if (!before)
        return fail(before.error());
    if (before->name != plan.live)
        return fail(changedMeanwhile(plan.live));
    if (!plan.isDressed)
        ROSTER_TRY(dress(plan, outcome));
    else
        ROSTER_TRY(session.query(u"COMMENT ON DATABASE %1 IS %2"_s.arg(
            quoted(plan.incoming), plan.comment ? literal(*plan.comment) : u"NULL"_s)));
    step("dressed");
    QElapsedTimer locked;
    locked.start();
    ROSTER_TRY(session.query(rename(plan.live, plan.parked)));
    // From here on nobody else can change it: what was copied is what it was.
    const auto parked = DatabaseTraits::read(session, plan.liveOid);
    if (!parked)
        return fail(parked.error());
    if (!parked->isSameDress(*before))
        return fail(changedMeanwhile(plan.live));
    step("renamed");
    ROSTER_TRY(session.query(rename(plan.incoming, plan.live)));
    const RestoreMark mark{RestoreMark::Kind::Before, plan.live, plan.stamp, plan.from,
                           before->comment};
    ROSTER_TRY(session.query(
        u"COMMENT ON DATABASE %1 IS %2"_s.arg(quoted(plan.parked), literal(mark.toComment()))));
    step("swapped");
    const int pid = PQbackendPID(session.handle());
    const auto committed = transaction->commit();
    outcome.milliseconds = locked.elapsed();
    step("committed");
    if (committed)
        return {};
    return session.isAlive() ? committed : decide(plan, pid, committed.error());
}

Result<void> DatabaseSwap::dress(const Plan &plan, SwapOutcome &outcome)
{
    Session &session = m_server.session();
    const auto live = DatabaseTraits::read(session, plan.liveOid);
    if (!live)
        return fail(live.error());
    const auto incoming = DatabaseTraits::read(session, plan.incomingOid);
    if (!incoming)
        return fail(incoming.error());
    for (const QString &sql : live->dressStatements(*incoming)) {
        const auto done = session.query(sql);
        if (!done) {
            Error error = done.error();
            error.detail = error.message;
            error.message = Text::tr("What belongs to the database %1 itself could not be carried "
                                     "over: %2. Nothing was changed.")
                                .arg(plan.live, sql);
            error.hint = Text::tr("Connect as a role that may do this (a superuser), or take the "
                                  "setting back first.");
            return fail(error);
        }
    }
    for (const QString &sql : live->labelStatements(plan.incoming)) {
        ROSTER_TRY(session.query(u"SAVEPOINT label"_s));
        const auto done = session.query(sql);
        if (!done) {
            outcome.notes << Text::tr("A security label was left out: %1 (%2)")
                                 .arg(sql, done.error().message);
            ROSTER_TRY(session.query(u"ROLLBACK TO SAVEPOINT label"_s));
        }
    }
    return {};
}

/// The connection broke under COMMIT: only the catalogue knows whether it arrived.
Result<void> DatabaseSwap::decide(const Plan &plan, int pid, const Error &lost)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < decideMs) {
        if (m_server.reconnect()) {
            // While the old backend is there, its commit may still be under way.
            const auto working = m_server.session().query(
                u"SELECT FROM pg_catalog.pg_stat_activity WHERE pid = $1 AND "
                "application_name = 'roster restore'"_s,
                {QByteArray::number(pid)});
            const auto oid = m_server.oidOf(plan.live);
            if (working && working->isEmpty() && oid && *oid == plan.incomingOid)
                return {};
            if (working && working->isEmpty() && oid) {
                Error error = lost;
                error.message = Text::tr("The connection broke at the swap, and the swap did not "
                                         "take place: %1 is what it was.")
                                    .arg(plan.live);
                error.hint = Text::tr("Start again when the server is well.");
                return fail(error);
            }
        }
        QThread::msleep(decidePauseMs);
    }
    Error error = lost;
    error.message = Text::tr("The connection broke while the swap was committed, and the server "
                             "does not answer: whether it took place is not known.");
    error.hint = Text::tr("When it is back: SELECT oid FROM pg_database WHERE datname = %1. %2 "
                          "means the old one, %3 the restored one; either is whole.")
                     .arg(literal(plan.live))
                     .arg(plan.liveOid)
                     .arg(plan.incomingOid);
    return fail(error);
}

Error DatabaseSwap::inUse(const Plan &plan, const Error &error)
{
    Error result = error;
    result.kind = Error::Kind::Refused;
    QStringList names;
    for (const qint64 oid : {plan.liveOid, plan.incomingOid}) {
        const auto users = databaseUsers(m_server.session(), oid);
        for (const DatabaseUser &user : users.value_or(QList<DatabaseUser>()))
            names << user.toText();
    }
    result.detail = error.message;
    result.message = names.isEmpty()
                       ? Text::tr("Sessions kept coming into %1 faster than they could be ended. "
                                  "Nothing was changed.")
                             .arg(plan.live)
                       : Text::tr("Sessions in %1 did not go: %2. Nothing was changed.")
                             .arg(plan.live, names.join("; "_L1));
    result.hint = Text::tr("Stop what connects to it, then start again.");
    return result;
}

}  // namespace roster
