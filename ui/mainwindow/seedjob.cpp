// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/seedjob.h"

#include "models/database/connections.h"
#include "models/seeding/seedrunner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedJob)
};

const Seeder *seederOf(const TableName &table)
{
    const QList<const Seeder *> all = seeders();
    const auto fills = [&](const Seeder *seeder) {
        const QList<TableName> tables = seeder->tables();
        return std::any_of(tables.cbegin(), tables.cend(), [&](const TableName &each) {
            const bool same = each.schema == table.schema
                           || (each.schema.isEmpty() && table.schema == "public"_L1);
            return same && each.name == table.name;
        });
    };
    const auto at = std::find_if(all.cbegin(), all.cend(), fills);
    return at == all.cend() ? nullptr : *at;
}

}  // namespace

Running<Result<qint64>> seedTable(Connections &connections, const TableName &table, qint64 rows)
{
    const QString title = Text::tr("Seed %n row(s) into %1", nullptr, int(rows)).arg(table.name);
    return connections.jobs().run(
        title, [table, rows](Session &session, Progress &progress) -> Result<qint64> {
            const Seeder *seeder = seederOf(table);
            if (!seeder)
                return fail(Error::Kind::NotFound, Text::tr("No seeder fills %1.").arg(table.name));
            SeedRequest request;
            request.rows = rows;
            request.append = true;
            return SeedRunner(*seeder, request)
                .run(session, progress)
                .map([](const SeedReport &report) { return report.rows; });
        });
}

}  // namespace roster
