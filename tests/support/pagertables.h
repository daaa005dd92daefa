// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROSTER_TESTS_PAGERTABLES_H
#define ROSTER_TESTS_PAGERTABLES_H

#include "models/browsing/pager.h"

#include <functional>

namespace roster::test {

ColumnSchema column(const QString &name, const QString &type, TypeKind kind, bool nullable = false);

/// 400 rows full of what is hard to page by: NULL, NaN, infinities, equal and odd values, a
/// non-deterministic collation, a key of two columns. The statements, and what the catalogue says.
/// (In a file of its own: moc stumbles over quotes in raw strings.)
QString mixedTable();
TableSchema mixedSchema();

/// 20,000 players with the index of their default order.
QString playersTable();
TableSchema playersSchema();

/// The page's primary keys, a line each.
QStringList keysOf(const Pager &pager, const Page &page);
QString join(const QStringList &lines);

/// The plans of what `work` sends, from auto_explain's notices.
QString planOf(Session &session, const std::function<void()> &work);

}  // namespace roster::test

#endif
