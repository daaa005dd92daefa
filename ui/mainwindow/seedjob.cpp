// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/seedjob.h"

#include "models/database/connections.h"
#include "models/seeding/seedrunner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SeedJob)
};

}  // namespace

Running<Result<qint64>> seedTable(Connections &connections, const TableName &table, qint64 rows)
{
    const QString title = Text::tr("Seed %n row(s) into %1", nullptr, int(rows)).arg(table.name);
    return connections.jobs().run(
        title, [table, rows](Session &session, Progress &progress) -> Result<qint64> {
            const Seeder *seeder = findSeeder(table);
            if (!seeder)
                return fail(Error::Kind::NotFound, Text::tr("No seeder fills %1.").arg(table.name));
            SeedRequest request;
            request.rows = rows;
            request.mode = SeedRequest::Mode::Append;
            return SeedRunner(*seeder, request)
                .run(session, progress)
                .map([](const SeedReport &report) { return report.rows; });
        });
}

}  // namespace roster
