// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISIONDRAFT_H
#define ROSTER_MIGRATION_REVISIONDRAFT_H

#include "models/migration/lint.h"
#include "models/migration/migrationstate.h"

#include <optional>

namespace roster {

class Session;

/// The text of a new revision before it is a file.
namespace RevisionDraft {

struct Check
{
    std::optional<Error> fault;   ///< why it cannot be saved, its place left out
    FilePosition place;           ///< of the fault, in the text
    QList<LintFinding> findings;  ///< of the upgrade; none while there is a fault
};

/// Header, grammar of both halves, what it stands on (a file, or a row of alembic_version that only
/// Alembic knows), lint. Errors: those of lint() only.
Result<Check> check(Session &session, const QByteArray &text, const MigrationState &state);

struct Saved
{
    Revision revision;
    QStringList twins;  ///< paths of what was written for Alembic
};

/// Writes the file into `folder`, and before it the twins that its way needs where `alembic` names
/// a folder; of a failure nothing is left. Errors: InvalidInput, Refused, NotFound, System.
Result<Saved> save(const QByteArray &text, const RevisionFiles &files, const QString &folder,
                   const QString &alembic);

}  // namespace RevisionDraft

}  // namespace roster

#endif
