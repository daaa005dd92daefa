// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDRUNNER_H
#define ROSTER_SEEDING_SEEDRUNNER_H

#include "models/seeding/seeder.h"

namespace roster {

/// How a run went, when it went through.
struct SeedReport
{
    QString seeder;
    QList<TableName> tables;
    qint64 rows = 0;
    quint64 randomSeed = 1;
    bool replaced = false;
    qint64 milliseconds = 0;
};

/// Runs a seeder as one transaction: a failure or a cancel leaves the old rows.
///
/// Rows are replaced by TRUNCATE … RESTART IDENTITY: no dead rows stay behind and the rows can come
/// in frozen, for the price that readers wait. Where another table refers to this one, or the role
/// may only DELETE, they are replaced by DELETE and readers go on. Afterwards the ids go on where
/// the rows end, and the planner's statistics are fresh.
class SeedRunner
{
public:
    SeedRunner(const Seeder &seeder, const SeedRequest &request);

    /// Errors: Refused on a database that counts as production, InvalidInput for a number of rows
    /// that cannot be, NotFound where a table is missing, Timeout when another session holds the
    /// table for more than five seconds, Cancelled, and what the server says.
    Result<SeedReport> run(Session &session, Progress &progress);

private:
    Result<void> checkRequest();
    Result<void> checkEnvironment(Session &session) const;
    Result<void> checkTables(Session &session) const;
    Result<bool> replaceRows(Session &session) const;  ///< true: by TRUNCATE
    Result<void> continueNumbering(Session &session) const;

    const Seeder &m_seeder;
    SeedRequest m_request;
};

}  // namespace roster

#endif
