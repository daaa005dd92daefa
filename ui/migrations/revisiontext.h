// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATIONS_REVISIONTEXT_H
#define ROSTER_MIGRATIONS_REVISIONTEXT_H

#include "models/migration/lint.h"
#include "models/migration/rehearsal.h"
#include "models/views/migrationhistory.h"

/// The words of the Migrations page.
namespace roster::RevisionText {

/// Where the database stands and what that means, some sentences.
QString summary(const MigrationHistory &history);
/// What the pending revisions are: for the bar above the pages.
QString pending(const MigrationHistory &history);
/// Parents, file, when and by whom it was applied; plain.
QString facts(const MigrationHistory &history, const MigrationHistory::Row &row);
/// What a person should know before anything runs; empty: nothing.
QStringList notes(const MigrationHistory &history, const MigrationHistory::Row &row);

/// As HTML.
QString findings(const QList<LintFinding> &findings);
QString rehearsed(const QList<RehearsedRevision> &revisions);

/// Error, hint and detail as HTML.
QString error(const Error &error);

}  // namespace roster::RevisionText

#endif
