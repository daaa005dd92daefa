// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_DRIFT_H
#define ROSTER_MIGRATION_DRIFT_H

#include "models/comparison/sidebyside.h"
#include "models/migration/schemaside.h"

namespace roster {

/// What a database is held against.
enum class DriftAgainst {
    Declared,  ///< the tables as the program declares them; others are left out
    Current,   ///< what the revisions up to where it stands make
    Head,      ///< what all of them make
};

/// How a live database differs from what it should be.
struct Drift
{
    QList<DiffLine> lines;  ///< left the database, right what it is held against
    int objects = 0;        ///< that differ
    QStringList notes;      ///< what else there is to know, for people
};

/// Reads both sides, in scratch databases on the same server where they have to be built, else on
/// the local one. Only looks. Errors: those of SchemaSideReader::read.
Result<Drift> readDrift(const ConnectionProfile &profile, const RevisionSources &sources,
                        DriftAgainst against, const SchemaSideReader::Local &local,
                        Progress &progress);

}  // namespace roster

#endif
