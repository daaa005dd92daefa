// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seeding/seedplan.h"

#include "models/database/transaction.h"
#include "models/schema/catalogue.h"
#include "models/seeding/seedrun.h"

#include <QElapsedTimer>

#include <algorithm>

namespace roster {

namespace {

/// A step and the tables that its own refers to.
struct Waiting
{
    SeedPlan::Step step;
    QList<TableName> needs;
};

bool isFilledBy(const QList<Waiting> &steps, const TableName &table)
{
    return std::any_of(steps.begin(), steps.end(), [&](const Waiting &waiting) {
        return waiting.step.seeder->table() == table;
    });
}

}  // namespace

Result<SeedPlan> SeedPlan::all(Session &session, const SeedRequest &request)
{
    const auto relations = listRelations(session);
    if (!relations)
        return fail(relations.error());
    QList<Step> steps;
    for (const Seeder *seeder : seeders()) {
        const bool isThere =
            std::any_of(relations->begin(), relations->end(), [&](const RelationInfo &relation) {
                return relation.name == seeder->table();
            });
        if (!isThere)
            continue;
        SeedRequest own = request;
        own.rows = -1;
        own.options.clear();
        own.fixture = request.fixture && seeder->fixtureRows() > 0;
        steps << Step{seeder, own};
    }
    return of(session, steps);
}

Result<SeedPlan> SeedPlan::of(Session &session, const QList<Step> &steps)
{
    QList<Waiting> waiting;
    for (const Step &step : steps) {
        const auto live = readTable(session, step.seeder->table());
        if (!live)
            return fail(live.error());
        Waiting entry{step, {}};
        for (const ForeignKeySchema &key : live->foreignKeys) {
            const TableName other{key.otherSchema, key.otherTable};
            if (other != live->name)
                entry.needs << other;
        }
        waiting << entry;
    }
    QList<Step> ordered;
    while (!waiting.isEmpty()) {
        auto next = std::find_if(waiting.begin(), waiting.end(), [&](const Waiting &entry) {
            return std::none_of(entry.needs.begin(), entry.needs.end(),
                                [&](const TableName &need) { return isFilledBy(waiting, need); });
        });
        if (next == waiting.end())
            next = waiting.begin();  // a cycle: its own foreign keys will say
        ordered << next->step;
        waiting.erase(next);
    }
    return SeedPlan(ordered);
}

Result<QList<SeedCheck>> SeedPlan::check(Session &session) const
{
    ROSTER_TRY(SeedRun::checkEnvironment(session));
    auto transaction = Transaction::begin(session, Transaction::Mode::ReadOnlySnapshot);
    if (!transaction)
        return fail(transaction.error());
    QList<SeedCheck> checks;
    for (const Step &step : m_steps) {
        SeedRun run(session, *step.seeder, step.request);
        ROSTER_TRY(run.begin());
        const auto check = run.check();
        if (!check)
            return fail(check.error());
        checks << *check;
    }
    return checks;
}

Result<QList<SeedReport>> SeedPlan::run(Session &session, Progress &progress) const
{
    return execute(session, progress, true);
}

Result<QList<SeedReport>> SeedPlan::rehearse(Session &session, Progress &progress) const
{
    return execute(session, progress, false);
}

Result<QList<SeedReport>> SeedPlan::execute(Session &session, Progress &progress, bool really) const
{
    ROSTER_TRY(SeedRun::checkEnvironment(session));
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return fail(transaction.error());
    QList<SeedReport> reports;
    std::vector<std::unique_ptr<SeedRun>> runs;
    qint64 total = 0;
    for (const Step &step : m_steps) {
        runs.push_back(std::make_unique<SeedRun>(session, *step.seeder, step.request));
        ROSTER_TRY(runs.back()->begin());
        total += runs.back()->rows();
    }
    progress.setTotal(total);
    qint64 before = 0;
    for (const auto &run : runs) {
        const auto report = run->execute(
            progress, really ? SeedRun::Purpose::Write : SeedRun::Purpose::Rehearse, before);
        if (!report)
            return fail(report.error());
        before += report->rows;
        reports << *report;
    }
    if (!really)
        return reports;
    progress.setDone(before);
    ROSTER_TRY(transaction->commit());
    QElapsedTimer clock;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        clock.start();
        runs[i]->analyze();
        reports[qsizetype(i)].milliseconds += clock.elapsed();
    }
    return reports;
}

}  // namespace roster
