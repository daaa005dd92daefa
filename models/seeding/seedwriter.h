// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_SEEDING_SEEDWRITER_H
#define ROSTER_SEEDING_SEEDWRITER_H

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/seeding/seedrows.h"

#include <functional>
#include <vector>

namespace roster {

/// Where the rows of a run go.
struct SeedTarget
{
    TableName table;      ///< schema empty: a temporary one
    bool binary = false;  ///< its types are those of SeedRows::binaryTypes()
    bool frozen = false;  ///< it was emptied in this transaction
};

/// Gives the ids of the rows from a place on, one for each.
using IdSource = std::function<Result<std::vector<qint64>>(qint64 first, qint64 count)>;

/// Writes the rows by COPY, piece after piece, while the next ones are made on other threads;
/// memory stays flat. Reports `before` + done rows. How many the server took: a trigger may leave
/// rows out. Errors: those of CopyStream and of `ids`.
Result<qint64> writeRows(Session &session, Progress &progress, const SeedRows &rows, qint64 count,
                         const SeedTarget &target, const IdSource &ids, qint64 before = 0);

/// The columns' types are those that the rows have in binary COPY.
bool fitsBinary(const SeedRows &rows, const TableSchema &live);

}  // namespace roster

#endif
