// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_PASTEDBLOCK_H
#define ROSTER_BROWSING_PASTEDBLOCK_H

#include "models/core/result.h"

#include <QList>
#include <QStringList>

namespace roster {

/// The cells of a text as spreadsheets put it on the clipboard: tabs between them, a line each row,
/// a cell with a tab, line end or quote in it within quotes, those doubled. Errors: InvalidInput
/// for rows of different lengths, NUL, a quote that is not closed.
Result<QList<QStringList>> pastedBlock(const QString &text);

}  // namespace roster

#endif
