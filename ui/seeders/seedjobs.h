// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDERS_SEEDJOBS_H
#define ROSTER_SEEDERS_SEEDJOBS_H

#include "models/database/databaseworker.h"
#include "models/seeding/seedbatches.h"
#include "models/seeding/seedoverview.h"
#include "models/seeding/seedpreview.h"
#include "models/seeding/seedreport.h"
#include "ui/seeders/seedtask.h"

namespace roster {

class Connections;

// The panel's work, as jobs of the window; what may take time is listed on the Jobs page.

Running<Result<SeedOverview>> readSeeders(Connections &connections);
Running<Result<SeederState>> readTableSeeder(Connections &connections, const TableName &table);
/// What running would meet.
Running<Result<QList<SeedCheck>>> checkSeeding(Connections &connections, const SeedTask &task);
Running<Result<SeedPreview>> previewSeeding(Connections &connections, const SeedTask &task);
/// `really` false: a dry run.
Running<Result<QList<SeedReport>>> runSeeding(Connections &connections, const SeedTask &task,
                                              bool really);
/// `really` false: only counts.
Running<Result<SeedRemoval>> removeSeeded(Connections &connections, qint64 batch, bool really);
/// The declared table that a seeder fills, with those of its group.
Running<Result<QList<TableName>>> createSeederTable(Connections &connections,
                                                    const TableName &table);

}  // namespace roster

#endif
