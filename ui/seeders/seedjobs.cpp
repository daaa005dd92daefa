// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seeders/seedjobs.h"

#include "models/database/connections.h"
#include "models/schema/declaredtables.h"
#include "models/schema/schemacreation.h"
#include "models/seeding/genericseeder.h"
#include "models/seeding/seedplan.h"
#include "models/seeding/seedrunner.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SeedJobs)
};

/// The seeders of a task; `own` keeps the generic one.
Result<SeedPlan> planOf(Session &session, const SeedTask &task, std::unique_ptr<Seeder> &own)
{
    if (task.target == SeedTask::Target::All)
        return SeedPlan::all(session, task.request);
    if (task.target == SeedTask::Target::Seeder) {
        const Seeder *seeder = findSeeder(task.seeder);
        if (!seeder)
            return fail(Error::Kind::NotFound,
                        Words::tr("There is no seeder %1.").arg(task.seeder));
        return SeedPlan({{seeder, task.request}});
    }
    auto generic = GenericSeeder::forTable(session, task.table);
    if (!generic)
        return fail(generic.error());
    own = std::move(*generic);
    return SeedPlan({{own.get(), task.request}});
}

/// The declared table and those that are made together with it.
QList<TableSchema> tablesWith(const TableName &table)
{
    const QList<OptionalTable> optionals = optionalTables();
    for (const OptionalTable &found : optionals) {
        if (found.table.name != table)
            continue;
        QList<TableSchema> group = declaredTables();
        for (const OptionalTable &each : optionals) {
            if (each.group == found.group)
                group << each.table;
        }
        return group;
    }
    return declaredTables();
}

}  // namespace

Running<Result<SeedOverview>> readSeeders(Connections &connections)
{
    return connections.page().run(
        Words::tr("Read what the seeders would meet"),
        [](Session &session, Progress &) { return readSeedOverview(session); },
        Job::Visibility::Quiet);
}

Running<Result<SeederState>> readTableSeeder(Connections &connections, const TableName &table)
{
    return connections.page().run(
        Words::tr("Read how %1 can be filled").arg(table.name),
        [table](Session &session, Progress &) { return readGenericState(session, table); },
        Job::Visibility::Quiet);
}

Running<Result<QList<SeedCheck>>> checkSeeding(Connections &connections, const SeedTask &task)
{
    return connections.jobs().run(
        Words::tr("Look what seeding would replace: %1").arg(task.title),
        [task](Session &session, Progress &) -> Result<QList<SeedCheck>> {
            std::unique_ptr<Seeder> own;
            const auto plan = planOf(session, task, own);
            if (!plan)
                return fail(plan.error());
            return plan->check(session);
        },
        Job::Visibility::Quiet);
}

Running<Result<SeedPreview>> previewSeeding(Connections &connections, const SeedTask &task)
{
    return connections.background().run(
        Words::tr("Preview of %1").arg(task.title),
        [task](Session &session, Progress &) -> Result<SeedPreview> {
            std::unique_ptr<Seeder> own;
            const auto plan = planOf(session, task, own);
            if (!plan)
                return fail(plan.error());
            const SeedPlan::Step &step = plan->steps().constFirst();
            return SeedRunner(*step.seeder, step.request).preview(session);
        });
}

Running<Result<QList<SeedReport>>> runSeeding(Connections &connections, const SeedTask &task,
                                              bool really)
{
    const QString title =
        really ? Words::tr("Seed: %1").arg(task.title) : Words::tr("Dry run: %1").arg(task.title);
    return connections.jobs().run(
        title, [task, really](Session &session, Progress &progress) -> Result<QList<SeedReport>> {
            std::unique_ptr<Seeder> own;
            const auto plan = planOf(session, task, own);
            if (!plan)
                return fail(plan.error());
            return really ? plan->run(session, progress) : plan->rehearse(session, progress);
        });
}

Running<Result<SeedRemoval>> removeSeeded(Connections &connections, qint64 batch, bool really)
{
    const QString title = really ? Words::tr("Remove batch %1").arg(batch)
                                 : Words::tr("Look what removing batch %1 would take").arg(batch);
    return connections.jobs().run(title, [batch, really](Session &session, Progress &progress) {
        return SeedBatches::remove(session, progress, batch, really);
    });
}

Running<Result<QList<TableName>>> createSeederTable(Connections &connections,
                                                    const TableName &table)
{
    return connections.jobs().run(
        Words::tr("Create the table %1").arg(table.name),
        [table](Session &session, Progress &) -> Result<QList<TableName>> {
            const auto creation = createDeclaredTables(session, tablesWith(table));
            if (!creation)
                return fail(creation.error());
            return creation->created;
        });
}

}  // namespace roster
