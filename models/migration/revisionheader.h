// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_MIGRATION_REVISIONHEADER_H
#define ROSTER_MIGRATION_REVISIONHEADER_H

#include "models/migration/revisionfile.h"

namespace roster {

/// The header's keys and the two sections of `text` (UTF-8, \n), nothing else of a Revision.
/// Errors: InvalidInput, with line and column.
Result<Revision> readRevisionHeader(const QByteArray &text, const QString &path);

/// Makes an id and a time where there is none.
void completeNewRevision(NewRevision &revision);

}  // namespace roster

#endif
