// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_DATABASE_COPYREADER_H
#define ROSTER_DATABASE_COPYREADER_H

#include "models/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>
#include <span>

namespace roster {

class Session;

/// One value in PostgreSQL's text form; nullopt is NULL. Valid until the next row.
using CopyField = std::optional<QByteArrayView>;

/// All rows of `select` by COPY … TO STDOUT, the fastest way out of the server, memory flat.
/// `select` is ONE statement without parameters and is checked as such before it stands inside the
/// COPY, so that nothing a person typed can turn it into a COPY to a file or program. `row` returns
/// false to stop. Returns the number of rows handed over.
Result<qint64> readCopy(Session &session, const QString &select,
                        const std::function<bool(std::span<const CopyField>)> &row);

}  // namespace roster

#endif
