// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedbatches.h"

#include "models/database/session.h"
#include "models/database/transaction.h"
#include "models/seeding/batchremoval.h"
#include "models/seeding/seedhistory.h"
#include "models/seeding/seedpresence.h"
#include "models/seeding/seedrun.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedBatches)
};

/// The batch, if its rows can be taken back.
Result<SeedBatch> found(const SeedHistory &history, qint64 number)
{
    const auto batches = history.batches();
    if (!batches)
        return fail(batches.error());
    const auto batch = std::find_if(batches->begin(), batches->end(),
                                    [&](const SeedBatch &each) { return each.number == number; });
    if (batch == batches->end()) {
        return fail(Error::Kind::NotFound, Text::tr("There is no batch %1.").arg(number),
                    Text::tr("`roster seed history` lists them."));
    }
    if (batch->state == SeedBatch::State::Replaced) {
        return fail(Error::Kind::Refused,
                    Text::tr("The rows of batch %1 were replaced by a later run.").arg(number));
    }
    if (batch->state == SeedBatch::State::Removed) {
        return fail(Error::Kind::Refused,
                    Text::tr("The rows of batch %1 were already taken back.").arg(number));
    }
    return *batch;
}

}  // namespace

Result<QList<SeedBatch>> SeedBatches::list(Session &session, const std::optional<TableName> &table)
{
    const auto history = SeedHistory::open(session);
    if (!history)
        return fail(history.error());
    if (!history->canRead() && history->isThere()) {
        return fail(Error::Kind::Permission,
                    Text::tr("This role may not read the history of seeding."),
                    history->obstacle());
    }
    auto batches = history->batches(table);
    if (batches)
        markGone(session, *batches);
    return batches;
}

Result<SeedRemoval> SeedBatches::remove(Session &session, Progress &progress, qint64 number,
                                        bool really)
{
    ROSTER_TRY(SeedRun::checkEnvironment(session));
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    const auto history = SeedHistory::open(session);
    if (!history)
        return fail(history.error());
    if (history->isThere() && !history->obstacle().isEmpty()) {
        return fail(Error::Kind::Permission,
                    Text::tr("This role may not change the history of seeding."),
                    history->obstacle());
    }
    if (history->isThere())  // two that take back the same: the second waits and is refused
        ROSTER_TRY(
            session.query(u"SELECT FROM roster.seed_batch WHERE number = $1::bigint FOR UPDATE"_s,
                          {QByteArray::number(number)}));
    const auto batch = found(*history, number);
    if (!batch)
        return fail(batch.error());
    auto removal = BatchRemoval(session, *batch).run(progress, really);
    if (!removal || !really)
        return removal;
    // Rows that others refer to can still go, once those are gone.
    ROSTER_TRY(history->markRemoved(number, removal->removed, removal->referenced == 0));
    ROSTER_TRY(transaction->commit());
    static_cast<void>(
        session.query(u"ANALYZE "_s + quoted(batch->table.schema, batch->table.name)));
    return removal;
}

}  // namespace roster
