// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedrunner.h"

#include "models/seeding/seedplan.h"
#include "models/seeding/seedrun.h"

#include "models/database/transaction.h"

namespace roster {

SeedRunner::SeedRunner(const Seeder &seeder, SeedRequest request)
    : m_seeder(seeder), m_request(std::move(request))
{
}

Result<SeedCheck> SeedRunner::check(Session &session) const
{
    ROSTER_TRY(SeedRun::checkEnvironment(session));
    auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnlySnapshot);
    if (!transaction)
        return fail(transaction.error());
    SeedRun run(session, m_seeder, m_request);
    ROSTER_TRY(run.begin());
    return run.check();
}

Result<SeedPreview> SeedRunner::preview(Session &session, int firstRows) const
{
    auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnlySnapshot);
    if (!transaction)
        return fail(transaction.error());
    SeedRun run(session, m_seeder, m_request);
    ROSTER_TRY(run.begin());
    return run.preview(firstRows);
}

Result<SeedReport> SeedRunner::rehearse(Session &session, Progress &progress) const
{
    const auto reports = SeedPlan({{&m_seeder, m_request}}).rehearse(session, progress);
    if (!reports)
        return fail(reports.error());
    return reports->constFirst();
}

Result<SeedReport> SeedRunner::run(Session &session, Progress &progress) const
{
    const auto reports = SeedPlan({{&m_seeder, m_request}}).run(session, progress);
    if (!reports)
        return fail(reports.error());
    return reports->constFirst();
}

}  // namespace roster
