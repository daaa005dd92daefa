// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_COMPARISON_RENAMES_H
#define ROSTER_COMPARISON_RENAMES_H

#include "models/comparison/schemasnapshot.h"
#include "models/core/result.h"

#include <QStringList>

namespace roster {

/// The ALTER … RENAME statements for `old=new`, where old is `table`, `table.column`, or either
/// with its schema before it; names as they are, unquoted. Errors: Usage without `=`, NotFound for
/// what the snapshot does not hold (or what `new` names already: Refused). The sequence of a serial
/// column is renamed along where `to` has it by the name that fits, so that it counts on.
Result<QStringList> renameStatements(const SchemaSnapshot &snapshot, const QStringList &renames,
                                     const SchemaSnapshot &to);

/// An identifier without the quotes that SQL needs.
QString bareName(QString name);

}  // namespace roster

#endif
