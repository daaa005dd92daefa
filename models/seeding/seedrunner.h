// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDRUNNER_H
#define ROSTER_SEEDING_SEEDRUNNER_H

#include "models/seeding/seeder.h"
#include "models/seeding/seedpreview.h"
#include "models/seeding/seedreport.h"

namespace roster {

/// Runs a seeder as one transaction: a failure or a cancel leaves the old rows.
///
/// Rows are replaced by TRUNCATE … RESTART IDENTITY: no dead rows stay behind and the rows can come
/// in frozen, for the price that readers wait. Where that cannot be (rows of another table refer to
/// these, or the role may only DELETE) they are replaced by DELETE and readers go on. Afterwards
/// the ids go on where the rows end, and the planner's statistics are fresh.
///
/// Errors of all four: Refused on a database that counts as production, InvalidInput for a request
/// that cannot be, NotFound where a table is missing or one that rows must refer to is empty,
/// Timeout when another session holds the table for more than five seconds, Cancelled, and what the
/// server says.
class SeedRunner
{
public:
    /// `seeder` must live as long as the runner.
    SeedRunner(const Seeder &seeder, SeedRequest request);

    /// What a run would meet: asks, changes nothing. Reads the table once where it replaces rows.
    Result<SeedCheck> check(Session &session) const;
    /// What a run would write: reads the table and those it refers to, changes nothing.
    Result<SeedPreview> preview(Session &session, int firstRows = 20) const;
    /// A dry run: all of a run with up to a thousand rows, taken back at the end. So triggers,
    /// checks and rights have had their say.
    Result<SeedReport> rehearse(Session &session, Progress &progress) const;
    /// Errors also: Refused where rows go that no run made and `request.confirmation` is not the
    /// database's or the table's name (`check()` says so before).
    Result<SeedReport> run(Session &session, Progress &progress) const;

private:
    const Seeder &m_seeder;
    SeedRequest m_request;
};

}  // namespace roster

#endif
