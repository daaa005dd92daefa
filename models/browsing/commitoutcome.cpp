// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/commitoutcome.h"

#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

using namespace std::chrono_literals;

constexpr int tries = 12;
constexpr auto pause = 250ms;
/// From here on the functions have these names.
constexpr int newNames = 130000;

}  // namespace

Result<QString> currentTransaction(Session &session)
{
    const auto row =
        session.query(session.serverVersion() >= newNames ? u"SELECT pg_current_xact_id()::text"_s
                                                          : u"SELECT txid_current()::text"_s);
    if (!row)
        return fail(row.error());
    return row->text(0, 0);
}

Result<CommitOutcome> outcomeOf(Session &session, const QString &transaction)
{
    const auto row = session.query(session.serverVersion() >= newNames
                                       ? u"SELECT pg_xact_status($1::text::xid8)"_s
                                       : u"SELECT txid_status($1::bigint)"_s,
                                   {transaction.toUtf8()});
    if (!row)
        return fail(row.error());
    const QString status = row->text(0, 0);
    if (status == "committed"_L1)
        return CommitOutcome::Committed;
    if (status == "aborted"_L1)
        return CommitOutcome::RolledBack;
    return status == "in progress"_L1 ? CommitOutcome::InProgress : CommitOutcome::Unknown;
}

Result<CommitOutcome> findOutcome(const ConnectionProfile &profile, const QString &transaction)
{
    Result<CommitOutcome> outcome = CommitOutcome::Unknown;
    for (int attempt = 0; attempt < tries; ++attempt) {
        if (attempt > 0)
            QThread::msleep(std::chrono::milliseconds(pause).count());
        const auto session = Session::open(profile);
        outcome = session ? outcomeOf(**session, transaction)
                          : Result<CommitOutcome>(tl::unexpected(session.error()));
        const bool isSettled = outcome ? *outcome != CommitOutcome::InProgress
                                       : outcome.error().kind != Error::Kind::Connection;
        if (isSettled)
            break;
    }
    return outcome;
}

}  // namespace roster
