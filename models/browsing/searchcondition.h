// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_SEARCHCONDITION_H
#define ROSTER_BROWSING_SEARCHCONDITION_H

#include "models/browsing/bindings.h"
#include "models/schema/tableschema.h"

#include <QString>

namespace roster {

/// Rows that hold `text` in any column: text by ILIKE on the bare column, so that a trigram index
/// serves; numbers, times and uuids only where the text can be one of theirs, since otherwise they
/// would only keep that index from being used. `false` where no column can hold it.
QString searchCondition(const TableSchema &schema, const QString &text, Bindings &bindings);

}  // namespace roster

#endif
