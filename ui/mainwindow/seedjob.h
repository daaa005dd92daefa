// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MAINWINDOW_SEEDJOB_H
#define ROSTER_MAINWINDOW_SEEDJOB_H

#include "models/database/databaseworker.h"
#include "models/schema/tableschema.h"

namespace roster {

class Connections;

/// Fills an empty table with made-up rows, as a job; the answer is their number. Rows that came
/// there meanwhile stay. Errors: NotFound where no seeder fills this table, and SeedRunner's
/// (Refused on production).
Running<Result<qint64>> seedTable(Connections &connections, const TableName &table, qint64 rows);

}  // namespace roster

#endif
