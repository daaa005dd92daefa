// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_BROWSING_VALUETEXT_H
#define ROSTER_BROWSING_VALUETEXT_H

#include "models/browsing/pager.h"

namespace roster {

/// A value as text; NULL where there is none.
QString valueText(const SqlValue &value);
/// The same in a line of at most 60 characters, for messages.
QString valueExcerpt(const SqlValue &value);
/// A row by its primary key, for people: "id 17".
QString keyText(const TableSchema &schema, const RowKey &key);
/// A line for the clipboard, parted by tabs: the row's key, a column, its value.
QString fieldLine(const RowKey &key, const QString &column, const SqlValue &value);
/// The same of a row that was to be deleted.
QString deletionLine(const RowKey &key);

}  // namespace roster

#endif
